#include "app/settings/keychain.h"

#include <QObject>

#include <qt6keychain/keychain.h>

namespace neuroscribe::app {
namespace {

const QString kService = QStringLiteral("io.github.neuroscribe.Neuroscribe");

bool isAbsent(const QKeychain::Job& job) {
    return job.error() == QKeychain::EntryNotFound;
}

/// The job deletes itself once it has finished.
void start(QKeychain::Job* job, const QString& server) {
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(server);
    job->start();
}

} // namespace

void readKey(const QString& server, QObject* context, std::function<void(QString, QString)> done) {
    auto* job = new QKeychain::ReadPasswordJob(kService);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool failed = job->error() != QKeychain::NoError && !isAbsent(*job);
        done(job->error() == QKeychain::NoError ? job->textData() : QString(), failed ? job->errorString() : QString());
    });
    start(job, server);
}

void writeKey(const QString& server, const QString& key, QObject* context, std::function<void(QString)> done) {
    const auto connectDone = [&](QKeychain::Job* job) {
        QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
            done(job->error() == QKeychain::NoError || isAbsent(*job) ? QString() : job->errorString());
        });
        start(job, server);
    };
    if (key.isEmpty())
        return connectDone(new QKeychain::DeletePasswordJob(kService));
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setTextData(key);
    connectDone(job);
}

} // namespace neuroscribe::app
