#include "core/extraction/batch_plan.h"

#include <algorithm>
#include <numeric>

#include "core/base/random.h"

namespace neuroscribe::extraction {
namespace {

constexpr BatchLimits kGpuLimits{16'384, 512, 1};
// Of each thread. Time per token grows with layers x units; 3.5 million makes 379 tokens of BERT-base, a second of a
// slow core.
constexpr std::uint64_t kCpuWork = 3'500'000;
constexpr std::uint64_t kCpuLeastTokens = 256;
constexpr std::uint64_t kCpuMostTokens = 2048;
constexpr std::uint64_t kOrderSeed = 1;

/// How many rows from `first` on make the next batch.
std::size_t nextBatch(std::span<const std::uint32_t> order, std::span<const std::uint32_t> lengths, std::size_t first,
                      const BatchLimits& limits) {
    const std::size_t left = order.size() - first;
    const std::size_t most = std::min<std::size_t>(left, std::max(1U, limits.sentences));
    std::uint64_t tokens = lengths[order[first]];
    std::size_t count = 1;
    while (count < most && tokens + lengths[order[first + count]] <= limits.tokens)
        tokens += lengths[order[first + count++]];
    const std::size_t threads = std::max(1U, limits.threads);
    return count == left || count < threads ? count : count - count % threads;
}

} // namespace

BatchLimits batchLimits(const nn::Encoder& encoder, std::uint32_t requestedTokens) {
    BatchLimits limits = kGpuLimits;
    if (const std::uint64_t threads = encoder.threads(); threads > 0) {
        const std::uint64_t neurons = std::max<std::uint64_t>(1, std::uint64_t{encoder.layers()} * encoder.units());
        const std::uint64_t tokens = std::clamp(kCpuWork / neurons, kCpuLeastTokens, kCpuMostTokens);
        limits = {.tokens = static_cast<std::uint32_t>(threads * tokens),
                  .threads = static_cast<std::uint32_t>(threads)};
    }
    if (requestedTokens != 0)
        limits.tokens = requestedTokens;
    return limits;
}

BatchPlan planBatches(std::span<const std::uint32_t> lengths, const BatchLimits& limits) {
    std::vector<std::uint32_t> order(lengths.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lengths[a] < lengths[b]; });
    BatchPlan plan;
    for (std::size_t first = 0; first < order.size(); first += plan.back().size()) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
        plan.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(nextBatch(order, lengths, first, limits)));
    }
    Random random(kOrderSeed);
    shuffle(std::span(plan), random);
    return plan;
}

Hash128 planHash(const BatchPlan& plan) {
    Hasher hasher;
    for (const auto& batch : plan) {
        hasher.add(static_cast<std::uint64_t>(batch.size()));
        hasher.add(std::as_bytes(std::span(batch)));
    }
    return hasher.finish();
}

} // namespace neuroscribe::extraction
