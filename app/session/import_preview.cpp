#include "app/session/import_preview.h"

#include <QFile>
#include <QMetaObject>

#include <memory>

namespace neuroscribe::app {

ImportPreview::ImportPreview(QObject* parent) : QObject(parent) {}

ImportPreview::~ImportPreview() {
    m_lane.finish();
}

void ImportPreview::start(const QStringList& files, const corpus::ImportOptions& options) {
    std::vector<std::string> paths;
    for (const QString& file : files)
        paths.push_back(QFile::encodeName(file).toStdString());
    m_lane.post(QString(), [this, paths, options, epoch = ++m_epoch](std::stop_token stop) {
        const auto report = [this, epoch](const corpus::Preview& preview) {
            QMetaObject::invokeMethod(
                this,
                [this, epoch, preview] {
                    if (epoch == m_epoch)
                        emit updated(preview);
                },
                Qt::QueuedConnection);
        };
        const auto outcome =
            std::make_shared<Result<corpus::Preview>>(corpus::previewImport(paths, options, stop, report));
        const auto deliver = [this, epoch, outcome] {
            if (epoch != m_epoch)
                return;
            if (*outcome)
                emit updated(**outcome);
            else if (outcome->error().code != ErrorCode::Cancelled)
                emit failed(outcome->error());
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void ImportPreview::stop() {
    ++m_epoch;
    m_lane.cancel(QString());
}

} // namespace neuroscribe::app
