// Progress and messages on stderr: a bar on a terminal; into a file a line now and then of work that takes long; or
// JSON lines.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "app/cli/context.h"
#include "core/base/log.h"
#include "core/base/progress.h"

namespace neuroscribe::cli {

/// Thread-safe, as sinks have to be.
class Console final : public ProgressSink {
public:
    explicit Console(const Context& context);
    void progress(const Progress& progress) override;
    void message(LogLevel level, std::string_view category, std::string_view message);
    /// Wipes the bar, so that what follows starts on a clean line.
    void clear();

private:
    enum class Mode { None, Bar, Lines, Json };
    using Clock = std::chrono::steady_clock;

    void drawBar(const Progress& progress);
    void writeLine(const Progress& progress);
    void wipe();

    Mode m_mode;
    bool m_quiet;
    bool m_barShown = false;
    std::string m_step;
    Clock::time_point m_lastLine; ///< or the begin of the step
    bool m_lineShown = false;     ///< of the step
    std::mutex m_mutex;
};

} // namespace neuroscribe::cli
