#include "core/labels/pair_set.h"

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;

namespace {

/// Column c answers Yes about every (c + 2)nd sentence; a fifth is unanswered.
LabelMatrix madeLabels(std::uint32_t sentences, std::uint32_t descriptors) {
    LabelMatrix labels(sentences, descriptors);
    for (std::uint32_t i = 0; i < sentences; ++i)
        for (std::uint32_t c = 0; c < descriptors; ++c)
            if (i % 5 != 4)
                labels.set(SentenceId(i), c, i % (c + 2) == 0 ? Answer::Yes : Answer::No);
    return labels;
}

std::vector<Descriptor> madeDescriptors(std::uint32_t count) {
    std::vector<Descriptor> descriptors(count);
    for (std::uint32_t c = 0; c < count; ++c)
        descriptors[c].id = DescriptorId(10 + c);
    return descriptors;
}

std::vector<std::uint32_t> column(const PairSet& pairs, std::uint32_t descriptor) {
    std::vector<std::uint32_t> sentences;
    for (std::uint32_t i = 0; i < pairs.sentences(); ++i)
        if (pairs.wants(i, descriptor))
            sentences.push_back(i);
    return sentences;
}

} // namespace

TEST_CASE("a balanced sample has as many with as without, for each active descriptor") {
    const LabelMatrix labels = madeLabels(1000, 3);
    auto descriptors = madeDescriptors(3);
    descriptors[1].excluded = true;
    const PairSet pairs = balancedPairs(labels, descriptors, 15, 7);
    CHECK(pairs.count() == 60);
    CHECK(column(pairs, 1).empty());
    for (const std::uint32_t c : {0U, 2U}) {
        std::uint32_t yes = 0;
        for (const std::uint32_t sentence : column(pairs, c)) {
            REQUIRE(labels.at(SentenceId(sentence), c) != Answer::Unanswered);
            yes += labels.at(SentenceId(sentence), c) == Answer::Yes;
        }
        CHECK(yes == 15);
    }
}

TEST_CASE("a sample is the seed's, and a descriptor's does not depend on the others") {
    const LabelMatrix labels = madeLabels(1000, 3);
    auto descriptors = madeDescriptors(3);
    const PairSet pairs = balancedPairs(labels, descriptors, 15, 7);
    CHECK(column(balancedPairs(labels, descriptors, 15, 7), 2) == column(pairs, 2));
    CHECK(column(balancedPairs(labels, descriptors, 15, 8), 2) != column(pairs, 2));
    descriptors[0].excluded = true;
    CHECK(column(balancedPairs(labels, descriptors, 15, 7), 2) == column(pairs, 2));
    // Not the same draw for every descriptor.
    LabelMatrix same(1000, 2);
    for (std::uint32_t i = 0; i < 1000; ++i)
        for (const std::uint32_t c : {0U, 1U})
            same.set(SentenceId(i), c, i % 2 == 0 ? Answer::Yes : Answer::No);
    const PairSet drawn = balancedPairs(same, madeDescriptors(2), 15, 7);
    CHECK(column(drawn, 0) != column(drawn, 1));
}

TEST_CASE("where there are fewer, all of them are taken") {
    LabelMatrix labels(40, 1);
    for (std::uint32_t i = 0; i < 40; ++i)
        labels.set(SentenceId(i), 0, i < 3 ? Answer::Yes : Answer::No);
    CHECK(balancedPairs(labels, madeDescriptors(1), 15, 1).count() == 18);
    CHECK(balancedPairs(LabelMatrix(40, 1), madeDescriptors(1), 15, 1).count() == 0);
}

TEST_CASE("chosen sentences are asked every active question, and only they are counted") {
    auto descriptors = madeDescriptors(3);
    descriptors[2].excluded = true;
    const std::vector<SentenceId> chosen{SentenceId(0), SentenceId(4)};
    const PairSet pairs = pairsOf(chosen, 10, descriptors);
    CHECK(pairs.count() == 4);
    CHECK(pairs.wants(4, 1));
    CHECK(!pairs.wants(4, 2));
    CHECK(!pairs.wants(3, 1));
    const LabelCounts counts = countLabels(madeLabels(10, 3), pairs);
    CHECK(counts.pairs == 4);
    CHECK(counts.yes == 2);
    CHECK(counts.no == 0);
    CHECK(counts.unanswered == 2);
}
