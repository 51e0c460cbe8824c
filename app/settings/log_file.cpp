#include "app/settings/log_file.h"

#include "core/base/log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>
#include <memory>
#include <mutex>

namespace neuroscribe::app {
namespace {

constexpr qint64 kMostBytes = 1 << 20;

const char* levelName(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        break;
    }
    return "error";
}

struct LogFile {
    std::mutex mutex;
    QFile file;
};

} // namespace

QString logFolder() {
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/log");
    QDir().mkpath(folder);
    return folder;
}

void startLogFile() {
    const auto log = std::make_shared<LogFile>();
    log->file.setFileName(logFolder() + QLatin1String("/neuroscribe.log"));
    if (log->file.size() > kMostBytes) {
        const QString old = log->file.fileName() + QLatin1String(".old");
        QFile::remove(old);
        QFile::rename(log->file.fileName(), old);
    }
    const bool writable = log->file.open(QIODevice::Append | QIODevice::Text);
    setLogSink([log, writable](LogLevel level, std::string_view category, std::string_view message) {
        if (level == LogLevel::Debug)
            return;
        const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
        QByteArray line = time + ' ' + levelName(level) + ' ';
        line.append(category.data(), static_cast<qsizetype>(category.size()));
        line.append(": ");
        line.append(message.data(), static_cast<qsizetype>(message.size()));
        line.append('\n');
        const std::lock_guard lock(log->mutex);
        if (writable) {
            log->file.write(line);
            log->file.flush();
        }
        if (!writable || level >= LogLevel::Warning)
            std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    });
}

} // namespace neuroscribe::app
