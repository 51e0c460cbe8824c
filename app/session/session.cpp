#include "app/session/session.h"

#include "app/session/session_private.h"

#include <QFileInfo>

namespace neuroscribe::app {

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(*this)) {
    connect(&d->jobs, &JobList::cancelRequested, this, [this](JobId id) {
        const auto stop = d->stops.find(id);
        if (stop == d->stops.end())
            return;
        d->setJobState(id, JobState::Cancelling);
        stop->second.request_stop();
    });
    connect(&d->tagging, &TaggingController::changed, this, [this](const ChangeSet& change) {
        if (change.tags)
            d->refreshSteps();
        emit changed(change);
    });
    connect(&d->tagging, &TaggingController::failed, this, &Session::failed);
    connect(&d->tagging, &TaggingController::rowRulesWanted, this,
            [this](corpus::Split split) { d->requestRowRules(split); });
    d->connectCuration();
    d->connectValidation();
}

Session::~Session() {
    // Views are told nothing more; what is under way ends in the order that the header promises.
    blockSignals(true);
    d->jobs.blockSignals(true);
    cancelAllJobs();
    closeStudy();
    d->compute.finish();
}

bool Session::isOpen() const {
    return d->data != nullptr;
}

bool Session::isOpening() const {
    return d->opening;
}

bool Session::isReadOnly() const {
    return d->readOnly;
}

QString Session::folder() const {
    return d->folder;
}

QString Session::title() const {
    return QFileInfo(d->folder).fileName();
}

std::shared_ptr<const pipeline::StudyData> Session::study() const {
    return d->data;
}

const std::vector<pipeline::StepStatus>& Session::steps() const {
    return d->steps;
}

const std::optional<nn::RuntimeInfo>& Session::runtimeInfo() const {
    return d->runtime;
}

JobList& Session::jobs() {
    return d->jobs;
}

void Session::cancelAllJobs() {
    for (const Job& job : std::vector(d->jobs.jobs()))
        d->jobs.cancel(job.id); // whoever runs it stops it; nobody runs a finished one
    for (auto& [id, stop] : d->stops)
        stop.request_stop(); // as the session ends, nobody hears the above
}

tagging::Tagger* Session::tagger() const {
    return d->tagging.tagger();
}

const tagging::Thresholds& Session::thresholds() const {
    return d->thresholds;
}

const stats::Enrichment::Table* Session::enrichment() const {
    return d->tagging.enrichment();
}

bool Session::isTaggingSettled() const {
    return d->tagging.isSettled();
}

CurationController& Session::curation() {
    return d->curation;
}

ValidationController& Session::validation() {
    return d->validation;
}

void Session::keep(std::function<Status(store::Database&)> write) {
    if (!d->connection)
        return;
    d->connection->edit(std::move(write), [this](const Status& kept) {
        if (!kept)
            d->toWindow([this, error = kept.error()] { emit failed(error); });
    });
}

Selection& Session::selection() {
    return d->selection;
}

void Session::postQuery(Reading reading, const QString& channel, Boxed read, QObject* context) {
    if (!d->connection)
        return;
    const QPointer<QObject> alive(context);
    const auto run = [this, alive, read = std::move(read), epoch = d->epoch](store::Database& database,
                                                                             std::stop_token stop) {
        if (stop.stop_requested())
            return;
        Deliver deliver = read(database, stop);
        if (stop.stop_requested())
            return;
        d->toWindow([this, alive, epoch, deliver = std::move(deliver)] {
            if (epoch == d->epoch && alive)
                deliver();
        });
    };
    reading == Reading::Panel ? d->connection->query(channel, run) : d->connection->ask(channel, run);
}

} // namespace neuroscribe::app
