// What an import would do, computed beside the window: each change of an option starts anew, the latest wins.
#pragma once

#include "app/lanes/latest_lane.h"
#include "core/corpus/importer.h"

#include <QObject>
#include <QStringList>

#include <cstdint>

namespace neuroscribe::app {

/// Lives on the window's thread.
class ImportPreview : public QObject {
    Q_OBJECT
public:
    explicit ImportPreview(QObject* parent = nullptr);
    ~ImportPreview() override;

    void start(const QStringList& files, const corpus::ImportOptions& options);
    void stop();

signals:
    /// Now and then while the files are read, and once at the end (preview.complete).
    void updated(const neuroscribe::corpus::Preview& preview);
    void failed(const neuroscribe::Error& error);

private:
    std::uint64_t m_epoch = 0;
    LatestLane m_lane{"preview"}; ///< last: ends before what its tasks come back to
};

} // namespace neuroscribe::app
