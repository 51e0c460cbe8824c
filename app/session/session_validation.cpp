// The validation within the session: written on the edits lane, read beside the jobs.
#include "app/session/session_private.h"

#include <utility>

namespace neuroscribe::app {

QString Session::Private::whyFixed() const {
    return readOnly ? Session::tr("This study is open for reading only.") : QString();
}

ValidationController::Writer Session::Private::validationWriter() {
    return [this](ValidationController::Write write, std::function<void(const Status&)> done) {
        connection->edit(std::move(write), [this, done = std::move(done), forEpoch = epoch](const Status& status) {
            toWindow([this, done, status, forEpoch] {
                if (forEpoch == epoch)
                    done(status);
                else if (!status)
                    emit q.failed(status.error()); // of the study that was open before
            });
        });
    };
}

ValidationController::Loader Session::Private::validationLoader() {
    using Loaded = ValidationController::Loaded;
    return [this](ValidationController::Data study, std::optional<ValidationController::Setup> setup,
                  std::function<void(Result<Loaded>)> done) {
        q.query<Loaded>(
            QStringLiteral("session.validation"),
            [study = std::move(study), setup = std::move(setup)](store::Database& database,
                                                                 std::stop_token stop) -> Result<Loaded> {
                Loaded loaded;
                if (setup) {
                    loaded.setup = *setup;
                } else {
                    NS_ASSIGN(loaded.setup, pipeline::loadValidationSetup(database));
                }
                NS_ASSIGN(loaded.work, pipeline::loadValidationWork(database, *study, loaded.setup, std::move(stop)));
                return loaded;
            },
            std::move(done));
    };
}

void Session::Private::connectValidation() {
    QObject::connect(&validation, &ValidationController::changed, &q, [this] { emit q.changed({.validation = true}); });
    QObject::connect(&validation, &ValidationController::failed, &q, &Session::failed);
}

} // namespace neuroscribe::app
