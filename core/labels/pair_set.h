// Which questions are to be asked about which sentences.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/labels/descriptor.h"

namespace neuroscribe::labels {

/// A flag a pair, sentence by sentence: the questions of one sentence are asked together.
class PairSet {
public:
    PairSet(std::uint32_t sentences, std::uint32_t descriptors, bool wanted)
        : m_descriptors(descriptors), m_wanted(static_cast<std::size_t>(sentences) * descriptors, wanted ? 1 : 0) {}

    std::uint32_t sentences() const {
        return m_descriptors == 0 ? 0 : static_cast<std::uint32_t>(m_wanted.size() / m_descriptors);
    }
    std::uint32_t descriptors() const { return m_descriptors; }
    bool wants(std::uint32_t sentence, std::uint32_t descriptor) const {
        return m_wanted[at(sentence, descriptor)] != 0;
    }
    void set(std::uint32_t sentence, std::uint32_t descriptor, bool wanted) {
        m_wanted[at(sentence, descriptor)] = wanted ? 1 : 0;
    }
    std::uint64_t count() const;

private:
    std::size_t at(std::uint32_t sentence, std::uint32_t descriptor) const {
        return static_cast<std::size_t>(sentence) * m_descriptors + descriptor;
    }
    std::uint32_t m_descriptors;
    std::vector<std::uint8_t> m_wanted;
};

/// Answers of the pairs alone.
LabelCounts countLabels(const LabelMatrix& labels, const PairSet& pairs);

/// The active descriptors' questions about these sentences.
PairSet pairsOf(std::span<const SentenceId> sentences, std::uint32_t corpusSize,
                const std::vector<Descriptor>& descriptors);

/// Decides whether a pair is drawn before another of the same descriptor and answer: the lowest are. Does not depend on
/// what anybody answers, so that samples from labels made anew have as much in common as can be.
std::uint64_t drawOrder(std::uint64_t seed, DescriptorId descriptor, SentenceId sentence);

/// SCIENCE, "Judging p2": for each active descriptor, `each` sentences that `labels` answers with Yes and as many with
/// No (fewer where there are fewer), drawn by the seed; the draw of a descriptor does not depend on the others.
PairSet balancedPairs(const LabelMatrix& labels, const std::vector<Descriptor>& descriptors, std::uint32_t each,
                      std::uint64_t seed);

} // namespace neuroscribe::labels
