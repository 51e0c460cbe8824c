#include "core/pipeline/correlation.h"

#include <cmath>
#include <limits>

#include "core/heat/seriation.h"

namespace neuroscribe::pipeline {
namespace {

constexpr const char* kViewNames[] = {"sentences", "neurons", "difference"};
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// Undefined goes with nothing and against nothing.
Result<std::vector<std::uint32_t>> seriated(const stats::PairValues& phi, std::stop_token stop) {
    const std::size_t size = phi.size;
    std::vector<double> distances(size * size, 0);
    for (std::size_t a = 0; a < size; ++a)
        for (std::size_t b = 0; b < size; ++b)
            if (a != b)
                distances[a * size + b] = 1 - (std::isnan(phi.at(a, b)) ? 0 : phi.at(a, b));
    return heat::optimalLeafOrder(distances, phi.size, stop);
}

/// [neurons][descriptors], excluded ones too.
std::vector<float> profilesOf(const tagging::Counts& counts) {
    std::vector<float> shares(counts.yes.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t cell = 0; cell < shares.size(); ++cell)
        if (counts.answered[cell] > 0)
            shares[cell] = static_cast<float>(static_cast<double>(counts.yes[cell]) / counts.answered[cell]);
    return shares;
}

/// 1: fewer than two neurons have it, or all that have it the same.
std::vector<std::uint8_t> constantProfiles(const std::vector<float>& profiles, std::size_t size) {
    std::vector<std::uint8_t> constant(size, 1);
    std::vector<float> first(size, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t cell = 0; cell < profiles.size(); ++cell) {
        float& reference = first[cell % size];
        if (std::isnan(reference))
            reference = profiles[cell];
        else if (!std::isnan(profiles[cell]) && profiles[cell] != reference)
            constant[cell % size] = 0;
    }
    return constant;
}

Status addProfiles(const StudyData& study, DescriptorCorrelation& out, std::stop_token stop) {
    const auto split = static_cast<std::size_t>(out.thresholds.split);
    const auto& ranks = study.ranks[split];
    tagging::Counter counter(ranks, study.splitLabels[split], out.thresholds.tail);
    NS_TRY(counter.moveTo(tagging::exemplarCount(out.thresholds.kMilli, ranks->members()), stop));
    const std::vector<float> profiles = profilesOf(counter.counts());
    NS_ASSIGN(out.neurons, stats::profileCorrelation(profiles, counter.counts().descriptors, stop));
    out.constantProfile = constantProfiles(profiles, counter.counts().descriptors);
    out.neuronCount = counter.counts().neurons;
    return {};
}

} // namespace

const char* viewName(CorrelationView view) {
    return kViewNames[static_cast<std::size_t>(view)];
}

Result<CorrelationView> parseView(const std::string& name) {
    for (std::size_t view = 0; view < std::size(kViewNames); ++view)
        if (name == kViewNames[view])
            return static_cast<CorrelationView>(view);
    return Error{ErrorCode::InvalidArgument, name, "a view is sentences, neurons or difference", ""};
}

stats::PairValues DescriptorCorrelation::values(CorrelationView view) const {
    if (view == CorrelationView::Sentences)
        return sentences.phi;
    if (!neurons)
        return stats::PairValues(sentences.phi.size);
    return view == CorrelationView::Neurons ? *neurons : stats::difference(*neurons, sentences.phi);
}

double DescriptorCorrelation::diagonal(CorrelationView view, std::uint32_t column) const {
    if (view != CorrelationView::Neurons && sentences.constant[column])
        return kUndefined;
    if (view != CorrelationView::Sentences && (!neurons || constantProfile[column]))
        return kUndefined;
    return view == CorrelationView::Difference ? 0 : 1;
}

std::optional<stats::Interval> DescriptorCorrelation::interval(std::uint32_t first, std::uint32_t second) const {
    const std::size_t pair = sentences.phi.index(first, second);
    if (!intervals)
        return stats::phiInterval(sentences.tables[pair], options.resamples, stats::pairSeed(options.seed, pair));
    if (std::isnan(intervals->low.values[pair]))
        return std::nullopt;
    return stats::Interval{intervals->low.values[pair], intervals->high.values[pair]};
}

Result<DescriptorCorrelation> correlateLabels(const labels::LabelMatrix& labels, std::vector<std::string> names,
                                              const CorrelationOptions& options, std::stop_token stop) {
    DescriptorCorrelation out;
    out.names = std::move(names);
    out.options = options;
    out.sentenceCount = labels.sentences();
    std::vector<stats::TernaryBits> columns;
    for (std::uint32_t c = 0; c < labels.descriptors(); ++c)
        columns.emplace_back(labels.column(c));
    NS_ASSIGN(out.sentences, stats::correlate(columns, stop));
    const labels::LabelCounts counts = labels::countLabels(labels);
    out.answered = counts.yes + counts.no;
    out.asked = counts.pairs;
    if (out.sentences.tables.size() <= options.intervalPairs) {
        NS_ASSIGN(out.intervals, stats::phiIntervals(out.sentences, options.resamples, options.seed, stop));
    }
    NS_ASSIGN(out.order, seriated(out.sentences.phi, stop));
    return out;
}

Result<DescriptorCorrelation> correlateDescriptors(const StudyData& study, const tagging::Thresholds& thresholds,
                                                   const CorrelationOptions& options, std::stop_token stop) {
    if (!study.labels || study.descriptors.empty())
        return Error{ErrorCode::MissingInput, "correlation", "the study has no labels", "Run label first"};
    std::vector<std::string> names;
    for (const labels::Descriptor& descriptor : study.descriptors)
        names.push_back(descriptor.name);
    NS_ASSIGN(DescriptorCorrelation out, correlateLabels(*study.labels, std::move(names), options, stop));
    out.thresholds = thresholds;
    if (options.profiles && study.taggable())
        NS_TRY(addProfiles(study, out, stop));
    return out;
}

} // namespace neuroscribe::pipeline
