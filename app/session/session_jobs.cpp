#include "app/session/session_private.h"

#include "app/session/job_progress.h"
#include "app/session/job_work.h"
#include "core/pipeline/demo.h"

#include <QFile>

#include <utility>

namespace neuroscribe::app {
namespace {

std::string path(const QString& text) {
    return QFile::encodeName(text).toStdString();
}

Error stoppedBeforeItBegan() {
    return {ErrorCode::Cancelled, "", "stopped before it began", ""};
}

} // namespace

JobId Session::Private::addJob(const QString& key, const QString& title, std::stop_token& stop) {
    const JobId id = jobs.add(key, title);
    stop = stops[id].get_token();
    refreshSteps();
    return id;
}

JobId Session::Private::startJob(const QString& key, const QString& title, JobWork work) {
    std::stop_token stop;
    const JobId id = addJob(key, title, stop);
    compute.post([this, id, forEpoch = epoch, opened = connection, work = std::move(work), stop] {
        runWork(id, forEpoch, opened, work, stop);
    });
    return id;
}

/// On the compute lane. What a cancelled job has finished is kept, so the study is read again in any case.
void Session::Private::runWork(JobId id, std::uint64_t forEpoch, const std::shared_ptr<StudyConnection>& opened,
                               const JobWork& work, std::stop_token stop) {
    toWindow([this, id] { setJobState(id, JobState::Running); });
    JobProgress progress([this, id](const Job& job) { toWindow([this, id, job] { progressed(id, job); }); });
    const bool wanted = !stop.stop_requested();
    const Result<QString> outcome = wanted ? work(opened->project(), stop, progress) : stoppedBeforeItBegan();
    const ReadSnapshot read = wanted ? readSnapshot(*opened) : ReadSnapshot{};
    toWindow([this, id, forEpoch, outcome, read] {
        closeJob(id, outcome);
        if (!outcome && outcome.error().code != ErrorCode::Cancelled)
            emit q.failed(outcome.error());
        if (read.snapshot)
            snapshotArrived(forEpoch, read);
    });
}

ReadSnapshot readSnapshot(StudyConnection& connection) {
    const auto edits = connection.writtenEdits();
    return {edits, std::make_shared<Result<StudySnapshot>>(loadSnapshot(connection.project()))};
}

void Session::Private::snapshotArrived(std::uint64_t forEpoch, const ReadSnapshot& read) {
    if (forEpoch != epoch)
        return;
    if (!*read.snapshot) {
        emit q.failed(read.snapshot->error());
        return;
    }
    if (!isOutdated(read))
        tagging.prepare((*read.snapshot)->data, [this, forEpoch, read](std::unique_ptr<tagging::Tagger> tagger) {
            if (forEpoch == epoch && !isOutdated(read))
                snapshotTagged(read, std::move(tagger));
        });
}

bool Session::Private::isOutdated(const ReadSnapshot& read) {
    if (read.edits == connection->edits())
        return false;
    compute.post([this, forEpoch = epoch, opened = connection] {
        toWindow([this, forEpoch, again = readSnapshot(*opened)] { snapshotArrived(forEpoch, again); });
    });
    return true;
}

void Session::Private::snapshotTagged(const ReadSnapshot& read, std::unique_ptr<tagging::Tagger> tagger) {
    adopt(**read.snapshot, true, std::move(tagger));
    requestCuration();
    requestSteps();
}

void Session::Private::setJobState(JobId id, JobState state) {
    app::setJobState(jobs, id, state);
    refreshSteps();
}

void Session::Private::progressed(JobId id, const Job& progress) {
    showProgress(jobs, id, progress);
    refreshSteps();
}

void Session::Private::closeJob(JobId id, const Result<QString>& outcome) {
    stops.erase(id);
    app::closeJob(jobs, id, outcome, Session::tr("Stopped. What is finished is kept."));
    refreshSteps();
}

JobId Session::importFiles(const QStringList& files, const corpus::ImportOptions& options) {
    return d->startJob(QStringLiteral("import"), tr("Import sentences"), importWork(files, options));
}

JobId Session::importLabels(const QString& file, const QString& annotator) {
    return d->startJob(QStringLiteral("label"), tr("Import labels"), labelImportWork(file, annotator));
}

JobId Session::labelLexically(const std::vector<DescriptorTerms>& descriptors) {
    return d->startJob(QStringLiteral("label"), tr("Label by matching words"), lexicalWork(descriptors));
}

JobId Session::describe(const llm::EngineOptions& engine, const descriptors::DescribeRequest& request) {
    return d->startJob(QStringLiteral("describe"), tr("Name the topics"), describeWork(engine, request));
}

JobId Session::labelWithModel(const llm::EngineOptions& engine, const labels::LabelRequest& request,
                              const QStringList& descriptors) {
    return d->startJob(QStringLiteral("label"), tr("Label by a language model"),
                       modelLabelWork(engine, request, descriptors));
}

JobId Session::clusterTopics(const QString& encoder, const pipeline::ClusterOptions& options) {
    return d->startJob(QStringLiteral("cluster"), tr("Cluster the topics"), clusterWork(encoder, options));
}

JobId Session::clusterEmbedded(const pipeline::ClusterOptions& options) {
    return d->startJob(QStringLiteral("cluster"), tr("Cluster the topics"), clusterEmbeddedWork(options));
}

JobId Session::extract(const extraction::ExtractOptions& options) {
    const auto measured = [this](const nn::RuntimeInfo& info) {
        d->toWindow([this, info] {
            d->runtime = info;
            emit runtimeInfoChanged();
        });
    };
    return d->startJob(QStringLiteral("extract"), tr("Extract activations"), extractWork(options, measured));
}

JobId Session::saveCopy(const QString& folder) {
    return d->startJob(QStringLiteral("copy"), tr("Save a copy"), copyWork(folder));
}

void Session::openDemo(const QString& folder) {
    closeStudy();
    d->opening = true;
    d->folder = folder;
    std::stop_token stop;
    const JobId id = d->addJob(QStringLiteral("demo"), tr("Built-in study"), stop);
    emit changed(ChangeSet::everything());
    d->compute.post([this, id, forEpoch = d->epoch, folder, stop] { d->buildDemo(id, forEpoch, folder, stop); });
}

/// On the compute lane.
void Session::Private::buildDemo(JobId id, std::uint64_t forEpoch, const QString& target, std::stop_token stop) {
    toWindow([this, id] { setJobState(id, JobState::Running); });
    JobProgress progress([this, id](const Job& job) { toWindow([this, id, job] { progressed(id, job); }); });
    pipeline::DemoOptions options;
    options.folder = path(target);
    closeUnwanted();
    auto project = stop.stop_requested() ? Result<store::Project>(stoppedBeforeItBegan())
                                         : pipeline::buildDemo(options, stop, progress);
    const Result<QString> outcome = project ? Result<QString>(Session::tr("Ready")) : project.error();
    auto study = takeOver(std::move(project));
    toWindow([this, id, outcome] { closeJob(id, outcome); });
    deliver(forEpoch, std::move(study));
}

} // namespace neuroscribe::app
