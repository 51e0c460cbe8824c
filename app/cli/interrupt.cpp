#include "app/cli/interrupt.h"

#include <csignal>
#include <ctime>
#include <string_view>

#include <pthread.h>
#include <unistd.h>

#include "app/cli/context.h"
#include "core/store/file.h"

namespace neuroscribe::cli {
namespace {

constexpr timespec kPoll{0, 50'000'000};
constexpr int kGracePolls = 17; // 850 ms

sigset_t handledSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

bool arrived(const sigset_t& set) {
    return sigtimedwait(&set, nullptr, &kPoll) > 0;
}

/// Without destructors, which would wait for the work: the study is safe against that, half-written files go by hand.
void endNow() {
    store::removePartFiles();
    constexpr std::string_view kText = "error: interrupted. What is finished is kept; run the same command again.\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kText.data(), kText.size());
    ::_exit(static_cast<int>(Exit::Interrupted));
}

} // namespace

Interrupt::Interrupt() {
    // A reader that goes away (head, a closed pager) is an error of a write, not a death.
    std::signal(SIGPIPE, SIG_IGN);
    const sigset_t set = handledSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiter = std::jthread([this](std::stop_token ended) { wait(ended); });
}

Interrupt::~Interrupt() = default;

void Interrupt::wait(std::stop_token ended) {
    const sigset_t set = handledSignals();
    while (!ended.stop_requested()) {
        if (!arrived(set))
            continue;
        m_stop.request_stop();
        for (int poll = 0; poll < kGracePolls && !ended.stop_requested(); ++poll)
            if (arrived(set))
                endNow(); // asked twice
        if (!ended.stop_requested())
            endNow();
    }
}

} // namespace neuroscribe::cli
