#include "core/extraction/batch_plan.h"

#include <algorithm>
#include <numeric>

#include "core/base/random.h"

namespace neuroscribe::extraction {
namespace {

constexpr BatchLimits kGpuLimits{16'384, 512};
// Time per token grows with layers x units; 7 million makes 759 tokens of BERT-base, a second of two slow cores.
constexpr std::uint64_t kCpuWork = 7'000'000;
constexpr std::uint64_t kCpuLeastTokens = 512;
constexpr std::uint64_t kCpuMostTokens = 4096;
constexpr std::uint64_t kOrderSeed = 1;

} // namespace

BatchLimits batchLimits(const nn::Encoder& encoder, std::uint32_t requestedTokens) {
    const bool cpu = encoder.deviceText().starts_with("CPU");
    BatchLimits limits = cpu ? BatchLimits{} : kGpuLimits;
    if (cpu) {
        const std::uint64_t neurons = std::max<std::uint64_t>(1, std::uint64_t{encoder.layers()} * encoder.units());
        limits.tokens = static_cast<std::uint32_t>(std::clamp(kCpuWork / neurons, kCpuLeastTokens, kCpuMostTokens));
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
    std::uint64_t tokens = 0;
    for (const std::uint32_t row : order) {
        const bool fits = !plan.empty() && tokens + lengths[row] <= limits.tokens &&
                          plan.back().size() < std::max(1U, limits.sentences);
        if (!fits) {
            plan.emplace_back();
            tokens = 0;
        }
        plan.back().push_back(row);
        tokens += lengths[row];
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
