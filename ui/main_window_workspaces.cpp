// The workspaces: which docks stand around which centre. Each arrangement is remembered apart from the others.
#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>

namespace neuroscribe::ui {

/// In the order of the bar and of their keys.
void MainWindow::describeWorkspaces() {
    m_workspaces.push_back(exploreParts());
    m_workspaces.push_back(curateParts());
    m_workspaces.push_back(validateParts());
    m_workspaces.push_back(evaluateParts());
}

WorkspaceParts& MainWindow::parts(Workspace workspace) {
    return *std::ranges::find(m_workspaces, workspace, &WorkspaceParts::workspace);
}

const WorkspaceParts& MainWindow::parts() const {
    return *std::ranges::find(m_workspaces, m_workspace, &WorkspaceParts::workspace);
}

void MainWindow::addWorkspaceActions() {
    for (const WorkspaceParts& each : m_workspaces)
        m_actions->add({QStringLiteral("workspace.") + each.id,
                        each.text,
                        {},
                        each.key,
                        [this, workspace = each.workspace] { setWorkspace(workspace); },
                        [this] { return m_session.isOpen(); }});
}

void MainWindow::setWorkspace(Workspace workspace) {
    if (workspace != m_workspace) {
        const bool shown = m_docksShown;
        if (shown)
            showDocks(false); // remembers how the old one was left
        m_workspace = workspace;
        if (shown)
            showDocks(true);
    }
    m_workspaceBar->setCurrentId(static_cast<int>(workspace));
    if (m_session.isOpen())
        showWorkspace();
    updateUndoTexts();
}

void MainWindow::showWorkspace() {
    m_pages->setCurrentWidget(parts().centre);
    parts().focus()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::restoreWorkspaces() {
    for (WorkspaceParts& each : m_workspaces)
        each.layout = m_settings.windowState(each.id);
    showDocks(false);
    const auto last = std::ranges::find(m_workspaces, m_settings.workspace(), &WorkspaceParts::id);
    if (last != m_workspaces.end())
        setWorkspace(last->workspace);
}

/// Each workspace has a history of its own.
void MainWindow::updateUndoTexts() {
    const QString undo = parts().history.undoText();
    const QString redo = parts().history.redoText();
    m_actions->action(QStringLiteral("edit.undo"))
        ->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(verbatim(undo)));
    m_actions->action(QStringLiteral("edit.redo"))
        ->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(verbatim(redo)));
    m_actions->refresh();
}

} // namespace neuroscribe::ui
