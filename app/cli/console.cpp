#include "app/cli/console.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>
#include <unistd.h>

namespace neuroscribe::cli {
namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::seconds kLineInterval{5};

std::string remainingText(const Progress& progress) {
    if (!progress.remainingSeconds)
        return "";
    const auto seconds = static_cast<long>(std::ceil(*progress.remainingSeconds));
    char text[48];
    std::snprintf(text, sizeof text, ", %ld:%02ld left", seconds / 60, seconds % 60);
    return text;
}

std::string countText(const Progress& progress) {
    std::string text = std::to_string(progress.done);
    if (progress.total)
        text += " of " + std::to_string(progress.total);
    return text + remainingText(progress);
}

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

} // namespace

Console::Console(const Context& context) : m_mode(Mode::Lines), m_quiet(context.quiet) {
    if (context.quiet)
        m_mode = Mode::None;
    else if (context.progressMode == "json")
        m_mode = Mode::Json;
    else if (::isatty(STDERR_FILENO))
        m_mode = Mode::Bar;
}

void Console::progress(const Progress& progress) {
    const std::lock_guard lock(m_mutex);
    if (m_mode == Mode::Bar)
        drawBar(progress);
    else if (m_mode != Mode::None)
        writeLine(progress);
}

void Console::drawBar(const Progress& progress) {
    const double share =
        progress.total ? std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total)) : 0.0;
    const int filled = static_cast<int>(share * kBarWidth);
    const std::string bar = std::string(static_cast<std::size_t>(filled), '#') +
                            std::string(static_cast<std::size_t>(kBarWidth - filled), '.');
    std::fprintf(stderr, "\r\033[K%-10.*s [%s] %s", static_cast<int>(progress.step.size()), progress.step.data(),
                 bar.c_str(), countText(progress).c_str());
    m_barShown = true;
    if (progress.total && progress.done >= progress.total) {
        std::fputc('\n', stderr);
        m_barShown = false;
    }
    std::fflush(stderr);
}

void Console::writeLine(const Progress& progress) {
    if (m_mode == Mode::Json) {
        nlohmann::ordered_json line{
            {"step", progress.step}, {"done", progress.done}, {"total", nullptr}, {"remaining_s", nullptr}};
        if (progress.total)
            line["total"] = progress.total;
        if (progress.remainingSeconds)
            line["remaining_s"] = *progress.remainingSeconds;
        std::fprintf(stderr, "%s\n", line.dump().c_str());
        return;
    }
    const auto now = Clock::now();
    const bool finished = progress.total && progress.done >= progress.total;
    if (m_step != progress.step) {
        m_step = progress.step;
        m_lastLine = now;
        m_lineShown = false;
    }
    if (!(finished && m_lineShown) && now - m_lastLine < kLineInterval)
        return; // work of a moment leaves no trace
    m_lastLine = now;
    m_lineShown = !finished;
    std::fprintf(stderr, "%s: %s\n", m_step.c_str(), countText(progress).c_str());
}

void Console::message(LogLevel level, std::string_view category, std::string_view message) {
    const std::lock_guard lock(m_mutex);
    if (level < LogLevel::Info || (m_quiet && level < LogLevel::Error))
        return;
    if (m_mode == Mode::Json) {
        const nlohmann::ordered_json line{{"level", levelName(level)}, {"category", category}, {"message", message}};
        std::fprintf(stderr, "%s\n",
                     line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
        return;
    }
    wipe();
    std::fprintf(stderr, "%s: %.*s: %.*s\n", levelName(level), static_cast<int>(category.size()), category.data(),
                 static_cast<int>(message.size()), message.data());
}

void Console::clear() {
    const std::lock_guard lock(m_mutex);
    wipe();
}

void Console::wipe() {
    if (m_barShown)
        std::fputs("\r\033[K", stderr);
    m_barShown = false;
}

} // namespace neuroscribe::cli
