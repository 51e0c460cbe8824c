// Inside of the session, shared by its source files. Everything here lives on the window's thread, except where a
// function says that it runs on a lane.
#pragma once

#include "app/lanes/lane.h"
#include "app/session/curation_controller.h"
#include "app/session/edits.h"
#include "app/session/job_work.h"
#include "app/session/session.h"
#include "app/session/study_connection.h"
#include "app/session/tagging_controller.h"

#include <map>

namespace neuroscribe::app {

/// All that is read when a study opens or its data changed; made on the compute lane.
struct StudySnapshot {
    std::shared_ptr<const pipeline::StudyData> data;
    NeuronMarks marks;
    UndoState undo;
};
Result<StudySnapshot> loadSnapshot(store::Project& project);

/// A snapshot on its way to the window, and the edits that it holds.
struct ReadSnapshot {
    std::optional<std::uint64_t> edits; ///< nothing: one was being written
    std::shared_ptr<Result<StudySnapshot>> snapshot;
};
/// On the compute lane.
ReadSnapshot readSnapshot(StudyConnection& connection);

/// A study that has just been opened, on its way to the window.
struct OpenedStudy {
    std::shared_ptr<StudyConnection> connection;
    StudySnapshot snapshot;
    CurationSnapshot curation;
};
Result<OpenedStudy> takeOver(Result<store::Project> project);

struct Session::Private {
    explicit Private(Session& session);

    // --- session_study.cpp
    void beginOpening(const QString& name, std::function<Result<store::Project>()> open);
    /// On the compute lane: a study that was opened for nobody is closed, which may be the one to be opened now.
    void closeUnwanted();
    /// On the compute lane.
    void deliver(std::uint64_t forEpoch, Result<OpenedStudy> study);
    void opened(Result<OpenedStudy> study);
    void adopt(StudySnapshot snapshot, bool keepThresholds, std::unique_ptr<tagging::Tagger> tagger = {});
    void dropLostSelection();
    std::optional<DescriptorId> selectedDescriptor() const;
    /// After other data came: the descriptor may have another column there, or none.
    void followDescriptor(std::optional<DescriptorId> selected);
    void takeCuration(CurationSnapshot snapshot);
    void release(std::shared_ptr<StudyConnection> connection);
    void requestSteps();
    void refreshSteps();
    /// Runs `deliver` on the window's thread; called from lanes.
    void toWindow(Deliver deliver);

    // --- session_jobs.cpp
    JobId startJob(const QString& key, const QString& title, JobWork work);
    JobId addJob(const QString& key, const QString& title, std::stop_token& stop);
    void setJobState(JobId id, JobState state);
    void progressed(JobId id, const Job& job);
    void closeJob(JobId id, const Result<QString>& outcome);
    void runWork(JobId id, std::uint64_t forEpoch, const std::shared_ptr<StudyConnection>& opened, const JobWork& work,
                 std::stop_token stop);
    void snapshotArrived(std::uint64_t forEpoch, const ReadSnapshot& read);
    /// Whether what a person changed meanwhile is not in it; then it is read again.
    bool isOutdated(const ReadSnapshot& read);
    void snapshotTagged(const ReadSnapshot& read, std::unique_ptr<tagging::Tagger> tagger);
    void buildDemo(JobId id, std::uint64_t forEpoch, const QString& target, std::stop_token stop);

    // --- session_rules.cpp
    void requestRowRules(corpus::Split split);
    void computeRowRules(JobId id, std::uint64_t forEpoch, const std::shared_ptr<StudyConnection>& opened,
                         const std::shared_ptr<const pipeline::StudyData>& study, corpus::Split split,
                         std::stop_token stop);
    void rowRulesArrived(const std::shared_ptr<const pipeline::StudyData>& study, corpus::Split split,
                         const Result<std::shared_ptr<const tagging::RowRules>>& rules);

    // --- session_curation.cpp
    void connectCuration();
    /// What is stored, once it holds everything that was edited.
    void requestCuration();
    void requestLabels();
    void labelsArrived(std::shared_ptr<const pipeline::StudyData> base, std::optional<std::uint64_t> written,
                       const std::shared_ptr<const pipeline::StudyData>& labelled);
    void adoptLabels(std::shared_ptr<const pipeline::StudyData> labelled, std::unique_ptr<tagging::Tagger> tagger);

    // --- session_validation.cpp
    ValidationController::Writer validationWriter();
    ValidationController::Loader validationLoader();
    void connectValidation();
    QString whyFixed() const; ///< why the study can only be read; empty when it can be written

    // --- session_edits.cpp
    void applyThresholds(const tagging::Thresholds& thresholds);
    void applyExclusion(const Exclusion& exclusion);
    void write(std::function<Result<UndoState>(store::Database&)> change);
    void moveThroughHistory(bool forward);
    void movedInHistory(const std::optional<Moved>& moved);

    Session& q;
    JobList jobs;
    Selection selection;
    TaggingController tagging;
    CurationController curation;
    ValidationController validation;
    std::shared_ptr<StudyConnection> connection; ///< null: nothing is open
    std::shared_ptr<const pipeline::StudyData> data;
    std::vector<pipeline::StepStatus> storedSteps; ///< as core sees them
    std::vector<pipeline::StepStatus> steps;       ///< with what runs now
    std::optional<nn::RuntimeInfo> runtime;
    QString folder;
    bool opening = false;
    bool readOnly = false;
    bool undoBusy = false;
    tagging::Thresholds thresholds; ///< what is wanted now, also in the middle of a gesture
    tagging::Thresholds committed;  ///< as last written
    std::vector<std::uint8_t> active;
    UndoState undo;
    NeuronMarks marks;
    bool curationWanted = false;            ///< what is stored is to be loaded once everything is written
    bool rowRulesAsked[2] = {false, false}; ///< by split: a job is under way
    std::uint64_t epoch = 0;                ///< counts studies: answers about an earlier one are dropped
    std::map<JobId, std::stop_source> stops;
    /// The last study opened, while it is on its way to the window. Used on the compute lane only.
    std::weak_ptr<Result<OpenedStudy>> onItsWay;
    Lane compute{"compute", 10}; ///< last: ends before what its tasks come back to
};

} // namespace neuroscribe::app
