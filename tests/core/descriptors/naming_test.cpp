// Suggested names: each kind by its definition, on a WordNet of a few nouns and on the installed one.
#include "core/descriptors/naming.h"

#include <cmath>

#include "core/descriptors/head_noun.h"
#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using Catch::Detail::Approx;
using descriptors::ClusterNamer;
using descriptors::NamedMember;
using descriptors::NameKind;
using descriptors::NameSuggestion;

namespace {

std::optional<NameSuggestion> ofKind(const std::vector<NameSuggestion>& suggestions, NameKind kind) {
    for (const NameSuggestion& one : suggestions)
        if (one.kind == kind)
            return one;
    return std::nullopt;
}

std::vector<NamedMember> membersOf(const std::vector<const char*>& names) {
    std::vector<NamedMember> members;
    for (const char* name : names)
        members.push_back({name, 1, {}});
    return members;
}

} // namespace

TEST_CASE("the head of a phrase is its last word before a preposition, as a base form") {
    const test::ScratchFolder scratch;
    const auto classes = text::WordClasses::open(test::writeWordNetNouns(scratch));
    REQUIRE(classes.ok());
    using Words = std::vector<std::string>;
    CHECK(descriptors::headPhrase("big dogs of Spain", *classes) == Words{"big", "dog"});
    CHECK(descriptors::headPhrase("Mice", *classes) == Words{"mouse"});
    CHECK(descriptors::headPhrase("on cats", *classes) == Words{"on", "cat"});
    CHECK(descriptors::headPhrase("food for cats with mice", *classes) == Words{"food"});
    CHECK(descriptors::headPhrase("...", *classes).empty());
}

TEST_CASE("the centroid's name is the member nearest to it, the more frequent of two alike") {
    const test::ScratchFolder scratch;
    const auto namer = ClusterNamer::open(test::writeWordNetNouns(scratch));
    REQUIRE(namer.ok());
    const float east[] = {1, 0};
    const float north[] = {0, 1};
    const float between[] = {0.8F, 0.6F};
    const std::vector<NamedMember> members{{"east", 9, east}, {"between", 1, between}, {"north", 9, north}};
    const auto suggestion = ofKind(namer->suggest(members), NameKind::Centroid);
    REQUIRE(suggestion);
    CHECK(suggestion->name == "between");
    CHECK(suggestion->coverage == Approx((0.8 * 1.8 + 0.6 * 1.6) / std::sqrt(1.8 * 1.8 + 1.6 * 1.6)));
    const std::vector<NamedMember> alike{{"east", 1, east}, {"north", 2, north}};
    CHECK(ofKind(namer->suggest(alike), NameKind::Centroid)->name == "north");
    const std::vector<NamedMember> without{{"east", 1, {}}};
    CHECK(!ofKind(namer->suggest(without), NameKind::Centroid));
}

TEST_CASE("the head word is the one said most often") {
    const test::ScratchFolder scratch;
    const auto namer = ClusterNamer::open(test::writeWordNetNouns(scratch));
    REQUIRE(namer.ok());
    const std::vector<NamedMember> members{{"big dogs", 2, {}}, {"dog of the house", 2, {}}, {"nice cat", 3, {}}};
    CHECK(ofKind(namer->suggest(members), NameKind::HeadWord) == NameSuggestion{NameKind::HeadWord, "dog", 4.0 / 7});
}

TEST_CASE("the hypernym covers most members and is no wider than it has to be") {
    const test::ScratchFolder scratch;
    const auto namer = ClusterNamer::open(test::writeWordNetNouns(scratch));
    REQUIRE(namer.ok());
    REQUIRE(namer->hasWordNet());
    // Pet covers two of three and is 3 of 9 nouns, animal covers all and is 5 of 9; both are more than a fifth.
    CHECK(!ofKind(namer->suggest(membersOf({"cat", "dog", "mouse"})), NameKind::WordNet));
    CHECK(ofKind(namer->suggest(membersOf({"old cats", "cat of the house"})), NameKind::WordNet) ==
          NameSuggestion{NameKind::WordNet, "cat", 1});
    CHECK(!ofKind(namer->suggest(membersOf({"unheard", "nowhere"})), NameKind::WordNet));
}

TEST_CASE("a member is what its longest ending is") {
    const test::ScratchFolder scratch;
    const auto namer = ClusterNamer::open(test::writeWordNetNouns(scratch));
    REQUIRE(namer.ok());
    const auto nameOf = [&](const char* member) { return namer->nouns()->name(namer->sensesOf(member).front()); };
    CHECK(nameOf("cheap hot dogs") == "hot dog");
    CHECK(nameOf("dogs") == "dog");
    CHECK(namer->sensesOf("thing").empty());
}

TEST_CASE("names by the installed WordNet are of the right kind") {
    const std::string folder = text::Lemmatizer::findWordNetFolder();
    SKIP_UNLESS(!folder.empty(), "WordNet is not installed");
    const auto namer = ClusterNamer::open();
    REQUIRE(namer.ok());
    const auto named = [&](const std::vector<const char*>& names) {
        const auto suggestion = ofKind(namer->suggest(membersOf(names)), NameKind::WordNet);
        return suggestion ? suggestion->name : std::string();
    };
    CHECK(named({"apple", "banana", "ripe pears", "orange", "price"}) == "edible fruit");
    CHECK(named({"poodle", "golden retriever", "terriers", "beagle"}) == "dog");
    CHECK(named({"shirt", "trousers", "jackets", "skirt", "sock"}) == "clothing");
    CHECK(named({"justice", "banana", "speed", "octopus"}).empty());
}

TEST_CASE("kinds of names have names") {
    for (const NameKind kind : {NameKind::Centroid, NameKind::HeadWord, NameKind::WordNet})
        CHECK(*descriptors::parseNameKind(descriptors::nameKindName(kind)) == kind);
    CHECK(descriptors::parseNameKind("nickname").error().code == ErrorCode::InvalidArgument);
}
