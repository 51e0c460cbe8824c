#include "core/extraction/batch_plan.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_model.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/base/random.h"

using namespace neuroscribe;
using namespace neuroscribe::extraction;

namespace {
std::vector<std::uint32_t> someLengths(std::size_t count) {
    Random random(count);
    std::vector<std::uint32_t> lengths(count);
    for (auto& length : lengths)
        length = static_cast<std::uint32_t>(2 + random.below(300));
    return lengths;
}
} // namespace

TEST_CASE("a plan has each sentence once and keeps its limits") {
    const auto lengths = someLengths(1000);
    const BatchLimits limits{700, 9};
    std::vector<int> seen(lengths.size());
    for (const auto& batch : planBatches(lengths, limits)) {
        REQUIRE_FALSE(batch.empty());
        std::uint64_t tokens = 0;
        for (const std::uint32_t row : batch) {
            ++seen[row];
            tokens += lengths[row];
        }
        CHECK(tokens <= limits.tokens);
        CHECK(batch.size() <= limits.sentences);
    }
    CHECK(std::count(seen.begin(), seen.end(), 1) == 1000);
}

TEST_CASE("a sentence longer than the limit gets a batch of its own") {
    const std::vector<std::uint32_t> lengths{10, 512, 20, 400};
    const BatchPlan plan = planBatches(lengths, {100, 10});
    CHECK(plan.size() == 3);
    CHECK(std::count(plan.begin(), plan.end(), std::vector<std::uint32_t>{1}) == 1);
    CHECK(std::count(plan.begin(), plan.end(), std::vector<std::uint32_t>{3}) == 1);
    CHECK(std::count(plan.begin(), plan.end(), std::vector<std::uint32_t>{0, 2}) == 1);
}

TEST_CASE("a plan depends on lengths and limits only") {
    const auto lengths = someLengths(500);
    CHECK(planBatches(lengths, {500, 16}) == planBatches(lengths, {500, 16}));
    CHECK(planHash(planBatches(lengths, {500, 16})) == planHash(planBatches(lengths, {500, 16})));
    CHECK(planHash(planBatches(lengths, {500, 16})) != planHash(planBatches(lengths, {600, 16})));
    CHECK(planBatches({}, {500, 16}).empty());
}

TEST_CASE("sentences of similar length share a batch, long and short batches are mixed") {
    const auto lengths = someLengths(4096);
    const BatchPlan plan = planBatches(lengths, {2048, 256});
    std::uint64_t firstHalf = 0, all = 0;
    for (std::size_t b = 0; b < plan.size(); ++b) {
        const auto [low, high] = std::minmax_element(plan[b].begin(), plan[b].end(),
                                                     [&](auto x, auto y) { return lengths[x] < lengths[y]; });
        CHECK(lengths[*high] - lengths[*low] <= 16);
        all += plan[b].size();
        firstHalf += b < plan.size() / 2 ? plan[b].size() : 0;
    }
    CHECK(firstHalf > all * 2 / 5);
    CHECK(firstHalf < all * 3 / 5);
}

TEST_CASE("every thread gets as many sentences of a batch, except of the last and of long ones") {
    const auto lengths = someLengths(1001);
    const auto sum = [&](std::uint64_t tokens, std::uint32_t row) { return tokens + lengths[row]; };
    int uneven = 0;
    for (const auto& batch : planBatches(lengths, {.tokens = 700, .sentences = 9, .threads = 4})) {
        const bool longSentences = 4 * lengths[batch.back()] > 700;
        const bool even = batch.size() % 4 == 0;
        uneven += !even && !longSentences;
        CHECK(std::accumulate(batch.begin(), batch.end(), std::uint64_t{0}, sum) <= 700);
    }
    CHECK(uneven <= 1);
    CHECK(planBatches(std::vector<std::uint32_t>(9, 100), {700, 9, 3}).size() == 2);
}

TEST_CASE("the size of a batch follows device and model, unless it is given") {
    const test::SyntheticEncoder base(12, 768), mini(4, 128);
    test::SyntheticEncoder wide(12, 768), gpu(12, 768);
    wide.threadCount = 16;
    gpu.threadCount = 0;
    CHECK(batchLimits(base, 0).tokens < 1024);
    CHECK(batchLimits(base, 0).tokens >= 512);
    CHECK(batchLimits(mini, 0).tokens > batchLimits(base, 0).tokens);
    CHECK(batchLimits(wide, 0).tokens == 8 * batchLimits(base, 0).tokens);
    CHECK(batchLimits(gpu, 0).tokens > batchLimits(mini, 0).tokens);
    CHECK(batchLimits(gpu, 300).tokens == 300);
}
