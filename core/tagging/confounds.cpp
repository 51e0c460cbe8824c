#include "core/tagging/confounds.h"

#include <algorithm>
#include <array>

namespace neuroscribe::tagging {
namespace {

constexpr std::uint32_t kQuintiles = 5;

Error stopped() {
    return {ErrorCode::Cancelled, "neuron", "stopped", ""};
}

bool isYes(const SplitLabels& labels, std::size_t member, std::uint32_t c) {
    return labels.yesBytes()[member * labels.stride() + c] != 0;
}

bool isAnswered(const SplitLabels& labels, std::size_t member, std::uint32_t c) {
    return labels.allAnswered() || labels.answeredBytes()[member * labels.stride() + c] != 0;
}

} // namespace

Strata makeStrata(const corpus::CorpusIndex& index, corpus::Split split) {
    const std::vector<SentenceId>& members = index.members[static_cast<std::size_t>(split)];
    std::vector<std::uint16_t> lengths;
    for (const SentenceId id : members)
        lengths.push_back(index.words[id.value]);
    std::ranges::sort(lengths);
    Strata strata;
    for (const SentenceId id : members) {
        const auto shorter = std::ranges::lower_bound(lengths, index.words[id.value]) - lengths.begin();
        const auto quintile =
            static_cast<std::uint32_t>(kQuintiles * static_cast<std::uint64_t>(shorter) / lengths.size());
        strata.of.push_back(index.category[id.value] * kQuintiles + quintile);
    }
    strata.count = static_cast<std::uint32_t>(index.categories.size()) * kQuintiles;
    for (const std::uint32_t stratum : strata.of)
        strata.count = std::max(strata.count, stratum + 1U);
    return strata;
}

Result<std::vector<std::optional<stats::Stratified>>> adjustedEnrichment(const SplitLabels& labels,
                                                                         std::span<const std::uint32_t> exemplars,
                                                                         const Strata& strata, std::stop_token stop) {
    const std::uint32_t descriptors = labels.descriptors();
    std::vector<stats::Stratum> cells(std::size_t{strata.count} * descriptors); // [stratum][descriptor]
    const auto add = [&](std::size_t member, auto all, auto yes) {
        stats::Stratum* row = cells.data() + std::size_t{strata.of[member]} * descriptors;
        for (std::uint32_t c = 0; c < descriptors; ++c) {
            row[c].*all += isAnswered(labels, member, c);
            row[c].*yes += isYes(labels, member, c);
        }
    };
    for (std::size_t member = 0; member < labels.members(); ++member)
        add(member, &stats::Stratum::population, &stats::Stratum::yes);
    for (const std::uint32_t member : exemplars)
        add(member, &stats::Stratum::drawn, &stats::Stratum::hits);
    std::vector<std::optional<stats::Stratified>> result;
    std::vector<stats::Stratum> own(strata.count);
    for (std::uint32_t c = 0; c < descriptors; ++c) {
        if (stop.stop_requested())
            return stopped();
        for (std::uint32_t g = 0; g < strata.count; ++g)
            own[g] = cells[std::size_t{g} * descriptors + c];
        result.push_back(stats::stratifiedEnrichment(own));
    }
    return result;
}

Result<std::vector<GivenStrongest>> explainTags(const SplitLabels& labels, std::span<const std::uint32_t> exemplars,
                                                std::span<const std::uint32_t> tags, double alpha,
                                                std::stop_token stop) {
    std::vector<GivenStrongest> result;
    if (tags.empty())
        return result;
    const std::uint32_t strongest = tags.front();
    for (const std::uint32_t c : tags.subspan(1)) {
        if (stop.stop_requested())
            return stopped();
        std::array<stats::Stratum, 2> strata{}; // without and with the strongest one
        const auto add = [&](std::size_t member, auto all, auto yes) {
            if (!isAnswered(labels, member, strongest) || !isAnswered(labels, member, c))
                return;
            stats::Stratum& stratum = strata[isYes(labels, member, strongest)];
            ++(stratum.*all);
            stratum.*yes += isYes(labels, member, c);
        };
        for (std::size_t member = 0; member < labels.members(); ++member)
            add(member, &stats::Stratum::population, &stats::Stratum::yes);
        for (const std::uint32_t member : exemplars)
            add(member, &stats::Stratum::drawn, &stats::Stratum::hits);
        GivenStrongest given{c, stats::mantelHaenszel(strata), std::nullopt, false};
        if (const auto tested = stats::stratifiedEnrichment(strata)) {
            given.p = tested->p;
            given.explained = !(tested->p < alpha);
        }
        result.push_back(given);
    }
    return result;
}

} // namespace neuroscribe::tagging
