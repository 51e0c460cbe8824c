// Core logs through one sink that the program sets; by default warnings go to stderr. No secrets, no full prompts.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace neuroscribe {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// category: one short word per module ("store", "nn"). Called from any thread.
using LogSink = std::function<void(LogLevel level, std::string_view category, std::string_view message)>;

/// Replaces the sink; call before threads start.
void setLogSink(LogSink sink);
void log(LogLevel level, std::string_view category, std::string_view message);

} // namespace neuroscribe
