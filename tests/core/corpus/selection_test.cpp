#include "core/corpus/selection.h"

#include <algorithm>

#include "core/base/random.h"
#include "core/corpus/split.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

namespace {

Candidate candidate(const std::string& text, const std::string& category) {
    Candidate made;
    made.text = text;
    made.hash = hashText(text);
    made.category = category;
    return made;
}

std::vector<std::string> textsOf(std::vector<Candidate> kept) {
    std::vector<std::string> texts;
    for (Candidate& one : kept)
        texts.push_back(one.category + "/" + one.text);
    return texts;
}

std::vector<std::string> select(std::vector<Candidate> all, std::uint32_t cap, std::uint64_t seed) {
    Selection selection(cap, seed, {}, {});
    for (Candidate& one : all)
        selection.add(std::move(one));
    return textsOf(selection.take());
}

std::vector<Candidate> someTexts(int count, const std::string& category) {
    std::vector<Candidate> all;
    for (int i = 0; i < count; ++i)
        all.push_back(candidate("text " + std::to_string(i), category));
    return all;
}

struct Halves {
    std::uint64_t calibration = 0;
    std::uint64_t validation = 0;
};
std::map<std::string, Halves> halvesOf(const std::vector<std::string>& categories, const std::vector<Split>& sides) {
    std::map<std::string, Halves> halves;
    for (std::size_t i = 0; i < sides.size(); ++i)
        ++(sides[i] == Split::Calibration ? halves[categories[i]].calibration : halves[categories[i]].validation);
    return halves;
}

} // namespace

TEST_CASE("the selection depends on texts and seed, not on the order of the files") {
    auto all = someTexts(1000, "a");
    const auto more = someTexts(20, "b");
    for (const Candidate& one : more)
        all.push_back(candidate(one.text + " b", "b"));
    auto reversed = all;
    std::reverse(reversed.begin(), reversed.end());
    CHECK(select(all, 100, 7) == select(reversed, 100, 7));
    CHECK(select(all, 0, 7) == select(reversed, 0, 7));
    CHECK(select(all, 100, 7) != select(all, 100, 8));
    CHECK(select(all, 100, 7).size() == 120);
    CHECK(select(all, 0, 7).size() == 1020);
}

TEST_CASE("every record has the same chance under the cap") {
    // 200 seeds keep 100 of 1000 records each: a tenth of the file is expected 2,000 times.
    std::vector<int> perTenth(10);
    const auto all = someTexts(1000, "a");
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        for (const std::string& text : select(all, 100, seed))
            ++perTenth[static_cast<std::size_t>(std::stoi(text.substr(text.rfind(' '))) / 100)];
    for (const int count : perTenth) // standard deviation 40
        CHECK(std::abs(count - 2000) < 240);
}

TEST_CASE("a sentence's id says nothing about its category") {
    auto all = someTexts(500, "a");
    for (int i = 0; i < 500; ++i)
        all.push_back(candidate("other " + std::to_string(i), "b"));
    const auto kept = select(all, 250, 3);
    std::size_t early = 0;
    for (std::size_t i = 0; i < kept.size() / 2; ++i)
        early += kept[i].starts_with("a/") ? 1 : 0;
    CHECK(early > 90); // of 250, expected 125, standard deviation 5.6
    CHECK(early < 160);
}

TEST_CASE("duplicates are dropped against the batch and the study, whatever their category") {
    Selection selection(0, 1, {hashText("old")}, {});
    CHECK_FALSE(selection.add(candidate("new", "a")));
    CHECK(selection.add(candidate("new", "b"))->reason == Reason::Duplicate);
    CHECK(selection.add(candidate("old", "a"))->reason == Reason::Duplicate);
    CHECK(textsOf(selection.take()) == std::vector<std::string>{"a/new"});
}

TEST_CASE("what the study has counts toward the cap") {
    Selection selection(5, 1, {}, {{"full", 5}, {"over", 9}, {"some", 3}});
    std::size_t dropped = 0;
    for (int i = 0; i < 10; ++i)
        for (const char* category : {"full", "over", "some", "none"})
            dropped += selection.add(candidate(category + std::to_string(i), category)) ? 1 : 0;
    std::map<std::string, int> kept;
    for (const Candidate& one : selection.take())
        ++kept[one.category];
    CHECK(kept == std::map<std::string, int>{{"none", 5}, {"some", 2}});
    CHECK(dropped == 33);
}

TEST_CASE("each category is split in halves, odd ones alternate") {
    Random random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::string> categories(random.below(300));
        for (std::string& category : categories)
            category = std::string(1, static_cast<char>('a' + random.below(7)));
        const auto sides = assignSides(categories, {}, random.next());
        std::int64_t lead = 0;
        for (const auto& [name, half] : halvesOf(categories, sides)) {
            const auto difference =
                static_cast<std::int64_t>(half.calibration) - static_cast<std::int64_t>(half.validation);
            CHECK(std::abs(difference) == static_cast<std::int64_t>((half.calibration + half.validation) % 2));
            lead += difference;
            CHECK((lead == 0 || lead == 1)); // the extra ones take turns
        }
    }
}

TEST_CASE("new sentences balance a study that has some") {
    Random random(6);
    std::map<std::string, SideCounts> study;
    for (int round = 0; round < 100; ++round) {
        std::vector<std::string> added(random.below(20));
        for (std::string& category : added)
            category = std::string(1, static_cast<char>('a' + random.below(5)));
        const auto sides = assignSides(added, study, 1);
        for (std::size_t i = 0; i < added.size(); ++i)
            ++study[added[i]].side[static_cast<std::size_t>(sides[i])];
        for (const auto& [name, counts] : study) {
            const std::uint64_t most = std::max(counts.side[0], counts.side[1]);
            CHECK(most - std::min(counts.side[0], counts.side[1]) == (counts.side[0] + counts.side[1]) % 2);
        }
    }
}

TEST_CASE("sides are drawn by the seed") {
    const std::vector<std::string> categories(100, "a");
    CHECK(assignSides(categories, {}, 1) == assignSides(categories, {}, 1));
    CHECK(assignSides(categories, {}, 1) != assignSides(categories, {}, 2));
}
