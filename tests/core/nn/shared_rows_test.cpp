#include "core/nn/shared_rows.h"

#include <numeric>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

using Batches = std::vector<std::vector<std::size_t>>;

/// What every layout must be, whatever is shared.
void checkRows(const SharedRows& rows, std::span<const TokenSequence> prompts, std::span<const std::size_t> members) {
    REQUIRE(rows.paths.size() == members.size());
    for (std::size_t m = 0; m < members.size(); ++m) {
        const TokenSequence& prompt = prompts[members[m]];
        REQUIRE(rows.paths[m].size() == prompt.size());
        for (std::size_t i = 0; i < prompt.size(); ++i) {
            const auto row = static_cast<std::size_t>(rows.paths[m][i]);
            CHECK(rows.tokens[row] == prompt[i]);
            CHECK(rows.positions[row] == static_cast<std::int32_t>(i));
        }
        CHECK(std::is_sorted(rows.paths[m].begin(), rows.paths[m].end()));
    }
    std::int32_t next = 0;
    for (const SharedRows::Run& run : rows.runs) {
        CHECK(run.firstRow == next);
        CHECK(rows.paths[run.prompt].back() == run.firstRow + run.rows - 1);
        next += run.rows;
    }
    CHECK(static_cast<std::size_t>(next) == rows.tokens.size());
}

} // namespace

TEST_CASE("what prompts have in common at their beginning is one row each") {
    const std::vector<TokenSequence> prompts{{1, 2, 3, 4}, {1, 2, 5}, {1, 2, 3}, {9}, {1, 2, 5}};
    const Batches batches = planByBeginning(prompts, 100, true);
    CHECK(batches == Batches{{2, 0, 1, 4, 3}});
    const SharedRows rows = shareBeginnings(prompts, batches[0], true);
    checkRows(rows, prompts, batches[0]);
    CHECK(rows.tokens == std::vector<std::int32_t>{1, 2, 3, 4, 5, 9});
    CHECK(rows.runs.size() == 4);
    const SharedRows apart = shareBeginnings(prompts, batches[0], false);
    checkRows(apart, prompts, batches[0]);
    CHECK(apart.tokens.size() == 14);
}

TEST_CASE("batches keep to their size, which counts what is shared once") {
    const std::vector<TokenSequence> prompts{{1, 2, 3, 4}, {1, 2, 3, 5}, {1, 2, 3, 6}, {1, 2, 3, 7}};
    CHECK(planByBeginning(prompts, 6, true) == Batches{{0, 1, 2}, {3}});
    CHECK(planByBeginning(prompts, 8, false) == Batches{{0, 1}, {2, 3}});
    CHECK(planByBeginning(prompts, 1, true) == Batches{{0}, {1}, {2}, {3}});
    CHECK(planByBeginning({}, 8, true).empty());
}

TEST_CASE("random prompts keep their tokens in every layout") {
    Random random(1);
    std::vector<TokenSequence> prompts(300);
    for (TokenSequence& prompt : prompts) {
        prompt.resize(1 + random.below(9));
        for (std::int32_t& token : prompt)
            token = static_cast<std::int32_t>(random.below(3));
    }
    for (const bool share : {true, false}) {
        std::vector<std::size_t> seen;
        for (const auto& members : planByBeginning(prompts, 64, share)) {
            const SharedRows rows = shareBeginnings(prompts, members, share);
            checkRows(rows, prompts, members);
            CHECK(rows.tokens.size() <= 64);
            seen.insert(seen.end(), members.begin(), members.end());
        }
        std::sort(seen.begin(), seen.end());
        std::vector<std::size_t> all(prompts.size());
        std::iota(all.begin(), all.end(), 0);
        CHECK(seen == all);
    }
}
