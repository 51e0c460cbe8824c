// One walk over a neuron's sentences, from the highest activation to the lowest, for r, AUROC and AUPRC of all
// descriptors together. Only the yes of a sentence cost time, and what is rarer of its answered and unanswered ones.
// Private to core/tagging.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/tagging/counts.h"

namespace neuroscribe::tagging {

/// Labels as bits, a few words a sentence. Immutable; shared by the walkers of all threads.
class RowBits {
public:
    explicit RowBits(const SplitLabels& labels);
    std::uint32_t members() const { return m_members; }
    std::uint32_t descriptors() const { return static_cast<std::uint32_t>(m_yes.size()); }
    std::uint32_t words() const { return m_words; }
    const std::uint64_t* yes(std::uint32_t member) const { return m_yesBits.data() + std::size_t{member} * m_words; }
    /// Of each descriptor: the unanswered sentences, or the answered ones where these are fewer.
    const std::uint64_t* rare(std::uint32_t member) const { return m_rareBits.data() + std::size_t{member} * m_words; }
    bool rareIsUnanswered(std::uint32_t c) const { return m_rareIsUnanswered[c] != 0; }
    bool complete() const { return m_complete; } ///< everything is answered: nothing is rare
    bool answered(std::uint32_t member, std::uint32_t c) const;
    bool isYes(std::uint32_t member, std::uint32_t c) const { return yes(member)[c / 64] >> (c % 64) & 1U; }
    double yesOf(std::uint32_t c) const { return m_yes[c]; }           ///< B_c
    double answeredOf(std::uint32_t c) const { return m_answered[c]; } ///< n_c

private:
    std::uint32_t m_members;
    std::uint32_t m_words;
    bool m_complete;
    std::vector<std::uint64_t> m_yesBits, m_rareBits; ///< [members][words]
    std::vector<std::uint8_t> m_rareIsUnanswered;
    std::vector<double> m_yes, m_answered;
};

/// Sorts and walks; keeps its work space between neurons, one per thread.
class RowWalker {
public:
    explicit RowWalker(const RowBits& labels);
    /// keys: [members], of either kind (rank_table.h). Each result: [descriptors], NaN where undefined; wins as in
    /// RowRules.
    struct Out {
        std::span<double> r, wins, auprcTop, auprcBottom;
    };
    void walk(std::span<const std::uint32_t> keys, const Out& out);

private:
    /// What has been walked of one descriptor. Whole numbers are exact as doubles.
    struct Lane {
        double yes = 0;
        double rare = 0;
        double wins = 0; ///< with the pairs of two yes
        double precisionTop = 0, precisionBottom = 0;
        double sumYes = 0, sumRare = 0, squaresRare = 0; ///< of values about the shift
    };
    /// Sentences of one value.
    struct Group {
        std::size_t first, last; ///< of the sorted entries
        double value;            ///< less the shift
        double size;
        double before; ///< sentences above
    };
    struct Totals {
        double sum = 0;
        double squares = 0;
    };
    void sort(std::span<const std::uint32_t> keys);
    void takeGroup(const Group& group);
    void takeYes(const Group& group, std::uint32_t c, double yes, double rare);
    void countGroup(const Group& group);
    double pointBiserial(std::uint32_t c, const Totals& all) const;
    double slowPointBiserial(std::uint32_t c) const;
    bool isConstant(std::uint32_t c) const;

    const RowBits& m_labels;
    std::vector<std::uint64_t> m_entries, m_scratch; ///< key, position; ascending once sorted
    std::vector<Lane> m_lanes;
    std::vector<std::uint64_t> m_yesMask, m_rareMask; ///< of the group: which descriptors have some
    std::vector<std::uint32_t> m_yesCounts, m_rareCounts;
};

} // namespace neuroscribe::tagging
