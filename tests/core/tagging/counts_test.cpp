#include "core/tagging/counts.h"

#include "core/base/parallel.h"
#include "core/tagging/row_sums.h"
#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::same;
using neuroscribe::test::TinyStudy;

namespace {

/// Ranks whose block can be spoiled, and which fail on demand.
class FaultyRanks final : public RankTable {
public:
    explicit FaultyRanks(std::uint32_t members) : m_members(members), m_block(kRankBlock * 2, 0) {}
    std::uint32_t neurons() const override { return 2; }
    std::uint32_t members() const override { return m_members; }
    std::uint32_t depth() const override { return 128; }
    Result<std::span<const std::uint32_t>> block(Tail, std::uint32_t b) const override {
        if (b == failingBlock)
            return Error{ErrorCode::Io, "ranks", "gone", ""};
        return std::span<const std::uint32_t>(b == spoiledBlock ? spoiled : m_block);
    }
    Status neuron(Tail, NeuronId, std::span<std::uint32_t>) const override { return {}; }

    std::uint32_t failingBlock = UINT32_MAX;
    std::uint32_t spoiledBlock = UINT32_MAX;
    std::vector<std::uint32_t> spoiled;

private:
    std::uint32_t m_members;
    std::vector<std::uint32_t> m_block;
};

std::shared_ptr<const SplitLabels> allYes(std::uint32_t members) {
    labels::LabelMatrix labels(members, 1);
    std::vector<SentenceId> ids;
    for (std::uint32_t s = 0; s < members; ++s) {
        ids.push_back(SentenceId(s));
        labels.set(SentenceId(s), 0, labels::Answer::Yes);
    }
    return SplitLabels::make(labels, ids);
}

} // namespace

TEST_CASE("counts equal the definition after any walk through k, up and down") {
    for (const unsigned unanswered : {0U, 30U, 100U})
        for (const Tail tail : {Tail::Top, Tail::Bottom}) {
            const TinyStudy study(unanswered + 1, 3000, 5, 7, unanswered);
            Counter counter(study.ranks, study.split, tail);
            // Within a block, over borders, whole blocks, down, to nothing and back.
            for (const std::uint32_t m : {1U, 2U, 64U, 65U, 63U, 300U, 299U, 128U, 10U, 0U, 257U}) {
                REQUIRE(counter.moveTo(m).ok());
                REQUIRE(same(counter.counts(), study.counts(m, tail)));
            }
        }
}

TEST_CASE("counting works beyond one register of descriptors") {
    for (const std::uint32_t descriptors : {1U, 31U, 32U, 33U, 64U, 100U, 130U, 230U, 500U}) {
        const TinyStudy study(descriptors, 900, 3, descriptors, 10);
        REQUIRE(study.split->stride() % 32 == 0);
        Counter counter(study.ranks, study.split, Tail::Top);
        for (const std::uint32_t m : {90U, 17U}) {
            REQUIRE(counter.moveTo(m).ok());
            REQUIRE(same(counter.counts(), study.counts(m, Tail::Top)));
        }
    }
}

TEST_CASE("the fast row sums equal the plain ones, also when every row is set") {
    Random random(2);
    for (const std::uint32_t stride : {32U, 64U, 96U, 160U, 512U}) {
        std::vector<std::uint8_t> rows(std::size_t{stride} * 40);
        for (auto& byte : rows)
            byte = random.below(4) != 0;
        for (std::uint32_t c = 0; c < stride; ++c)
            rows[c] = 1;
        std::vector<std::uint32_t> positions(255, 0); // row 0 throughout: sums reach 255
        for (const bool mixed : {false, true}) {
            if (mixed)
                for (auto& position : positions)
                    position = static_cast<std::uint32_t>(random.below(40));
            std::vector<std::uint32_t> plain(stride, 5), fast(stride, 5);
            addRowsPlain(rows.data(), stride, positions, plain.data());
            fastestAddRows()(rows.data(), stride, positions, fast.data());
            REQUIRE(plain == fast);
        }
    }
}

TEST_CASE("counts do not depend on the number of threads") {
    const TinyStudy study(8, 2000, 200, 9, 15);
    Counts first;
    for (const unsigned threads : {1U, 2U, 5U}) {
        setThreadCount(threads);
        Counter counter(study.ranks, study.split, Tail::Top);
        REQUIRE(counter.moveTo(200).ok());
        if (threads == 1)
            first = counter.counts();
        REQUIRE(same(counter.counts(), first));
    }
    setThreadCount(0);
}

TEST_CASE("distance is the ranks to touch, by step or from the start") {
    const TinyStudy study(1, 5000, 2, 3, 0);
    Counter counter(study.ranks, study.split, Tail::Top);
    REQUIRE(counter.distance(500) == 500);
    REQUIRE(counter.moveTo(500).ok());
    REQUIRE(counter.distance(500) == 0);
    REQUIRE(counter.distance(480) == 20);
    REQUIRE(counter.distance(5) == 5); // five from the start beat 495 taken away
}

TEST_CASE("cancelled counting leaves the counts as they were") {
    const TinyStudy study(1, 2000, 40, 5, 10);
    Counter counter(study.ranks, study.split, Tail::Top);
    REQUIRE(counter.moveTo(50).ok());
    std::stop_source stop;
    stop.request_stop();
    const Status status = counter.moveTo(150, stop.get_token());
    REQUIRE(!status);
    REQUIRE(status.error().code == ErrorCode::Cancelled);
    REQUIRE(same(counter.counts(), study.counts(50, Tail::Top)));
    REQUIRE(counter.moveTo(150).ok());
    REQUIRE(same(counter.counts(), study.counts(150, Tail::Top)));
}

TEST_CASE("a rank that can't be read or names a foreign sentence is an error and changes nothing") {
    auto ranks = std::make_shared<FaultyRanks>(1280);
    Counter counter(ranks, allYes(1280), Tail::Top);
    REQUIRE(counter.moveTo(10).ok());
    ranks->failingBlock = 1;
    REQUIRE(counter.moveTo(100).error().code == ErrorCode::Io);
    ranks->failingBlock = UINT32_MAX;
    ranks->spoiledBlock = 1;
    ranks->spoiled.assign(kRankBlock * 2, 0);
    ranks->spoiled[kRankBlock + 3] = 1280; // one past the last member
    REQUIRE(counter.moveTo(100).error().code == ErrorCode::Corrupt);
    REQUIRE(counter.moveTo(66).ok()); // the bad rank is not among these
    ranks->spoiled.pop_back();
    REQUIRE(counter.moveTo(100).error().code == ErrorCode::Corrupt);
    REQUIRE(counter.counts().exemplars == 66);
    REQUIRE(counter.counts().yes == std::vector<std::uint32_t>{66, 66});
}

TEST_CASE("more exemplars than ranks, and ranks of another split, are refused") {
    auto ranks = std::make_shared<FaultyRanks>(1280);
    REQUIRE(Counter(ranks, allYes(1280), Tail::Top).moveTo(129).error().code == ErrorCode::InvalidArgument);
    REQUIRE(Counter(ranks, allYes(1281), Tail::Top).moveTo(5).error().code == ErrorCode::Mismatch);
}

TEST_CASE("labels of a split count only its members") {
    labels::LabelMatrix labels(4, 2);
    labels.set(SentenceId(0), 0, labels::Answer::Yes);
    labels.set(SentenceId(1), 0, labels::Answer::Yes);
    labels.set(SentenceId(3), 0, labels::Answer::No);
    labels.set(SentenceId(3), 1, labels::Answer::No);
    const std::vector<SentenceId> members{SentenceId(1), SentenceId(3), SentenceId(9)}; // 9: added after labelling
    const auto split = SplitLabels::make(labels, members);
    REQUIRE(split->members() == 3);
    REQUIRE(std::vector(split->yes().begin(), split->yes().end()) == std::vector<std::uint32_t>{1, 0});
    REQUIRE(std::vector(split->answered().begin(), split->answered().end()) == std::vector<std::uint32_t>{2, 1});
    REQUIRE(!split->allAnswered());
    REQUIRE(allYes(5)->allAnswered());
    REQUIRE(allYes(5)->answeredBytes().empty());
}
