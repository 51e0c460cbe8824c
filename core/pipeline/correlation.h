// Correlation of the descriptors of a study: over sentences, over neurons, and the difference of the two (the paper's
// figure 8). Over both halves; excluded descriptors are part of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/io/figure.h"
#include "core/pipeline/study.h"
#include "core/stats/correlation_matrix.h"

namespace neuroscribe::pipeline {

enum class CorrelationView : std::uint8_t { Sentences, Neurons, Difference };
/// "sentences", "neurons", "difference".
const char* viewName(CorrelationView view);
/// Errors: InvalidArgument.
Result<CorrelationView> parseView(const std::string& name);

struct CorrelationOptions {
    std::uint64_t seed = 1; ///< of the intervals
    std::uint32_t resamples = stats::kCorrelationResamples;
    /// Intervals of all pairs are made for at most so many of them; more take seconds. phiInterval() makes a single
    /// one.
    std::size_t intervalPairs = 2000;
    bool profiles = true; ///< false: over sentences only
};

struct DescriptorCorrelation {
    std::vector<std::string> names; ///< by column
    stats::Correlations sentences{0};
    std::optional<stats::PhiIntervals> intervals; ///< nothing: too many pairs
    std::optional<stats::PairValues> neurons;     ///< nothing without activations
    std::vector<std::uint8_t> constantProfile;    ///< by column; empty without activations
    std::vector<std::uint32_t> order;             ///< seriated by the correlation over sentences, undefined as 0
    std::uint64_t answered = 0, asked = 0;        ///< pairs of sentence and descriptor
    std::uint32_t sentenceCount = 0;
    std::uint32_t neuronCount = 0;
    tagging::Thresholds thresholds; ///< of the profiles
    CorrelationOptions options;

    /// Values of a view; the neurons and the difference only where there are profiles.
    stats::PairValues values(CorrelationView view) const;
    /// Of a descriptor with itself: 1, undefined where it says the same everywhere; the difference is 0 or undefined.
    double diagonal(CorrelationView view, std::uint32_t column) const;
    /// The interval of phi of a pair: from the list, or made now. first != second.
    std::optional<stats::Interval> interval(std::uint32_t first, std::uint32_t second) const;
};

/// Profiles: the share f of each neuron's exemplars at the k, split and tail of `thresholds`. Errors: MissingInput (no
/// labels), Cancelled, and those of Counter::moveTo.
Result<DescriptorCorrelation> correlateDescriptors(const StudyData& study, const tagging::Thresholds& thresholds,
                                                   const CorrelationOptions& options, std::stop_token stop);
/// Without a study, over the sentences alone. names: by column.
Result<DescriptorCorrelation> correlateLabels(const labels::LabelMatrix& labels, std::vector<std::string> names,
                                              const CorrelationOptions& options, std::stop_token stop);

/// The words of the figure; the window puts its own language in.
struct CorrelationWords {
    std::string title[3] = {"Correlation of descriptors over sentences",
                            "Correlation of descriptor profiles over neurons",
                            "Correlation over neurons minus over sentences"};
    std::string caption[3] = {
        "phi of the answers, over sentences where both are answered; undefined where one never varies",
        "Pearson's r of the share f of each neuron's exemplars", "above 0: closer for the model than in the sentences"};
    std::string valueName[3] = {"phi", "r", "r - phi"};
    std::string sentences = "sentences", neurons = "neurons", answered = "answered", split = "half", tail = "tail";
    std::string halves[2] = {"calibration", "validation"}, tails[2] = {"top", "bottom"}; ///< by Split, by Tail
    std::string resamples = "resamples", seed = "seed";
    std::string order = "order: optimal leaf order of average linkage on 1 - phi";
    std::string interval = "interval: multinomial bootstrap of the 2x2 table";
    std::string undefinedPairs = "undefined pairs";
    std::string chance = "0: independent; q: Fisher's exact test, two-sided, Benjamini-Hochberg over all pairs";
    std::string noInterval = "single values: over neurons no interval is defined";
    std::string pairs = "both answered";
    std::string thousands = ","; ///< between groups of three digits
    std::string first = "descriptor", second = "other descriptor", low = "low", high = "high", both = "both",
                firstOnly = "first only", secondOnly = "second only", neither = "neither";
};
/// Rows and columns in the seriated order; the table has a row for each pair.
io::Figure correlationFigure(const DescriptorCorrelation& correlation, CorrelationView view,
                             const CorrelationWords& words = {});

} // namespace neuroscribe::pipeline
