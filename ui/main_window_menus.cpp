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

/// As wide as its text where there is room; gives way where the window is narrow: a shorter text, cut at last, the icon
/// stays.
class FindButton : public QToolButton {
public:
    FindButton(const QString& whole, const QString& brief, QWidget* parent)
        : QToolButton(parent), m_whole(whole), m_brief(brief) {
        setText(brief);
        setAccessibleName(whole);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize minimumSizeHint() const override {
        return {iconSize().width() + fontMetrics().height(), sizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QToolButton::resizeEvent(event);
        fit();
    }
    void changeEvent(QEvent* event) override {
        QToolButton::changeEvent(event);
        fit();
    }
    void paintEvent(QPaintEvent*) override {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        if (width() < sizeHint().width())
            option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - roomFor({}));
        QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
    }

private:
    int roomFor(const QString& words) const {
        return sizeHint().width() - fontMetrics().horizontalAdvance(text()) + fontMetrics().horizontalAdvance(words);
    }
    void fit() {
        setMaximumWidth(roomFor(m_whole));
        setText(width() < roomFor(m_whole) ? m_brief : m_whole);
    }

    QString m_whole, m_brief;
};

} // namespace

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, *m_actions, {"file.new", "file.open"});
    m_recentMenu = file->addMenu(tr("Open &Recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fill(file, *m_actions,
         {"file.demo", "", "file.saveAs", "", "file.report", "file.export", "", "file.close", "", "file.quit"});
    file->setToolTipsVisible(true); // why a command can't be done
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
    const QString key = findAction->shortcut().toString(QKeySequence::NativeText);
    //: Looks like a field in the tool bar; %1 is the key that opens it
    auto* find = new FindButton(tr("Find a neuron, descriptor or sentence   %1").arg(key),
                                //: The same where there is little room
                                tr("Find   %1").arg(key), content);
    find->setIcon(findAction->icon());
    find->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    find->setForegroundRole(QPalette::PlaceholderText);
    connect(find, &QToolButton::clicked, findAction, &QAction::trigger);
    connect(findAction, &QAction::changed, find, [find, findAction] { find->setEnabled(findAction->isEnabled()); });
    row->addWidget(find, 1000); // what is free is the button's first
    bar->addWidget(content);
    addToolBar(bar);
}

void MainWindow::fillRecentMenu() {
    m_recentMenu->clear();
    for (const QString& folder : m_settings.recentStudies()) {
        QAction* action =
            m_recentMenu->addAction(tr("%1  (%2)")
                                        .arg(verbatim(QFileInfo(folder).fileName()),
                                             verbatim(QDir::toNativeSeparators(QFileInfo(folder).path()))));
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
