// What every verb gets: the general options and the ways to report.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/project.h"

namespace neuroscribe::cli {

/// Exit statuses (part of the contract; scripts rely on them).
enum class Exit : int { Done = 0, Failed = 1, WrongUsage = 2, Interrupted = 3, Gaps = 4 };

struct Context {
    bool json = false;
    bool quiet = false;
    std::string progressMode = "auto"; ///< "auto", "json"
    std::string device = "auto";
    unsigned threads = 0; ///< 0: all cores
    std::optional<std::uint64_t> seed;
    std::string folder; ///< of the study, -p

    std::stop_token stop; ///< SIGINT and SIGTERM
    ProgressSink* progress = nullptr;
};

/// InvalidArgument when no study was named.
Status requireFolder(const Context& context);
/// Opens the study of -p and reports the opening note. Reading verbs ask for ReadOnly: they work beside the window.
Result<store::Project> openProject(const Context& context, store::Access access);

} // namespace neuroscribe::cli
