#include "core/llm/token_batches.h"

#include <numeric>

#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

/// `sentence` repeated, then a few tokens of its own.
nn::TokenSequence question(std::int32_t sentence, std::size_t length, std::int32_t own) {
    nn::TokenSequence ids(length, sentence);
    ids.push_back(own);
    ids.push_back(99);
    return ids;
}

std::size_t count(const std::vector<Batch>& batches) {
    return std::accumulate(batches.begin(), batches.end(), std::size_t{0},
                           [](std::size_t sum, const Batch& batch) { return sum + batch.size(); });
}

} // namespace

TEST_CASE("Encoder-decoder prompts are batched by length") {
    const std::vector<nn::TokenSequence> prompts{nn::TokenSequence(50), nn::TokenSequence(10), nn::TokenSequence(40),
                                                 nn::TokenSequence(10), nn::TokenSequence(200)};
    const auto batches = planBatches(prompts, BatchOrder::ByLength, 100, 0);
    CHECK(batches == std::vector<Batch>{{1, 3, 2}, {0}, {4}});
}

TEST_CASE("Questions of a sentence stay together, and their beginning counts once") {
    std::vector<nn::TokenSequence> prompts;
    for (std::int32_t sentence = 0; sentence < 3; ++sentence)
        for (std::int32_t own = 0; own < 10; ++own)
            prompts.push_back(question(sentence, 50, 100 + own));
    // A sentence computes 52 + 9 * 2 = 70 positions.
    const auto batches = planBatches(prompts, BatchOrder::AsGiven, 150, 0);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].size() == 20);
    CHECK(batches[1].size() == 10);
    CHECK(batches[1].front() == 20);
}

TEST_CASE("A group that outgrows the budget is divided") {
    std::vector<nn::TokenSequence> prompts;
    for (std::int32_t own = 0; own < 100; ++own)
        prompts.push_back(question(1, 50, 100 + own));
    const auto batches = planBatches(prompts, BatchOrder::AsGiven, 100, 0);
    CHECK(batches.size() == 4);
    CHECK(count(batches) == 100);
}

TEST_CASE("The answer's length counts") {
    const std::vector<nn::TokenSequence> prompts(10, nn::TokenSequence(10));
    CHECK(planBatches(prompts, BatchOrder::ByLength, 100, 0).size() == 1);
    CHECK(planBatches(prompts, BatchOrder::ByLength, 100, 40).size() == 5);
    CHECK(planBatches({}, BatchOrder::AsGiven, 100, 0).empty());
}

} // namespace neuroscribe::llm
