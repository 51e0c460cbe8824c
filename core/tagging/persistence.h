// Where over t and k a tag lives in both halves of the data (SCIENCE, "What the paper leaves out" 8). One neuron at a
// time, under a rule that is counted among exemplars.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

inline constexpr std::uint32_t kGridMilli = 100; ///< k goes by 0.1 %

/// One half of the data, as one neuron sees it.
struct NeuronHalf {
    const SplitLabels* labels = nullptr;
    std::span<const std::uint32_t> ranks; ///< positions, best first, to k = 10 %
};

/// Grid values of k, both ends included; units of 0.001 %.
struct KRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const KRange&) const = default;
};

struct Persistence {
    /// At the present k the tag lives in both halves for every t below: the smaller of both scores. Nothing where one
    /// of them is undefined. 0: for no t.
    std::optional<double> tEnd;
    std::vector<KRange> k; ///< at the present t, ascending
    bool operator==(const Persistence&) const = default;
};

/// By descriptor; of excluded ones nothing lives. Errors: InvalidArgument for a rule of whole rows, which knows no k;
/// Cancelled.
Result<std::vector<Persistence>> persistenceOf(const NeuronHalf& calibration, const NeuronHalf& validation,
                                               std::span<const std::uint8_t> active, const Thresholds& thresholds,
                                               std::stop_token stop = {});

} // namespace neuroscribe::tagging
