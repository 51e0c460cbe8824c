// The workspace Validate in the window: its commands with their keys, its menu, its centre and docks.
#include "ui/main_window.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "ui/action_registry.h"
#include "ui/panels/agreement_panel.h"
#include "ui/panels/progress_panel.h"
#include "ui/panels/question_panel.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>

namespace neuroscribe::ui {
namespace {

constexpr int kProgressWidth = 340;
constexpr int kAgreementWidth = 520;

/// Their keys are letters, or mean something else elsewhere.
constexpr const char* kConfined[] = {"validate.yes", "validate.no", "validate.unsure"};

using labels::Verdict;

} // namespace

WorkspaceParts MainWindow::validateParts() {
    WorkspaceParts parts;
    parts.workspace = Workspace::Validate;
    parts.id = QStringLiteral("validate");
    parts.text = tr("&Validate");
    parts.name = tr("Validate");
    parts.tip = tr("Answer questions about sentences, and see how far the labels can be trusted");
    parts.key = QKeySequence(Qt::CTRL | Qt::Key_3);
    parts.buildCentre = [this] { return buildQuestionPane(); };
    parts.buildDocks = [this] { buildValidateDocks(); };
    parts.arrange = [this] { arrangeValidate(); };
    parts.addMenu = [this] { addValidateMenu(); };
    parts.focus = [this] { return m_questions->keyTarget(); };
    parts.history = historyOf(m_session.validation());
    return parts;
}

void MainWindow::addValidateActions() {
    const auto isHere = [this] { return m_workspace == Workspace::Validate && m_session.isOpen(); };
    const auto canAnswer = [this, isHere] { return isHere() && m_session.validation().canAnswer(); };
    const auto add = [&](const char* id, const QString& text, const QKeySequence& key, std::function<void()> run) {
        m_actions->add({QString::fromLatin1(id), text, {}, key, std::move(run), canAnswer});
    };
    add("validate.yes", tr("&Yes"), Qt::Key_Y, [this] { m_session.validation().answer(Verdict::Yes); });
    add("validate.no", tr("&No"), Qt::Key_N, [this] { m_session.validation().answer(Verdict::No); });
    add("validate.unsure", tr("&Unsure"), Qt::Key_U, [this] { m_session.validation().answer(Verdict::Unsure); });
    add("validate.later", tr("&Later"), Qt::Key_Right, [this] { m_session.validation().later(); });
    const std::pair<const char*, Qt::Key> digits[] = {
        {"validate.yes", Qt::Key_1}, {"validate.no", Qt::Key_2}, {"validate.unsure", Qt::Key_3}};
    for (const auto& [id, digit] : digits) {
        QAction* action = m_actions->action(QString::fromLatin1(id));
        action->setShortcuts({action->shortcut(), QKeySequence(digit)});
    }
    m_actions->add({QStringLiteral("validate.person"),
                    tr("Another &Person..."),
                    {},
                    {},
                    [this] { askForPerson(); },
                    [this, isHere] {
                        return isHere() && !m_session.isReadOnly() &&
                               m_session.validation().state() != app::ValidationController::State::NoLabels;
                    }});
}

void MainWindow::addValidateMenu() {
    QMenu* menu = menuBar()->addMenu(tr("V&alidation"));
    for (const char* id : {"validate.yes", "validate.no", "validate.unsure", "validate.later"})
        menu->addAction(m_actions->action(QString::fromLatin1(id)));
    menu->addSeparator();
    menu->addAction(m_actions->action(QStringLiteral("validate.person")));
}

QWidget* MainWindow::buildQuestionPane() {
    const auto action = [this](const char* id) { return m_actions->action(QString::fromLatin1(id)); };
    m_questions = new QuestionPanel(m_session,
                                    {{action("validate.yes"), tr("Yes")},
                                     {action("validate.no"), tr("No")},
                                     {action("validate.unsure"), tr("Unsure")}},
                                    {{action("validate.later"), tr("later")},
                                     {action("edit.undo"), tr("undo")},
                                     {action("edit.redo"), tr("redo")},
                                     {action("help.shortcuts"), tr("all keys…")}},
                                    this);
    auto* pane = new Pane(PanePart::Whole, this);
    pane->setContent(m_questions);
    return pane;
}

void MainWindow::buildValidateDocks() {
    auto* progress = new ProgressPanel(m_session, m_actions->action(QStringLiteral("validate.person")));
    addDock(QStringLiteral("progress"), tr("Questions"), progress);
    auto* agreement = new AgreementPanel(m_session);
    static_cast<PaneHead*>(addDock(QStringLiteral("agreement"), tr("Agreement"), agreement)->titleBarWidget())
        ->addNote(agreement->badge());
    for (const char* id : kConfined)
        m_actions->confine(QString::fromLatin1(id), {m_questions, progress, agreement});
    m_actions->confine(QStringLiteral("validate.later"), {m_questions}); // in a table the arrow goes to the next cell
    connect(&m_session.validation(), &app::ValidationController::changed, m_actions, &ActionRegistry::refresh);
    connect(&m_session.validation(), &app::ValidationController::historyChanged, this, &MainWindow::updateUndoTexts);
}

void MainWindow::arrangeValidate() {
    QDockWidget* progress = dock("progress");
    QDockWidget* agreement = dock("agreement");
    addDockWidget(Qt::LeftDockWidgetArea, progress);
    addDockWidget(Qt::RightDockWidgetArea, agreement);
    progress->show();
    agreement->show();
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({progress, agreement}, {kProgressWidth, kAgreementWidth}, Qt::Horizontal);
        },
        Qt::QueuedConnection);
}

void MainWindow::askForPerson() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Another person answers"));
    dialog->setLabelText(tr("Name, under which the answers are kept:"));
    dialog->setInputMode(QInputDialog::TextInput);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (const Status named = m_session.validation().setAnnotator(name); !named)
            m_notices->showError(named.error());
        m_questions->keyTarget()->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

} // namespace neuroscribe::ui
