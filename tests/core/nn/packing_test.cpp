// Batches of texts: every sequence once, in order, none larger than it has to be.
#include "core/nn/packing.h"

#include "tests/support/catch.h"

using namespace neuroscribe::nn;

TEST_CASE("sequences lie end to end in a packed batch") {
    const std::vector<TokenSequence> sequences{{1, 2}, {3, 4, 5}, {6, 7}};
    const PackedBatch batch = pack(sequences, 1, 3);
    CHECK(batch.tokens == std::vector<std::int32_t>{3, 4, 5, 6, 7});
    CHECK(batch.offsets == std::vector<std::int32_t>{0, 3, 5});
    CHECK(pack(sequences, 2, 2).sentences() == 0);
}

TEST_CASE("a batch ends before it has more than 2048 tokens, a longer sequence is alone") {
    const std::vector<TokenSequence> sequences{TokenSequence(1000), TokenSequence(1048), TokenSequence(1),
                                               TokenSequence(3000), TokenSequence(2)};
    CHECK(batchEnds(sequences) == std::vector<std::size_t>{2, 3, 4, 5});
    CHECK(batchEnds({}).empty());
}
