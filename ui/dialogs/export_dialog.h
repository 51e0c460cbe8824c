// Which part of the study to write to a file, and in which format.
#pragma once

#include "core/pipeline/export.h"
#include "ui/dialogs/export_text.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace neuroscribe::app {
class FileJobs;
class Session;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(app::Session& session, app::FileJobs& jobs, QWidget* parent = nullptr);

    pipeline::ExportRequest request() const; ///< without the file
    void accept() override;                  ///< asks for the file first

private:
    QComboBox* addCombo(const QString& label, const QString& name);
    QWidget* buildRight();
    void fillChoices();
    void readAnnotators();
    void showKind();
    void showFormats(pipeline::ExportKind kind);
    void describe();
    QString thresholdText() const;

    app::Session& m_session;
    app::FileJobs& m_jobs;
    Answerers m_answerers;
    QListWidget* m_kinds;
    QLabel* m_about;
    QFormLayout* m_form;
    QComboBox* m_format;
    QComboBox* m_annotator;
    QComboBox* m_view;
    QComboBox* m_value;
    QLabel* m_size;
    QLabel* m_thresholds;
    QPushButton* m_export;
};

} // namespace neuroscribe::ui
