#include "core/base/parallel.h"

#include <atomic>
#include <thread>
#include <vector>

#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

/// Which thread did each of the ranges.
std::vector<std::thread::id> workers(std::size_t count, std::size_t grain) {
    std::vector<std::thread::id> ids(count);
    parallelFor(count, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            ids[i] = std::this_thread::get_id();
    });
    return ids;
}

} // namespace

TEST_CASE("every index is done once, in ranges that begin at multiples of the grain") {
    std::vector<int> done(1003);
    std::atomic<bool> aligned{true};
    parallelFor(done.size(), 10, [&](std::size_t begin, std::size_t end) {
        aligned = aligned && begin % 10 == 0;
        for (std::size_t i = begin; i < end; ++i)
            ++done[i];
    });
    CHECK(aligned);
    CHECK(done == std::vector<int>(1003, 1));
    parallelFor(0, 10, [](std::size_t, std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("a thread that must not wait does all ranges itself, as long as it says so") {
    const NoHelpers alone;
    const std::vector<std::thread::id> here(64, std::this_thread::get_id());
    {
        const NoHelpers nested;
        CHECK(workers(64, 1) == here);
    }
    CHECK(workers(64, 1) == here);
}
