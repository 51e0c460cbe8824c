#include "app/session/session_private.h"

#include "app/i18n/opening_note.h"
#include "core/pipeline/study.h"

#include <QFile>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace neuroscribe::app {
namespace {

std::string path(const QString& text) {
    return QFile::encodeName(text).toStdString();
}

pipeline::Step stepOf(const Job& job) {
    const QString& what = job.key == QLatin1String("demo") ? job.step : job.key;
    if (what == QLatin1String("describe") || what == QLatin1String("embed") || what == QLatin1String("cluster"))
        return pipeline::Step::Descriptors;
    if (what == QLatin1String("label"))
        return pipeline::Step::Labels;
    if (what == QLatin1String("extract") || what == QLatin1String("rank"))
        return pipeline::Step::Activations;
    if (what == QLatin1String("rules"))
        return pipeline::Step::Tags;
    return pipeline::Step::Corpus;
}

/// The first that waits or runs and is a step of the pipeline; null: none is under way.
const Job* stepUnderWay(const JobList& jobs) {
    const auto isStep = [](const Job& job) {
        const bool active =
            job.state == JobState::Waiting || job.state == JobState::Running || job.state == JobState::Cancelling;
        return active && job.key != QLatin1String("copy") && job.key != QLatin1String("report") &&
               job.key != QLatin1String("export");
    };
    const auto found = std::ranges::find_if(jobs.jobs(), isStep);
    return found == jobs.jobs().end() ? nullptr : &*found;
}

/// While the built-in study is made there is none to ask; what comes before the step under way is done.
std::vector<pipeline::StepStatus> stepsOfNewStudy(pipeline::Step underWay) {
    using pipeline::Step;
    std::vector<pipeline::StepStatus> steps;
    for (const Step step : {Step::Corpus, Step::Descriptors, Step::Labels, Step::Activations, Step::Tags})
        steps.push_back({step, step < underWay ? pipeline::StepState::Done : pipeline::StepState::Missing, "", 0, 0});
    return steps;
}

} // namespace

Result<StudySnapshot> loadSnapshot(store::Project& project) {
    StudySnapshot snapshot;
    NS_ASSIGN(snapshot.data, pipeline::loadStudy(project));
    if (snapshot.data->run) {
        NS_ASSIGN(snapshot.marks, loadMarks(project.connection(), snapshot.data->run->id));
    }
    NS_ASSIGN(snapshot.undo, undoState(project.connection()));
    return snapshot;
}

Result<OpenedStudy> takeOver(Result<store::Project> project) {
    if (!project)
        return project.error();
    NS_ASSIGN(auto connection, StudyConnection::adopt(std::move(project).value()));
    NS_ASSIGN(StudySnapshot snapshot, loadSnapshot(connection->project()));
    NS_ASSIGN(CurationSnapshot curation, loadCurationSnapshot(connection->project().connection()));
    return OpenedStudy{std::move(connection), std::move(snapshot), std::move(curation)};
}

void Session::createStudy(const QString& folder) {
    d->beginOpening(folder, [folder] { return store::Project::create(path(folder)); });
}

void Session::openStudy(const QString& folder, bool readOnly) {
    const auto access = readOnly ? store::Access::ReadOnly : store::Access::ReadWrite;
    d->beginOpening(folder, [folder, access] { return store::Project::open(path(folder), access); });
}

void Session::Private::beginOpening(const QString& name, std::function<Result<store::Project>()> open) {
    q.closeStudy();
    opening = true;
    folder = name;
    emit q.changed(ChangeSet::everything());
    compute.post([this, open = std::move(open), forEpoch = epoch] {
        closeUnwanted();
        deliver(forEpoch, takeOver(open()));
    });
}

/// What is on its way is wanted by nobody once another is asked for: the window does not look into it then.
void Session::Private::closeUnwanted() {
    if (const auto unwanted = onItsWay.lock())
        *unwanted = Error{ErrorCode::Cancelled, "", "another study was asked for", ""};
}

void Session::Private::deliver(std::uint64_t forEpoch, Result<OpenedStudy> study) {
    auto outcome = std::make_shared<Result<OpenedStudy>>(std::move(study));
    onItsWay = outcome;
    toWindow([this, forEpoch, outcome = std::move(outcome)]() mutable {
        if (forEpoch == epoch)
            opened(std::move(*outcome));
        else
            compute.post([unwanted = std::move(outcome)]() mutable { unwanted.reset(); });
    });
}

void Session::Private::opened(Result<OpenedStudy> study) {
    opening = false;
    if (!study) {
        const QString name = std::exchange(folder, {});
        emit q.changed(ChangeSet::everything());
        emit q.openFailed(name, study.error());
        return;
    }
    connection = std::move(study->connection);
    store::Project& project = connection->project(); // nothing runs on the compute lane yet
    folder = QString::fromStdString(project.folder());
    readOnly = project.readOnly();
    const QString note = openingNoteText(project.openingNote());
    adopt(std::move(study->snapshot), false);
    takeCuration(std::move(study->curation));
    requestSteps();
    if (!note.isEmpty())
        emit q.noticed(note);
}

void Session::Private::adopt(StudySnapshot snapshot, bool keepThresholds, std::unique_ptr<tagging::Tagger> tagger) {
    const auto selected = selectedDescriptor();
    data = std::move(snapshot.data);
    marks = std::move(snapshot.marks);
    undo = std::move(snapshot.undo);
    active = data->active();
    if (!keepThresholds)
        thresholds = committed = data->thresholds;
    tagging.setStudy(data, thresholds, std::move(tagger));
    validation.setStudy(data, whyFixed());
    dropLostSelection();
    followDescriptor(selected);
    refreshSteps();
    emit q.changed(ChangeSet::everything());
    emit q.undoChanged();
}

/// Other data, such as a run of a smaller model, may not have what was selected.
void Session::Private::dropLostSelection() {
    if (const auto neuron = selection.neuron(); neuron && (!data->run || neuron->value >= data->run->neurons()))
        selection.setNeuron({});
    if (const auto sentence = selection.sentence(); sentence && sentence->value >= data->corpus->size())
        selection.setSentence({});
}

std::optional<DescriptorId> Session::Private::selectedDescriptor() const {
    const auto column = selection.descriptor();
    const bool isThere = data && column && *column < data->descriptors.size();
    return isThere ? std::optional(data->descriptors[*column].id) : std::nullopt;
}

void Session::Private::followDescriptor(std::optional<DescriptorId> selected) {
    std::optional<std::uint32_t> column;
    for (std::uint32_t i = 0; i < data->descriptors.size(); ++i)
        if (selected == data->descriptors[i].id)
            column = i;
    if (column == selection.descriptor())
        return;
    selection.setDescriptor({}); // views show the old columns until they have refreshed
    toWindow([this, column, forData = data] {
        if (forData == data)
            selection.setDescriptor(column);
    });
}

void Session::closeStudy() {
    if (d->data)
        emit closing();
    ++d->epoch;
    cancelAllJobs();
    d->tagging.setStudy(nullptr, {});
    const bool wasOpen = d->data != nullptr;
    d->data.reset();
    d->storedSteps.clear();
    d->steps.clear();
    d->folder.clear();
    d->opening = d->readOnly = d->undoBusy = false;
    d->rowRulesAsked[0] = d->rowRulesAsked[1] = false;
    d->undo = {};
    d->marks.clear();
    d->curation.clear();
    d->validation.clear();
    d->curationWanted = false;
    d->active.clear();
    d->thresholds = d->committed = {};
    d->selection.clear();
    d->release(std::move(d->connection));
    if (!wasOpen)
        return;
    emit stepsChanged();
    emit undoChanged();
    emit changed(ChangeSet::everything());
}

/// Closes a connection behind the jobs that still use it: the last reference falls on the compute lane.
void Session::Private::release(std::shared_ptr<StudyConnection> old) {
    if (old)
        compute.post([old = std::move(old)]() mutable { old.reset(); });
}

/// The stored state of the steps is read on the compute lane: it may look into every segment.
void Session::Private::requestSteps() {
    compute.post([this, opened = connection, forEpoch = epoch] {
        const auto status =
            std::make_shared<Result<std::vector<pipeline::StepStatus>>>(pipeline::status(opened->project()));
        toWindow([this, forEpoch, status] {
            if (forEpoch != epoch)
                return;
            if (!*status) {
                emit q.failed(status->error());
                return;
            }
            storedSteps = **status;
            refreshSteps();
        });
    });
}

void Session::Private::refreshSteps() {
    const Job* job = stepUnderWay(jobs);
    const bool buildsDemo = job && job->key == QLatin1String("demo");
    steps = storedSteps.empty() && buildsDemo ? stepsOfNewStudy(stepOf(*job)) : storedSteps;
    for (pipeline::StepStatus& step : steps)
        if (step.step == pipeline::Step::Tags && tagging.tagger() && step.state == pipeline::StepState::Done)
            step.done = tagging.tagger()->summary().neuronsTagged;
    if (job && !steps.empty()) {
        pipeline::StepStatus& step = steps[static_cast<std::size_t>(stepOf(*job))];
        step.state = pipeline::StepState::Running;
        step.done = job->done;
        step.total = job->total;
    }
    emit q.stepsChanged();
}

void Session::Private::toWindow(Deliver deliver) {
    QMetaObject::invokeMethod(&q, std::move(deliver), Qt::QueuedConnection);
}

} // namespace neuroscribe::app
