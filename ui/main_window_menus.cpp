#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/segmented_control.h"

#include <QActionGroup>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolBar>
#include <QToolButton>

#include <initializer_list>

namespace neuroscribe::ui {
namespace {

/// An empty id makes a separator.
void fill(QMenu* menu, const ActionRegistry& registry, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
        if (*id == '\0')
            menu->addSeparator();
        else
            menu->addAction(registry.action(QString::fromLatin1(id)));
    }
}

/// Gives way where the window is narrow: its text is cut, its icon stays.
class FindButton : public QToolButton {
public:
    using QToolButton::QToolButton;
    QSize minimumSizeHint() const override {
        return {iconSize().width() + fontMetrics().height(), sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        const int margins = sizeHint().width() - fontMetrics().horizontalAdvance(text());
        if (width() < sizeHint().width())
            option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - margins);
        QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

} // namespace

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, *m_actions, {"file.new", "file.open"});
    m_recentMenu = file->addMenu(tr("Open &Recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fill(file, *m_actions, {"file.demo", "", "file.saveAs", "file.close", "", "file.quit"});
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    fill(edit, *m_actions, {"edit.undo", "edit.redo", "", "edit.find", "", "edit.preferences"});
    QMenu* study = menuBar()->addMenu(tr("&Study"));
    fill(study, *m_actions,
         {"study.import", "study.describe", "study.cluster", "study.review", "study.label", "study.extract",
          "study.stop", "", "study.rejected"});
    for (const WorkspaceParts& each : m_workspaces)
        if (each.addMenu)
            each.addMenu();
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (const WorkspaceParts& each : m_workspaces)
        view->addAction(m_actions->action(QStringLiteral("workspace.") + each.id));
    view->addSeparator();
    for (QDockWidget* dock : m_docks)
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addMenu(themeMenu());
    fill(view, *m_actions, {"view.textLarger", "view.textSmaller", "", "view.resetLayout"});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    fill(help, *m_actions, {"help.shortcuts", "help.log", "", "help.about"});
}

void MainWindow::buildWorkspaceBar() {
    auto* bar = new QToolBar(tr("Workspace"), this);
    bar->setObjectName(QStringLiteral("workspaceBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto* content = new QWidget(bar);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 4, 0, 6);
    m_workspaceBar = new SegmentedControl(content);
    for (const WorkspaceParts& each : m_workspaces)
        m_workspaceBar->addSegment(each.name, each.tip, static_cast<int>(each.workspace));
    m_workspaceBar->setAccessibleName(tr("Workspace"));
    connect(m_workspaceBar, &SegmentedControl::chosen, this,
            [this](int id) { setWorkspace(static_cast<Workspace>(id)); });
    m_studyName = new QLabel(content);
    m_studyName->setForegroundRole(QPalette::PlaceholderText);
    m_studyName->setTextFormat(Qt::PlainText);
    m_studyName->setContentsMargins(10, 0, 10, 0);
    row->addWidget(m_workspaceBar);
    row->addWidget(m_studyName);
    row->addStretch(1);
    QAction* findAction = m_actions->action(QStringLiteral("edit.find"));
    auto* find = new FindButton(content);
    find->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    find->setIcon(findAction->icon());
    find->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    //: Looks like a field in the tool bar; %1 is the key that opens it
    find->setText(tr("Find a neuron, descriptor or sentence   %1")
                      .arg(findAction->shortcut().toString(QKeySequence::NativeText)));
    find->setForegroundRole(QPalette::PlaceholderText);
    connect(find, &QToolButton::clicked, findAction, &QAction::trigger);
    connect(findAction, &QAction::changed, find, [find, findAction] { find->setEnabled(findAction->isEnabled()); });
    row->addWidget(find);
    bar->addWidget(content);
    addToolBar(bar);
}

void MainWindow::fillRecentMenu() {
    m_recentMenu->clear();
    for (const QString& folder : m_settings.recentStudies()) {
        QAction* action = m_recentMenu->addAction(
            tr("%1  (%2)").arg(QFileInfo(folder).fileName(), QDir::toNativeSeparators(QFileInfo(folder).path())));
        connect(action, &QAction::triggered, this, [this, folder] { openFolder(folder); });
    }
    if (m_recentMenu->isEmpty()) {
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("Clear List")), &QAction::triggered, this,
            [this] { m_settings.clearRecentStudies(); });
}

QMenu* MainWindow::themeMenu() {
    auto* menu = new QMenu(tr("&Theme"), this);
    auto* group = new QActionGroup(menu);
    const std::pair<app::ThemeChoice, QString> choices[] = {
        {app::ThemeChoice::System, tr("&As the Desktop")},
        {app::ThemeChoice::Light, tr("&Light")},
        {app::ThemeChoice::Dark, tr("&Dark")},
        {app::ThemeChoice::HighContrastLight, tr("&High Contrast, Light")},
        {app::ThemeChoice::HighContrastDark, tr("High &Contrast, Dark")},
    };
    for (const auto& [choice, text] : choices) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_settings.setTheme(choice);
            m_appearance.apply(choice, m_settings.textPercent());
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, choice = choice] { action->setChecked(m_settings.theme() == choice); });
    }
    return menu;
}

} // namespace neuroscribe::ui
