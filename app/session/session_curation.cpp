// The curation within the session: written on the edits lane; what follows from it is read beside the jobs.
#include "app/session/session_private.h"

#include <utility>

namespace neuroscribe::app {

Session::Private::Private(Session& session)
    : q(session), curation([this](CurationController::Write write, std::function<void(const Status&)> done) {
          connection->change(std::move(write), [this, done = std::move(done), forEpoch = epoch](const Status& status) {
              toWindow([this, done, status, forEpoch] {
                  if (forEpoch == epoch)
                      done(status);
                  else if (!status)
                      emit q.failed(status.error()); // of the study that was open before
              });
          });
      }),
      validation(validationWriter(), validationLoader()) {}

void Session::Private::connectCuration() {
    QObject::connect(&curation, &CurationController::changed, &q, [this] { emit q.changed({.curation = true}); });
    QObject::connect(&curation, &CurationController::failed, &q, &Session::failed);
    QObject::connect(&curation, &CurationController::written, &q, [this] {
        if (std::exchange(curationWanted, false))
            requestCuration();
    });
    QObject::connect(&curation, &CurationController::lost, &q, [this] { requestCuration(); });
    QObject::connect(&curation, &CurationController::descriptorsWritten, &q, [this] { requestLabels(); });
}

void Session::Private::takeCuration(CurationSnapshot snapshot) {
    curation.setStudy(std::move(snapshot), whyFixed());
}

/// Read on the lane of queries, where no job is in the way. An edit that is made meanwhile makes the answer old.
void Session::Private::requestCuration() {
    curationWanted = !curation.isWritten();
    if (curationWanted)
        return;
    q.query<CurationSnapshot>(
        QStringLiteral("session.curation"),
        [](store::Database& database, std::stop_token) { return loadCurationSnapshot(database); },
        [this, serial = curation.serial()](Result<CurationSnapshot> snapshot) {
            if (!snapshot)
                emit q.failed(snapshot.error());
            else if (serial != curation.serial())
                requestCuration();
            else
                takeCuration(std::move(*snapshot));
        });
}

void Session::Private::requestLabels() {
    using Data = std::shared_ptr<const pipeline::StudyData>;
    q.query<Data>(
        QStringLiteral("session.labels"),
        [base = data](store::Database& database, std::stop_token) { return pipeline::reloadLabels(*base, database); },
        [this, base = data, written = connection->writtenEdits()](Result<Data> labelled) {
            if (!labelled)
                emit q.failed(labelled.error());
            else
                labelsArrived(base, written, *labelled);
        });
}

/// Tags of the new labels first: what is in sight stays until they are there.
void Session::Private::labelsArrived(std::shared_ptr<const pipeline::StudyData> base,
                                     std::optional<std::uint64_t> written,
                                     const std::shared_ptr<const pipeline::StudyData>& labelled) {
    // A job may have brought other data meanwhile, or an edit is not in it.
    const auto isOutdated = [this, base = std::move(base), written] {
        return base != data || written != connection->edits();
    };
    if (isOutdated())
        return requestLabels();
    tagging.prepare(labelled, [this, forEpoch = epoch, isOutdated, labelled](std::unique_ptr<tagging::Tagger> tagger) {
        if (forEpoch != epoch)
            return;
        if (isOutdated())
            requestLabels();
        else
            adoptLabels(labelled, std::move(tagger));
    });
}

void Session::Private::adoptLabels(std::shared_ptr<const pipeline::StudyData> labelled,
                                   std::unique_ptr<tagging::Tagger> tagger) {
    const auto selected = selectedDescriptor();
    data = std::move(labelled);
    active = data->active();
    tagging.setStudy(data, thresholds, std::move(tagger));
    followDescriptor(selected);
    validation.setStudy(data, whyFixed());
    requestSteps();
    ChangeSet change = ChangeSet::everything();
    change.curation = false;
    emit q.changed(change);
}

} // namespace neuroscribe::app
