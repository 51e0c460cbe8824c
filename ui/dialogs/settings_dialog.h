// Language, looks and text size.
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;

namespace neuroscribe::app {
class Settings;
}

namespace neuroscribe::ui {

class Appearance;

/// Changes take effect, and are stored, as they are made.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(app::Settings& settings, Appearance& appearance, QWidget* parent = nullptr);

private:
    void fillChoices();
    void apply();

    app::Settings& m_settings;
    Appearance& m_appearance;
    QComboBox* m_language;
    QComboBox* m_theme;
    QSpinBox* m_text;
    QLabel* m_restart;
};

} // namespace neuroscribe::ui
