// Every command with its key.
#pragma once

#include <QDialog>

namespace neuroscribe::ui {

class ActionRegistry;

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const ActionRegistry& registry, QWidget* parent = nullptr);
};

} // namespace neuroscribe::ui
