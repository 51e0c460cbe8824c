// A change of the curation as JSON: the same after a round trip, and a clear error for everything that is none.
#include "core/descriptors/delta_json.h"

#include "tests/core/descriptors/curations.h"

namespace neuroscribe::descriptors {
namespace {

CurationDelta someDelta() {
    const ClusterFacts old{"a \"b\"\n", NameSource::Suggested, false, {}, RawDescriptorId(9)};
    const ClusterFacts now{"Gemüse", NameSource::Person, true, {"is it green?", "plants"}, RawDescriptorId(9)};
    return {{{ClusterId(3), old, now}, {ClusterId(5), std::nullopt, now}, {ClusterId(8), old, std::nullopt}},
            {{RawDescriptorId(1), kUnclustered, ClusterId(5)},
             {RawDescriptorId(2), ClusterId(8), kSetAside},
             {RawDescriptorId(3), kUnclustered, ClusterId(5)}}};
}

void checkDamaged(const std::string& text, const std::string& where) {
    const auto delta = deltaFromJson(text);
    REQUIRE_FALSE(delta);
    CHECK(delta.error().code == ErrorCode::Corrupt);
    CHECK(delta.error().where == where);
}

} // namespace

TEST_CASE("a delta survives as JSON") {
    const auto read = deltaFromJson(deltaToJson(someDelta()));
    REQUIRE(read);
    CHECK(*read == someDelta());
    CHECK(*deltaFromJson(deltaToJson({})) == CurationDelta{});
}

TEST_CASE("members that go the same way are written together") {
    const std::string text = deltaToJson({{}, someDelta().moves});
    CHECK(text == R"({"clusters":[],"moves":[[0,5,[1,3]],[8,4294967295,[2]]]})");
}

TEST_CASE("what is no delta is named") {
    checkDamaged("", "curation");
    checkDamaged("[]", "curation");
    checkDamaged(std::string(100'000, '['), "curation");
    checkDamaged(R"({"clusters":[]})", "moves");
    checkDamaged(R"({"clusters":{},"moves":[]})", "clusters");
    checkDamaged(R"({"clusters":[],"moves":[],"x":1})", "curation");
    checkDamaged(R"({"clusters":[[1,null]],"moves":[]})", "clusters[0]");
    checkDamaged(R"({"clusters":[[-1,null,null]],"moves":[]})", "clusters[0][0]");
    checkDamaged(R"({"clusters":[[4294967296,null,null]],"moves":[]})", "clusters[0][0]");
    checkDamaged(R"({"clusters":[[1,null,{"name":"a","source":"person"}]],"moves":[]})", "clusters[0][2]");
    checkDamaged(R"({"clusters":[[1,null,{"name":1,"source":"person","questions":[]}]],"moves":[]})",
                 "clusters[0][2].name");
    checkDamaged(R"({"clusters":[[1,null,{"name":"a","source":"me","questions":[]}]],"moves":[]})",
                 "clusters[0][2].source");
    checkDamaged(R"({"clusters":[[1,null,{"name":"a","source":"person","questions":["x",2]}]],"moves":[]})",
                 "clusters[0][2].questions[1]");
    checkDamaged(R"({"clusters":[[1,null,{"name":"a","source":"person","questions":[],"excluded":1}]],"moves":[]})",
                 "clusters[0][2].excluded");
    checkDamaged(
        R"({"clusters":[[1,null,{"name":"a","source":"person","questions":[],"centre":16777216}]],"moves":[]})",
        "clusters[0][2].centre");
    checkDamaged(R"({"clusters":[],"moves":[[0,1,[1]],[0,1,2]]})", "moves[1]");
    checkDamaged(R"({"clusters":[],"moves":[[0,1,[16777216]]]})", "moves[0][2]");
    CHECK_FALSE(questionsFromJson("{"));
    CHECK_FALSE(questionsFromJson("[1]"));
    CHECK(questionsFromJson(questionsToJson({"a", "b"})).value() == std::vector<std::string>{"a", "b"});
}

} // namespace neuroscribe::descriptors
