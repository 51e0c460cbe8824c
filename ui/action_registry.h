// Every command of the window in one place: menus and buttons show them, tests enumerate them.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QAction;
class QWidget;

namespace neuroscribe::ui {

/// A text of a person (a name, a folder) in a menu: an & in it marks no key.
QString verbatim(QString text);

struct ActionSpec {
    QString id;            ///< stable, the action's objectName: "study.import"
    QString text;          ///< with mnemonic
    QString icon;          ///< symbolic icon; empty: none
    QKeySequence shortcut; ///< unique; empty: none; a person may change it
    std::function<void()> run;
    std::function<bool()> enabled; ///< empty: always
};

class ActionRegistry : public QObject {
    Q_OBJECT
public:
    /// window: what the shortcuts work in.
    explicit ActionRegistry(QWidget* window);

    QAction* add(const ActionSpec& spec);
    QAction* action(const QString& id) const; ///< null: unknown
    /// The key works only where the focus is in one of these, so that a letter can be a command there.
    void confine(const QString& id, const std::vector<QWidget*>& places);
    const std::vector<QAction*>& actions() const { return m_actions; }
    /// A person's keys, by action id, in place of the program's own.
    using Keys = std::function<std::optional<QString>(const QString& id)>;
    void takeKeys(const Keys& keys);
    /// The program's own; the first one is shown.
    const QList<QKeySequence>& defaultKeys(const QAction* action) const;
    /// Another command that has the key and can be met where `action` is; null: it is free. Commands that are confined
    /// to different places may share a key.
    const QAction* holderOf(const QKeySequence& key, const QAction* action) const;
    /// Asks every rule again whether its action can be done now.
    void refresh();

private:
    bool meet(const QAction* a, const QAction* b) const;

    QWidget* m_window;
    std::vector<QAction*> m_actions;
    std::vector<std::function<bool()>> m_rules;               ///< beside m_actions
    std::vector<QList<QKeySequence>> m_defaults;              ///< beside m_actions, once takeKeys() has been asked
    std::map<const QAction*, std::vector<QWidget*>> m_places; ///< of those that are confined
};

} // namespace neuroscribe::ui
