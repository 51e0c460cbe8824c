#include "ui/action_registry.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace neuroscribe::ui {

QString verbatim(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), m_window(window) {}

QAction* ActionRegistry::add(const ActionSpec& spec) {
    auto* action = new QAction(spec.text, m_window);
    action->setObjectName(spec.id);
    if (!spec.icon.isEmpty())
        action->setIcon(symbolicIcon(spec.icon));
    action->setShortcut(spec.shortcut);
    m_window->addAction(action);
    connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    m_actions.push_back(action);
    m_rules.push_back(spec.enabled);
    return action;
}

QAction* ActionRegistry::action(const QString& id) const {
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&](const QAction* action) { return action->objectName() == id; });
    return found == m_actions.end() ? nullptr : *found;
}

void ActionRegistry::confine(const QString& id, const std::vector<QWidget*>& places) {
    QAction* confined = action(id);
    confined->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_window->removeAction(confined);
    m_places[confined] = places;
    for (QWidget* place : places)
        place->addAction(confined);
}

void ActionRegistry::takeKeys(const Keys& keys) {
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        QAction* action = m_actions[i];
        if (i >= m_defaults.size())
            m_defaults.push_back(action->shortcuts());
        const auto key = keys(action->objectName());
        action->setShortcuts(key ? QList{QKeySequence::fromString(*key, QKeySequence::PortableText)} : m_defaults[i]);
    }
}

const QList<QKeySequence>& ActionRegistry::defaultKeys(const QAction* action) const {
    const auto at = std::find(m_actions.begin(), m_actions.end(), action) - m_actions.begin();
    return m_defaults[static_cast<std::size_t>(at)];
}

bool ActionRegistry::meet(const QAction* a, const QAction* b) const {
    const auto first = m_places.find(a), second = m_places.find(b);
    if (first == m_places.end() || second == m_places.end())
        return true;
    return std::ranges::find_first_of(first->second, second->second) != first->second.end();
}

const QAction* ActionRegistry::holderOf(const QKeySequence& key, const QAction* action) const {
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&](const QAction* other) {
        return other != action && other->shortcuts().contains(key) && meet(other, action);
    });
    return found == m_actions.end() ? nullptr : *found;
}

void ActionRegistry::refresh() {
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setEnabled(!m_rules[i] || m_rules[i]());
}

} // namespace neuroscribe::ui
