// Every command with its key, to look up and to change. A key is changed at once.
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace neuroscribe::app {
class Settings;
}

namespace neuroscribe::ui {

class ActionRegistry;

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    /// Both outlive the dialog.
    ShortcutsDialog(ActionRegistry& registry, app::Settings& settings, QWidget* parent = nullptr);

private:
    void buildLayout();
    void fill();
    void showChosen();
    void assign();
    void takeDefault();
    void changed(const QString& message);
    const QAction* chosen() const;

    ActionRegistry& m_registry;
    app::Settings& m_settings;
    QTableWidget* m_table;
    QKeySequenceEdit* m_key;
    QPushButton* m_assign;
    QPushButton* m_default;
    QLabel* m_message;
};

} // namespace neuroscribe::ui
