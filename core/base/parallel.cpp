#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace neuroscribe {
namespace {
std::atomic<unsigned> requestedThreads{0};
thread_local unsigned noHelpers = 0;
} // namespace

NoHelpers::NoHelpers() {
    ++noHelpers;
}

NoHelpers::~NoHelpers() {
    --noHelpers;
}

unsigned threadCount() {
    const unsigned requested = requestedThreads.load();
    return requested ? requested : std::max(1U, std::thread::hardware_concurrency());
}

void setThreadCount(unsigned threads) {
    requestedThreads = threads;
}

void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t blocks = (count + grain - 1) / grain;
    std::atomic<std::size_t> nextBlock{0};
    const auto work = [&] {
        for (std::size_t b = nextBlock++; b < blocks; b = nextBlock++)
            body(b * grain, std::min(count, (b + 1) * grain));
    };
    const std::size_t threads = noHelpers ? 1 : std::min<std::size_t>(threadCount(), blocks);
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < threads; ++t)
        helpers.emplace_back(work);
    work();
}

} // namespace neuroscribe
