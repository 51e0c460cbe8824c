#include <array>

#include "core/corpus/importer.h"
#include "core/corpus/language.h"
#include "core/corpus/sentence.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

TEST_CASE("91,446 real reviews: all accounted for, halves even, capped, searchable") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    SKIP_UNLESS(canDetectLanguage(), "built without CLD2");
    const test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    NullProgress progress;
    const std::string file = (*shared / "data/reviews/amazon_reviews.jsonl.gz").string();
    const auto counts = importFiles(*project, {file}, {}, {}, progress);
    REQUIRE(counts);
    CHECK(counts->read == 91'446);
    std::uint64_t all = counts->kept;
    for (const auto& [reason, count] : counts->dropped)
        all += count;
    CHECK(all == counts->read);
    CHECK(counts->kept == 49'797);
    CHECK(counts->split[0] - counts->split[1] <= 1);
    const auto index = loadIndex(project->connection());
    REQUIRE(index);
    std::vector<std::array<std::int64_t, 2>> perCategory(index->categories.size());
    for (std::size_t i = 0; i < index->size(); ++i) {
        CHECK_FALSE((index->words[i] < 10 || index->words[i] > 200));
        ++perCategory[index->category[i]][static_cast<std::size_t>(index->split[i])];
    }
    for (const auto& halves : perCategory) {
        CHECK(std::abs(halves[0] - halves[1]) <= 1);
        CHECK(halves[0] + halves[1] <= 5000);
    }
    CHECK(search(project->connection(), {"battery life"}, 100'000)->size() > 50);
}
