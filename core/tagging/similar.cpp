#include "core/tagging/similar.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace neuroscribe::tagging {
namespace {

void keepBest(std::vector<SimilarNeuron>& found, std::uint32_t most) {
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.value > b.value; });
    if (found.size() > most)
        found.resize(most);
}

/// Sums over the descriptors that two neurons have in common.
struct Moments {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    void add(double a, double b) {
        ++n;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    std::optional<double> correlation() const {
        constexpr double kFewest = 3;
        constexpr double kDust = 1e-12; // of shares: what rounding leaves of no variance
        const double varianceX = xx - x * x / n, varianceY = yy - y * y / n;
        if (n < kFewest || !(varianceX > kDust) || !(varianceY > kDust))
            return std::nullopt;
        return std::clamp((xy - x * y / n) / std::sqrt(varianceX * varianceY), -1.0, 1.0);
    }
};

} // namespace

Result<std::vector<SimilarNeuron>> similarByExemplars(const RankTable& ranks, Tail tail, NeuronId neuron,
                                                      std::uint32_t exemplars, std::uint32_t most,
                                                      std::stop_token stop) {
    std::vector<std::uint32_t> own(exemplars);
    NS_TRY(ranks.neuron(tail, neuron, own));
    std::vector<std::uint8_t> isOwn(ranks.members(), 0);
    for (const std::uint32_t position : own)
        isOwn[position] = 1;
    std::vector<std::uint32_t> shared(ranks.neurons(), 0);
    for (std::uint32_t first = 0; first < exemplars; first += kRankBlock) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "similar neurons", "stopped", ""};
        NS_ASSIGN(const auto block, ranks.block(tail, first / kRankBlock));
        const std::uint32_t count = std::min(kRankBlock, exemplars - first);
        for (std::uint32_t i = 0; i < ranks.neurons(); ++i)
            for (const std::uint32_t position : block.subspan(std::size_t{i} * kRankBlock, count)) {
                if (position >= ranks.members())
                    return Error{ErrorCode::Corrupt, "ranks", "a rank names a sentence outside the split",
                                 "Rebuild the ranks"};
                shared[i] += isOwn[position];
            }
    }
    std::vector<SimilarNeuron> found;
    for (std::uint32_t i = 0; i < ranks.neurons(); ++i)
        if (i != neuron.value && shared[i] > 0)
            found.push_back({NeuronId(i), static_cast<double>(shared[i]) / exemplars});
    keepBest(found, most);
    return found;
}

std::vector<SimilarNeuron> similarByProfile(const Counts& counts, std::span<const std::uint8_t> active, NeuronId neuron,
                                            std::uint32_t most) {
    const std::size_t own = std::size_t{neuron.value} * counts.descriptors;
    std::vector<SimilarNeuron> found;
    for (std::uint32_t i = 0; i < counts.neurons; ++i) {
        if (i == neuron.value)
            continue;
        const std::size_t other = std::size_t{i} * counts.descriptors;
        Moments moments;
        for (std::uint32_t c = 0; c < counts.descriptors; ++c)
            if (active[c] && counts.answered[own + c] > 0 && counts.answered[other + c] > 0)
                moments.add(static_cast<double>(counts.yes[own + c]) / counts.answered[own + c],
                            static_cast<double>(counts.yes[other + c]) / counts.answered[other + c]);
        if (const auto r = moments.correlation())
            found.push_back({NeuronId(i), *r});
    }
    keepBest(found, most);
    return found;
}

} // namespace neuroscribe::tagging
