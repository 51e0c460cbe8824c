// The commands that make files from the study, File > Report and File > Export: asks what and where, starts the job,
// and tells when the file is there.
#pragma once

#include "app/session/file_jobs.h"

#include <QObject>

namespace neuroscribe::app {
class EvaluationController;
}

namespace neuroscribe::ui {

class ActionRegistry;
class MainWindow;

class FileCommands : public QObject {
    Q_OBJECT
public:
    /// All outlive it; the window is its parent.
    FileCommands(MainWindow& window, app::Session& session);

    void addTo(ActionRegistry& actions);
    /// Whose truth and which random neurons the report takes over from the window.
    void setEvaluation(const app::EvaluationController* evaluation) { m_evaluation = evaluation; }
    app::FileJobs& jobs() { return m_jobs; }

private:
    QString whyNot() const; ///< why nothing can be written; empty when something can
    pipeline::ReportOptions reportOptions() const;
    void writeReport();
    void exportPart();
    void tell(app::JobId id, const QString& file);

    MainWindow& m_window;
    app::Session& m_session;
    const app::EvaluationController* m_evaluation = nullptr; ///< of the window
    app::FileJobs m_jobs;
};

} // namespace neuroscribe::ui
