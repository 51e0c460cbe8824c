#include "core/base/log.h"

#include <cstdio>
#include <utility>

namespace neuroscribe {
namespace {

void writeToStderr(LogLevel level, std::string_view category, std::string_view message) {
    if (level < LogLevel::Warning)
        return;
    std::fprintf(stderr, "%s: %.*s: %.*s\n", level == LogLevel::Warning ? "warning" : "error",
                 static_cast<int>(category.size()), category.data(), static_cast<int>(message.size()), message.data());
}

LogSink& currentSink() {
    static LogSink sink = writeToStderr;
    return sink;
}

} // namespace

void setLogSink(LogSink sink) {
    currentSink() = sink ? std::move(sink) : LogSink(writeToStderr);
}

void log(LogLevel level, std::string_view category, std::string_view message) {
    currentSink()(level, category, message);
}

} // namespace neuroscribe
