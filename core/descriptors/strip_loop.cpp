#include "core/descriptors/strip_loop.h"

#include <atomic>
#include <new>
#include <thread>

#include "core/base/parallel.h"
#include "core/descriptors/row_products.h"

namespace neuroscribe::descriptors {

void parallelThrowing(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
    std::atomic<bool> noMemory{false};
    parallelFor(count, grain, [&](std::size_t begin, std::size_t end) {
        if (noMemory)
            return;
        try {
            body(begin, end);
        } catch (const std::bad_alloc&) {
            noMemory = true;
        }
    });
    if (noMemory)
        throw std::bad_alloc();
}

void forStrips(std::uint32_t rows, const std::stop_token& stop, ProgressMeter& meter,
               const std::function<void(std::uint32_t, std::uint32_t)>& body) {
    const auto caller = std::this_thread::get_id();
    std::atomic<std::uint64_t> done{0};
    parallelThrowing(rows, kStripRows, [&](std::size_t begin, std::size_t end) {
        if (stop.stop_requested())
            return;
        body(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
        done += pairsOf(rows - begin) - pairsOf(rows - end);
        if (std::this_thread::get_id() == caller) // a meter is used on one thread
            meter.update(done);
    });
}

} // namespace neuroscribe::descriptors
