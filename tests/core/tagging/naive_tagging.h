// The definitions of tagging, cell by cell from activations and labels, in the slowest way.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/base/random.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::test {

struct TinyStudy {
    std::uint32_t sentences, neurons, descriptors;
    std::vector<float> activations; ///< [sentences][neurons]
    labels::LabelMatrix labels;
    std::vector<SentenceId> members;
    std::shared_ptr<const tagging::RankTable> ranks;
    std::shared_ptr<const tagging::SplitLabels> split;

    /// Activations with many ties. unansweredPercent of the cells have no answer.
    TinyStudy(std::uint64_t seed, std::uint32_t n, std::uint32_t neuronCount, std::uint32_t descriptorCount,
              unsigned unansweredPercent)
        : sentences(n), neurons(neuronCount), descriptors(descriptorCount), labels(n, descriptorCount) {
        Random random(seed);
        for (std::uint64_t i = 0; i < std::uint64_t{n} * neurons; ++i)
            activations.push_back(static_cast<float>(random.below(40)) - 20.0F);
        for (std::uint32_t s = 0; s < n; ++s) {
            members.push_back(SentenceId(s));
            for (std::uint32_t c = 0; c < descriptors; ++c) {
                const bool yes = random.below(descriptors + 1) <= c / 2;
                const bool answered = random.below(100) >= unansweredPercent;
                labels.set(SentenceId(s), c,
                           !answered ? labels::Answer::Unanswered : (yes ? labels::Answer::Yes : labels::Answer::No));
            }
        }
        finish();
    }
    void finish() {
        ranks = tagging::makeRanks(activations, sentences, neurons).value();
        split = tagging::SplitLabels::make(labels, members);
    }

    /// E_i: highest (or lowest) first, ties: lower id.
    std::vector<std::uint32_t> exemplars(std::uint32_t neuron, std::uint32_t count, tagging::Tail tail) const {
        std::vector<std::uint32_t> ids(sentences);
        std::iota(ids.begin(), ids.end(), 0U);
        std::stable_sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
            const float x = activations[a * neurons + neuron];
            const float y = activations[b * neurons + neuron];
            return tail == tagging::Tail::Top ? x > y : x < y;
        });
        ids.resize(count);
        return ids;
    }
    tagging::Counts counts(std::uint32_t exemplarCount, tagging::Tail tail) const {
        tagging::Counts counts{neurons, descriptors, exemplarCount, {}, {}};
        for (std::uint32_t i = 0; i < neurons; ++i) {
            const auto ids = exemplars(i, exemplarCount, tail);
            for (std::uint32_t c = 0; c < descriptors; ++c) {
                std::uint32_t yes = 0, answered = 0;
                for (const std::uint32_t id : ids) {
                    yes += labels.at(SentenceId(id), c) == labels::Answer::Yes;
                    answered += labels.at(SentenceId(id), c) != labels::Answer::Unanswered;
                }
                counts.yes.push_back(yes);
                counts.answered.push_back(answered);
            }
        }
        return counts;
    }
    std::uint32_t yesInSplit(std::uint32_t c) const {
        std::uint32_t yes = 0;
        for (const SentenceId id : members)
            yes += labels.at(id, c) == labels::Answer::Yes;
        return yes;
    }
    std::uint32_t answeredInSplit(std::uint32_t c) const {
        std::uint32_t answered = 0;
        for (const SentenceId id : members)
            answered += labels.at(id, c) != labels::Answer::Unanswered;
        return answered;
    }
    tagging::Tagger tagger(tagging::Tail tail = tagging::Tail::Top) const {
        return {ranks, split, std::vector<std::uint8_t>(descriptors, 1), 4, tail};
    }
};

inline bool same(const tagging::Counts& a, const tagging::Counts& b) {
    return a.neurons == b.neurons && a.descriptors == b.descriptors && a.exemplars == b.exemplars && a.yes == b.yes &&
           a.answered == b.answered;
}

} // namespace neuroscribe::test
