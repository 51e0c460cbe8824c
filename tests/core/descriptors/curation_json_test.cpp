// The curation as a file: there and back, into another study, and what is wrong with a file is said.
#include "core/descriptors/curation_json.h"

#include "core/store/project.h"
#include "tests/core/descriptors/curations.h"
#include "tests/support/support.h"

namespace neuroscribe::descriptors {
namespace {

using namespace test;

struct Words {
    neuroscribe::test::ScratchFolder scratch;
    store::Project project = store::Project::create(scratch.file("study")).value();

    explicit Words(const std::vector<std::string>& names) {
        auto insert = project.writer().prepare("INSERT INTO raw_descriptor(name) VALUES (?)");
        for (const std::string& name : names)
            REQUIRE(insert->bind(1, name).run());
    }
    CurationImport read(const Curation& curation, const std::string& text) {
        const auto imported = importCuration(project.writer(), curation, text, "c.json");
        REQUIRE(imported);
        return *imported;
    }
    void checkWrong(const std::string& text, const std::string& where) {
        const auto imported = importCuration(project.writer(), Curation(), text, "c.json");
        REQUIRE_FALSE(imported);
        CHECK(imported.error().code == ErrorCode::Parse);
        CHECK(imported.error().where == where);
        CHECK_FALSE(imported.error().why.empty());
    }
};

const std::vector<std::string> kEight{"bread", "soup", "pie", "red", "blue", "flute", "thing", "stuff"};

/// threeClusters() with everything a file can hold.
Curation curated() {
    Curation curation = threeClusters();
    applied(curation, confirm(curation, kFood));
    applied(curation, setQuestion(curation, kFood, "is it edible?"));
    applied(curation, setExcluded(curation, std::vector{kColour}, true));
    applied(curation, moveMembers(curation, members({7}), kSetAside));
    return curation;
}

} // namespace

TEST_CASE("the file of a curation can be read by a person") {
    Words study({"bread", "soup", "thing"});
    Curation curation;
    applied(curation, createCluster(curation, members({2, 1}), "food"));
    applied(curation, confirm(curation, kFood));
    applied(curation, moveMembers(curation, members({3}), kSetAside));
    CHECK(exportCuration(study.project.connection(), curation).value() == R"({
  "clusters": [
    {
      "name": "food",
      "source": "person",
      "questions": [
        "food"
      ],
      "members": [
        "bread",
        "soup"
      ]
    }
  ],
  "set_aside": [
    "thing"
  ]
}
)");
}

TEST_CASE("a curation comes back from its file, into an empty study and over itself") {
    Words study(kEight);
    const Curation before = curated();
    const std::string text = exportCuration(study.project.connection(), before).value();
    CHECK(study.read(before, text).edit.delta.isEmpty());
    Curation fresh;
    const CurationImport imported = study.read(fresh, text);
    CHECK(imported.unknownMembers == 0);
    CHECK(imported.edit.textCode == "curation.import");
    CHECK(imported.edit.arguments == std::vector<std::string>{"3"});
    REQUIRE(fresh.apply(imported.edit.delta));
    CHECK(exportCuration(study.project.connection(), fresh).value() == text);
    CHECK(fresh.placeOf(RawDescriptorId(7)) == kSetAside);
    CHECK(fresh.placeOf(RawDescriptorId(8)) == kUnclustered);
}

TEST_CASE("a descriptor whose name is in the file stays the same one, others go, and one undo brings all back") {
    Words study(kEight);
    const Curation before = curated();
    Curation curation = before;
    const CurationImport imported = study.read(
        curation, R"({"clusters": [{"name": " food ", "members": ["flute"]}, {"name": "music", "members": ["bread"],
                      "source": "automatic"}], "set_aside": ["blue"]})");
    REQUIRE(curation.apply(imported.edit.delta));
    REQUIRE(curation.clusters().size() == 2);
    CHECK(curation.find(kFood)->members == members({6}));
    CHECK(curation.find(kFood)->questions == std::vector<std::string>{"food"});
    CHECK(curation.find(kMusic)->source == NameSource::Automatic);
    CHECK(curation.placeOf(RawDescriptorId(7)) == kUnclustered);
    CHECK(curation.placeOf(RawDescriptorId(5)) == kSetAside);
    REQUIRE(curation.apply(imported.edit.delta.reversed()));
    CHECK(curation.clusters() == before.clusters());
}

TEST_CASE("what another study does not have is counted") {
    Words study({"bread"});
    const CurationImport imported = study.read(
        Curation(), R"({"clusters": [{"name": "food", "members": ["bread", "soup"]}, {"name": "x", "members": ["y"]}],
                        "set_aside": ["z"]})");
    CHECK(imported.unknownMembers == 3);
    CHECK(imported.withoutMembers == 1);
    CHECK(imported.edit.arguments == std::vector<std::string>{"1"});
}

TEST_CASE("what is wrong with a file is named") {
    Words study({"bread", "soup"});
    study.checkWrong("", "c.json:1");
    study.checkWrong("{\n\"clusters\": [\n,", "c.json:3");
    study.checkWrong(std::string(100'000, '['), "c.json:1");
    study.checkWrong(R"({"clusters": [1e99999]})", "c.json");
    study.checkWrong("[]", "c.json: the file");
    study.checkWrong("{}", "c.json: clusters");
    study.checkWrong(R"({"clusters": [], "more": 1})", "c.json: the file");
    study.checkWrong(R"({"clusters": [7]})", "c.json: clusters[0]");
    study.checkWrong(R"({"clusters": [{"name": "a"}]})", "c.json: clusters[0]");
    study.checkWrong(R"({"clusters": [{"name": " ", "members": []}]})", "c.json: clusters[0].name");
    study.checkWrong(R"({"clusters": [{"name": "a", "members": [1]}]})", "c.json: clusters[0].members[0]");
    study.checkWrong(R"({"clusters": [{"name": "a", "members": [], "questions": [""]}]})",
                     "c.json: clusters[0].questions");
    study.checkWrong(R"({"clusters": [{"name": "a", "members": [], "source": "me"}]})", "c.json: clusters[0].source");
    study.checkWrong(R"({"clusters": [{"name": "a", "members": ["bread"]}, {"name": "a", "members": ["soup"]}]})",
                     "c.json: clusters[1].name");
    study.checkWrong(R"({"clusters": [{"name": "a", "members": ["bread"]}, {"name": "b", "members": ["bread"]}]})",
                     "c.json: clusters[1].members");
    study.checkWrong(R"({"clusters": [], "set_aside": ["bread", "bread"]})", "c.json: set_aside");
}

} // namespace neuroscribe::descriptors
