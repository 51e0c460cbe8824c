#include "core/labels/pair_set.h"

#include <algorithm>
#include <numeric>

#include "core/base/random.h"

namespace neuroscribe::labels {
namespace {

std::vector<std::uint32_t> answeredWith(Answer answer, std::span<const std::uint8_t> column) {
    std::vector<std::uint32_t> sentences;
    for (std::uint32_t i = 0; i < column.size(); ++i)
        if (column[i] == static_cast<std::uint8_t>(answer))
            sentences.push_back(i);
    return sentences;
}

} // namespace

std::uint64_t drawOrder(std::uint64_t seed, DescriptorId descriptor, SentenceId sentence) {
    const std::uint64_t column = Random(Random(seed).next() ^ descriptor.value).next();
    return Random(column ^ sentence.value).next();
}

std::uint64_t PairSet::count() const {
    return std::accumulate(m_wanted.begin(), m_wanted.end(), std::uint64_t{0});
}

LabelCounts countLabels(const LabelMatrix& labels, const PairSet& pairs) {
    LabelCounts counts;
    for (std::uint32_t c = 0; c < pairs.descriptors(); ++c) {
        const auto column = labels.column(c);
        for (std::uint32_t i = 0; i < pairs.sentences(); ++i) {
            if (!pairs.wants(i, c))
                continue;
            ++counts.pairs;
            counts.yes += column[i] == static_cast<std::uint8_t>(Answer::Yes);
            counts.no += column[i] == static_cast<std::uint8_t>(Answer::No);
        }
    }
    counts.unanswered = counts.pairs - counts.yes - counts.no;
    return counts;
}

PairSet pairsOf(std::span<const SentenceId> sentences, std::uint32_t corpusSize,
                const std::vector<Descriptor>& descriptors) {
    PairSet pairs(corpusSize, static_cast<std::uint32_t>(descriptors.size()), false);
    for (const SentenceId sentence : sentences)
        for (std::uint32_t c = 0; c < descriptors.size(); ++c)
            pairs.set(sentence.value, c, !descriptors[c].excluded);
    return pairs;
}

PairSet balancedPairs(const LabelMatrix& labels, const std::vector<Descriptor>& descriptors, std::uint32_t each,
                      std::uint64_t seed) {
    PairSet pairs(labels.sentences(), labels.descriptors(), false);
    for (std::uint32_t c = 0; c < descriptors.size(); ++c) {
        if (descriptors[c].excluded)
            continue;
        for (const Answer answer : {Answer::Yes, Answer::No}) {
            auto sentences = answeredWith(answer, labels.column(c));
            const std::size_t count = std::min<std::size_t>(sentences.size(), each);
            std::ranges::nth_element(
                sentences, sentences.begin() + static_cast<std::ptrdiff_t>(count), {},
                [&](std::uint32_t sentence) { return drawOrder(seed, descriptors[c].id, SentenceId(sentence)); });
            sentences.resize(count);
            for (const std::uint32_t sentence : sentences)
                pairs.set(sentence, c, true);
        }
    }
    return pairs;
}

} // namespace neuroscribe::labels
