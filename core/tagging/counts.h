// Counts x_c and m_c among exemplars, for every (neuron, descriptor), incremental in k.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/corpus/sentence.h"
#include "core/labels/label_matrix.h"
#include "core/tagging/rank_table.h"

namespace neuroscribe::tagging {

/// Labels of one split, laid out for counting. Immutable.
class SplitLabels {
public:
    /// members: ids of the split, ascending. A sentence that the matrix does not have yet is unanswered.
    static std::shared_ptr<const SplitLabels> make(const labels::LabelMatrix& labels,
                                                   std::span<const SentenceId> members);
    std::uint32_t members() const { return m_members; }
    std::uint32_t descriptors() const { return m_descriptors; }
    std::span<const std::uint32_t> answered() const { return m_answered; } ///< n_c
    std::span<const std::uint32_t> yes() const { return m_yes; }           ///< B_c
    bool allAnswered() const { return m_allAnswered; }
    /// Expanded rows for the counting loop: [members][stride] bytes 0/1, stride a multiple of 32.
    std::span<const std::uint8_t> yesBytes() const { return m_yesBytes; }
    std::span<const std::uint8_t> answeredBytes() const { return m_answeredBytes; } ///< empty when allAnswered()
    std::uint32_t stride() const { return m_stride; }

private:
    std::uint32_t m_members = 0;
    std::uint32_t m_descriptors = 0;
    std::uint32_t m_stride = 0;
    bool m_allAnswered = true;
    std::vector<std::uint32_t> m_answered, m_yes;
    std::vector<std::uint8_t> m_yesBytes, m_answeredBytes;
};

/// x and m for all cells at one number of exemplars. [neurons][descriptors], row-major.
struct Counts {
    std::uint32_t neurons = 0;
    std::uint32_t descriptors = 0;
    std::uint32_t exemplars = 0;         ///< m = size of E_i
    std::vector<std::uint32_t> yes;      ///< x_c
    std::vector<std::uint32_t> answered; ///< m_c
};

/// Moves counts from one k to another, touching only the ranks between (or, where that is less, counting anew from the
/// first rank). One per (split, tail). Not thread-safe; a copy shares ranks and labels and may work on another thread.
class Counter {
public:
    /// ranks and labels of the same split: ranks->members() == labels->members().
    Counter(std::shared_ptr<const RankTable> ranks, std::shared_ptr<const SplitLabels> labels, Tail tail);
    /// exemplars <= ranks->depth(). Errors: InvalidArgument, Mismatch, Io, Corrupt, Cancelled (after each of them the
    /// counts are as they were).
    Status moveTo(std::uint32_t exemplars, std::stop_token stop = {});
    const Counts& counts() const { return m_counts; }
    const RankTable& ranks() const { return *m_ranks; }
    Tail tail() const { return m_tail; }
    /// Ranks that moveTo(exemplars) would touch; the caller sends big jumps to another thread.
    std::uint32_t distance(std::uint32_t exemplars) const;

private:
    struct Move;
    Status count(const Move& move, std::stop_token stop);

    std::shared_ptr<const RankTable> m_ranks;
    std::shared_ptr<const SplitLabels> m_labels;
    Tail m_tail;
    Counts m_counts;
    Counts m_next; ///< filled by moveTo, then swapped: a cancelled move leaves nothing behind
};

} // namespace neuroscribe::tagging
