// What a workspace brings into the window. To add one: a value of Workspace, a function of MainWindow that makes these
// parts (in a file of its own, as main_window_curate.cpp), and its place in MainWindow::describeWorkspaces.
#pragma once

#include <QByteArray>
#include <QKeySequence>
#include <QString>

#include <functional>

class QWidget;

namespace neuroscribe::ui {

/// Arrangements of the same docks, each around a centre of its own.
enum class Workspace { Explore, Curate, Validate, Evaluate };

/// What Ctrl+Z means in a workspace.
struct History {
    std::function<bool()> canUndo, canRedo;
    std::function<QString()> undoText, redoText; ///< translated; empty when there is none
    std::function<void()> undo, redo;
};

/// Of an owner with functions of these names; it outlives the history.
template <class Owner>
History historyOf(Owner& owner) {
    return {[&owner] { return owner.canUndo(); },
            [&owner] { return owner.canRedo(); },
            [&owner] { return owner.undoText(); },
            [&owner] { return owner.redoText(); },
            [&owner] { owner.undo(); },
            [&owner] { owner.redo(); }};
}

struct WorkspaceParts {
    Workspace workspace = Workspace::Explore;
    QString id;   ///< "explore": in the settings, and in the name of its action
    QString text; ///< of the menu, with mnemonic
    QString name, tip;
    QKeySequence key;
    std::function<QWidget*()> buildCentre; ///< called once, before buildDocks
    std::function<void()> buildDocks;      ///< those that no workspace before it built
    std::function<void()> arrange;         ///< the docks, all hidden and taken out, as they are at first
    std::function<void()> addMenu;         ///< empty: it has none
    std::function<QWidget*()> focus;       ///< where the keys go when it is entered
    History history;
    QWidget* centre = nullptr; ///< as built
    QByteArray layout;         ///< as it was left
};

} // namespace neuroscribe::ui
