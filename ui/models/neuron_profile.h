// Everything the neuron page reads from disk about one neuron, as a value made on the light lane.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace neuroscribe::ui {

struct Histogram {
    double low = 0; ///< left edge of the first bin
    double high = 0;
    std::vector<std::uint32_t> counts; ///< equal bins
    bool operator==(const Histogram&) const = default;
};

struct NeuronProfile {
    NeuronId neuron;
    corpus::Split split = corpus::Split::Calibration;
    std::vector<float> values;         ///< [sentences] of the corpus, by id
    std::vector<std::uint32_t> top;    ///< positions in the split's members, best first, to the depth of the ranks
    std::vector<std::uint32_t> bottom; ///< the same from the other end
    std::vector<std::uint32_t> order;  ///< all positions, highest activation first
    Histogram histogram;               ///< of the values of the split's members
};

/// Errors: MissingInput (nothing extracted yet), Io, Corrupt, Cancelled.
Result<NeuronProfile> readNeuronProfile(const pipeline::StudyData& study, NeuronId neuron, corpus::Split split,
                                        std::stop_token stop);
Histogram makeHistogram(const std::vector<float>& values, const std::vector<SentenceId>& members, std::uint32_t bins);

/// The neuron's cells in the profile's split, by descriptor; q is left undefined, because its family is all neurons.
Result<std::vector<tagging::Cell>> profileCells(const pipeline::StudyData& study, const NeuronProfile& profile,
                                                const tagging::Thresholds& thresholds);

} // namespace neuroscribe::ui
