// Which model to run over the sentences, where to read its activations, and how to store them.
#pragma once

#include "core/extraction/extractor.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ExtractDialog : public QDialog {
    Q_OBJECT
public:
    ExtractDialog(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);

    extraction::ExtractOptions options() const;
    void accept() override;

private:
    QComboBox* addCombo(QFormLayout* form, const QString& label, const QString& name);
    void fillChoices();
    void proposeLastRun();
    void choose();
    void describe();

    app::Session& m_session;
    app::Settings& m_settings;
    QLineEdit* m_model;
    QComboBox* m_site;
    QComboBox* m_pooling;
    QComboBox* m_dtype;
    QComboBox* m_device;
    QSpinBox* m_threads;
    QLabel* m_summary;
    QPushButton* m_extract;
};

} // namespace neuroscribe::ui
