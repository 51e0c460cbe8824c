// A plain parallel loop over blocks. The result must not depend on the number of threads: each index writes its own
// place.
#pragma once

#include <cstddef>
#include <functional>

namespace neuroscribe {

/// Number of threads to use: the value set by setThreadCount, else the hardware's, at least 1.
unsigned threadCount();
void setThreadCount(unsigned threads);

/// Calls body(begin, end) for consecutive ranges of `grain` indices covering 0 .. count-1, on up to threadCount()
/// threads. Ranges begin at multiples of grain whatever the thread count. body must not throw.
void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body);

/// While one lives, parallelFor on its thread makes no helpers. For a thread that must never wait: on a busy machine a
/// helper may hold a range and get no core for a long time.
class NoHelpers {
public:
    NoHelpers();
    ~NoHelpers();
    NoHelpers(const NoHelpers&) = delete;
    NoHelpers& operator=(const NoHelpers&) = delete;
};

} // namespace neuroscribe
