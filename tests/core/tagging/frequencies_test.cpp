#include "core/tagging/frequencies.h"

#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

std::vector<NeuronId> someNeurons(Random& random, std::uint32_t neurons) {
    std::vector<NeuronId> chosen;
    for (std::uint32_t i = 0; i < 5; ++i)
        chosen.emplace_back(static_cast<std::uint32_t>(random.below(neurons)));
    return chosen;
}

} // namespace

TEST_CASE("counts of some neurons are those of all, in the order asked for") {
    Random random(41);
    for (const unsigned unanswered : {0U, 20U})
        for (const Tail tail : {Tail::Top, Tail::Bottom}) {
            const TinyStudy study(random.next(), 3000, 70, 40, unanswered);
            const auto neurons = someNeurons(random, study.neurons);
            const Counts some = countSome(*study.ranks, *study.split, tail, neurons, 300).value();
            const Counts all = study.counts(300, tail);
            for (std::size_t i = 0; i < neurons.size(); ++i)
                for (std::uint32_t c = 0; c < study.descriptors; ++c) {
                    const std::size_t there = std::size_t{neurons[i].value} * study.descriptors + c;
                    REQUIRE(some.yes[i * study.descriptors + c] == all.yes[there]);
                    REQUIRE(some.answered[i * study.descriptors + c] == all.answered[there]);
                }
        }
}

TEST_CASE("counting asks for neurons and ranks that exist") {
    const TinyStudy study(42, 200, 4, 3, 0);
    const std::vector<NeuronId> stranger{NeuronId(4)};
    REQUIRE(countSome(*study.ranks, *study.split, Tail::Top, stranger, 5).error().code == ErrorCode::InvalidArgument);
    const std::vector<NeuronId> first{NeuronId(0)};
    REQUIRE(countSome(*study.ranks, *study.split, Tail::Top, first, 21).error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(countSome(*study.ranks, *study.split, Tail::Top, first, 5, stop.get_token()).error().code ==
            ErrorCode::Cancelled);
}

TEST_CASE("levels say at every t what the tagger tags") {
    Random random(43);
    for (const Rule rule : {Rule::Share, Rule::Occurrence}) {
        const TinyStudy study(random.next(), 400, 12, 9, 15);
        std::vector<std::uint8_t> active(study.descriptors, 1);
        active[2] = active[7] = 0;
        const auto columns = activeColumns(active);
        Tagger tagger = study.tagger();
        tagger.setActive(active);
        for (std::uint32_t t = 0; t <= 1000; t += 25) {
            Thresholds thresholds;
            thresholds.kMilli = 5000;
            thresholds.tMilli = t;
            thresholds.rule = rule;
            REQUIRE(tagger.apply(thresholds));
            const auto levels = tagLevels(tagger.counts(), columns, rule);
            for (std::uint32_t i = 0; i < study.neurons; ++i)
                for (std::size_t place = 0; place < columns.size(); ++place)
                    if ((t < levels.row(i)[place]) != tagger.tags().tagged(NeuronId(i), columns[place]))
                        FAIL("neuron " << i << ", descriptor " << columns[place] << ", t " << t);
        }
    }
}

TEST_CASE("descriptors go by f, then lift, then place, and without a yes not at all") {
    // Of 10 exemplars: a 5, b 5 (rarer in the split: more lift), c 0, d 8, e 5 (as rare as b, later).
    labels::LabelMatrix labels(100, 5);
    std::vector<SentenceId> members;
    const std::uint32_t among[] = {5, 5, 0, 8, 5}, others[] = {45, 15, 30, 10, 15};
    std::vector<float> activations;
    for (std::uint32_t s = 0; s < 100; ++s) {
        members.push_back(SentenceId(s));
        activations.push_back(-static_cast<float>(s));
        for (std::uint32_t c = 0; c < 5; ++c)
            labels.set(SentenceId(s), c,
                       s < among[c] || (s >= 10 && s < 10 + others[c]) ? labels::Answer::Yes : labels::Answer::No);
    }
    const auto split = SplitLabels::make(labels, members);
    const auto ranks = makeRanks(activations, 100, 1).value();
    const std::vector<NeuronId> neurons{NeuronId(0)};
    const Counts counts = countSome(*ranks, *split, Tail::Top, neurons, 10).value();
    const std::vector<std::uint32_t> all{0, 1, 2, 3, 4}, some{0, 2, 4};
    REQUIRE(descriptorsInOrder(counts, 0, all, Rule::Share, *split) == std::vector<std::uint32_t>{3, 1, 4, 0});
    REQUIRE(descriptorsInOrder(counts, 0, all, Rule::Occurrence, *split) == std::vector<std::uint32_t>{3, 1, 4, 0});
    REQUIRE(descriptorsInOrder(counts, 0, some, Rule::Share, *split) == std::vector<std::uint32_t>{2, 0});
}
