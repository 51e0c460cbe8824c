#include "core/nn/prompt_plan.h"

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

TEST_CASE("prompts are batched by length, each once, within the room") {
    std::vector<TokenSequence> prompts;
    for (const std::size_t length : {5U, 1U, 9U, 5U, 2U, 30U, 4U})
        prompts.emplace_back(length, 3);
    const auto batches = planByLength(prompts, 12);
    CHECK(batches == std::vector<std::vector<std::size_t>>{{1, 4, 6}, {0, 3}, {2}, {5}});
    CHECK(planByLength({}, 12).empty());
}

TEST_CASE("packed prompts lie one after the other") {
    const std::vector<TokenSequence> prompts{{1, 2}, {3}, {4, 5, 6}};
    const std::vector<std::size_t> members{2, 0};
    const PackedBatch batch = packPrompts(prompts, members);
    CHECK(batch.tokens == std::vector<std::int32_t>{4, 5, 6, 1, 2});
    CHECK(batch.offsets == std::vector<std::int32_t>{0, 3, 5});
}

TEST_CASE("prompts that a model can't take are refused by number") {
    const auto refused = [](const TokenSequence& bad) {
        const std::vector<TokenSequence> prompts{{1}, bad};
        const Status status = checkPrompts(prompts, 10, 4);
        return !status.ok() && status.error().code == ErrorCode::InvalidArgument &&
               status.error().where.find('1') != std::string::npos;
    };
    CHECK(refused({}));
    CHECK(refused({10}));
    CHECK(refused({-1}));
    CHECK(refused({1, 2, 3, 4, 5}));
    CHECK(checkPrompts(std::vector<TokenSequence>{{1, 2, 3, 4, 5}}, 10, 0).ok());
    CHECK(checkIds(std::vector<std::int32_t>{0, 9}, 10).ok());
    CHECK_FALSE(checkIds(std::vector<std::int32_t>{10}, 10).ok());
    CHECK_FALSE(checkIds(std::vector<std::int32_t>{-1}, 10).ok());
}
