#include "core/stats/evaluation_chance.h"

#include <algorithm>
#include <map>
#include <string>

namespace neuroscribe::stats {
namespace {

/// What a group's truths sum to, by descriptor.
struct GroupTruth {
    double neurons = 0;
    double withTruth = 0;        ///< neurons whose truth is not empty
    std::vector<double> count;   ///< neurons of which it is true
    std::vector<double> oneOver; ///< sum of 1 / size of the truth over those
};

/// A sum over pairs and their number.
struct PairMean {
    double sum = 0;
    double pairs = 0;
    std::optional<double> value() const { return pairs > 0 ? std::optional(sum / pairs) : std::nullopt; }
};

class PairSums {
public:
    PairSums(const TruthGroups& groups, std::uint32_t descriptors) : m_groups(groups) {
        m_truth.assign(groups.defined.size(),
                       {0, 0, std::vector<double>(descriptors), std::vector<double>(descriptors)});
    }

    void addTruths(const PickTruth& truth) {
        for (std::size_t place = 0; place < m_groups.judged.size(); ++place) {
            GroupTruth& group = m_truth[m_groups.groupOf[place]];
            std::vector<std::uint32_t>& list = m_lists.emplace_back();
            truth(m_groups.judged[place], list);
            std::ranges::sort(list);
            ++group.neurons;
            group.withTruth += !list.empty();
            for (const std::uint32_t c : list) {
                ++group.count[c];
                group.oneOver[c] += 1 / static_cast<double>(list.size());
            }
        }
    }

    /// One neuron's tags against the truths of one group; its own truth is taken away again.
    void add(std::size_t place, std::size_t g, const std::vector<std::uint32_t>& tags) {
        const GroupTruth& group = m_truth[g];
        double hits = 0, recalls = 0;
        for (const std::uint32_t c : tags) {
            hits += group.count[c];
            recalls += group.oneOver[c];
        }
        double others = group.neurons, othersWithTruth = group.withTruth;
        if (m_groups.groupOf[place] == g) {
            const auto& own = m_lists[place];
            const double ownHits = static_cast<double>(
                std::ranges::count_if(tags, [&](std::uint32_t c) { return std::ranges::binary_search(own, c); }));
            hits -= ownHits;
            recalls -= own.empty() ? 0 : ownHits / static_cast<double>(own.size());
            --others;
            othersWithTruth -= !own.empty();
        }
        m_recall.sum += recalls;
        m_recall.pairs += othersWithTruth;
        if (tags.empty())
            return;
        m_precision.sum += hits / static_cast<double>(tags.size());
        m_precision.pairs += others;
    }

    ChanceLevels levels() const { return {m_precision.value(), m_recall.value()}; }

private:
    const TruthGroups& m_groups;
    std::vector<GroupTruth> m_truth;
    std::vector<std::vector<std::uint32_t>> m_lists; ///< truths, sorted, by place
    PairMean m_precision, m_recall;
};

} // namespace

TruthGroups::TruthGroups(std::span<const std::uint8_t> flags, std::uint32_t neurons, std::uint32_t descriptors) {
    std::map<std::string, std::uint32_t> known;
    for (std::uint32_t neuron = 0; neuron < neurons; ++neuron) {
        const auto row = flags.subspan(std::size_t{neuron} * descriptors, descriptors);
        if (std::ranges::none_of(row, [](std::uint8_t flag) { return flag != 0; }))
            continue;
        const auto [entry, isNew] =
            known.try_emplace(std::string(row.begin(), row.end()), static_cast<std::uint32_t>(defined.size()));
        if (isNew)
            defined.push_back(row);
        judged.push_back(neuron);
        groupOf.push_back(entry->second);
    }
}

Result<ChanceLevels> chanceLevels(const TruthGroups& groups, std::uint32_t descriptors, const PickPredicted& predicted,
                                  const PickTruth& truth, const std::stop_token& stop) {
    PairSums sums(groups, descriptors);
    sums.addTruths(truth);
    std::vector<std::uint32_t> tags;
    for (std::size_t place = 0; place < groups.judged.size(); ++place) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "evaluation", "stopped", ""};
        for (std::size_t g = 0; g < groups.defined.size(); ++g) {
            tags.clear();
            predicted(groups.judged[place], groups.defined[g], tags);
            sums.add(place, g, tags);
        }
    }
    return sums.levels();
}

} // namespace neuroscribe::stats
