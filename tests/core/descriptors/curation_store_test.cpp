// The curation on disk: what is loaded is what was stored, a small edit writes little, damage is named.
#include "core/descriptors/curation_store.h"

#include "core/store/project.h"
#include "tests/core/descriptors/curations.h"
#include "tests/support/support.h"

namespace neuroscribe::descriptors {
namespace {

using namespace test;
using neuroscribe::test::ScratchFolder;

struct Study {
    ScratchFolder scratch;
    store::Project project = store::Project::create(scratch.file("study")).value();

    explicit Study(int rawDescriptors) {
        REQUIRE(database().execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                                   std::to_string(rawDescriptors) +
                                   ") INSERT INTO raw_descriptor(id, name) SELECT i, 'word ' || i FROM n"));
    }
    store::Database& database() { return project.writer(); }

    CurationEdit store(Curation& curation, const Result<CurationEdit>& edit) {
        const CurationEdit made = applied(curation, edit);
        auto transaction = store::Transaction::begin(database());
        REQUIRE(transaction);
        REQUIRE(storeDelta(database(), made.delta));
        REQUIRE(logEdit(database(), made));
        REQUIRE(transaction->commit());
        return made;
    }
    void checkEqual(const Curation& curation) {
        const auto stored = loadCuration(database());
        REQUIRE(stored);
        CHECK(*stored == curation);
    }
    void checkDamaged(const std::string& sql) {
        REQUIRE(database().execute("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; " + sql));
        CHECK(loadCuration(database()).error().code == ErrorCode::Corrupt);
    }
};

} // namespace

TEST_CASE("what was stored is what is loaded") {
    Study study(8);
    Curation curation;
    study.checkEqual(curation);
    study.store(curation, createCluster(curation, members({1, 2, 3}), "food"));
    study.store(curation, createCluster(curation, members({4, 5}), "colour"));
    study.store(curation, rename(curation, kFood, "meals", false));
    study.store(curation, moveMembers(curation, members({3, 7}), kSetAside));
    study.store(curation, setExcluded(curation, std::vector{kColour}, true));
    study.checkEqual(curation);
    study.store(curation, merge(curation, std::vector{kColour}, kFood));
    study.checkEqual(curation);
    CHECK(loadCuration(study.database())->nextId() == ClusterId(3));
    CHECK(store::Project::open("nowhere").error().code == ErrorCode::NotFound);
}

TEST_CASE("an edit of a large curation writes what it touches") {
    constexpr std::uint32_t kMany = 50'000;
    Study study(kMany);
    CurationDelta content;
    for (std::uint32_t i = 1; i <= kMany; ++i) {
        const ClusterId cluster((i - 1) / 50 + 1);
        if (i % 50 == 1)
            content.clusters.push_back({cluster, std::nullopt, ClusterFacts{.name = "c" + std::to_string(i)}});
        content.moves.push_back({RawDescriptorId(i), kUnclustered, cluster});
    }
    Curation curation;
    study.store(curation, CurationEdit{"cluster", {}, content});
    study.checkEqual(curation);
    CHECK(curation.clusters().size() == 1000);
    const auto changes = [&] { return study.database().integer("SELECT total_changes()").value().value(); };
    const std::int64_t before = changes();
    study.store(curation, moveMembers(curation, members({1}), ClusterId(2)));
    CHECK(changes() - before <= 4);
    study.checkEqual(curation);
}

TEST_CASE("a member that the study does not have is refused by name") {
    Study study(3);
    const CurationDelta delta{{}, {{RawDescriptorId(9), kUnclustered, kSetAside}}};
    const Status stored = storeDelta(study.database(), delta);
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == ErrorCode::InvalidArgument);
    CHECK(stored.error().where == "member 9");
}

TEST_CASE("the history gives edits back as they were made") {
    Study study(3);
    Curation curation;
    const CurationEdit first = study.store(curation, createCluster(curation, members({1, 2}), "food"));
    const CurationEdit second = study.store(curation, confirm(curation, kFood));
    const auto undone = stepBack(study.database());
    REQUIRE(undone);
    REQUIRE(*undone);
    CHECK((*undone)->edit.delta == second.delta);
    CHECK((*undone)->edit.textCode == "cluster.confirm");
    CHECK((*undone)->edit.arguments == second.arguments);
    const auto history = loadCurationHistory(study.database());
    REQUIRE(history);
    REQUIRE(history->size() == 2);
    CHECK_FALSE((*history)[0].undone);
    CHECK(argumentsOf((*history)[0]).value() == first.arguments);
    CHECK((*history)[1].undone);
    CHECK((*stepForward(study.database()))->id == (*undone)->id);
    CHECK_FALSE(*stepForward(study.database()));
}

TEST_CASE("a damaged curation is named") {
    Study study(8);
    Curation curation;
    study.store(curation, createCluster(curation, members({1, 2}), "food"));
    SECTION("a member in a cluster that is not there") {
        study.checkDamaged("UPDATE cluster_member SET cluster_id = 9 WHERE raw_descriptor_id = 1");
    }
    SECTION("a cluster without members") {
        study.checkDamaged("DELETE FROM cluster_member");
    }
    SECTION("ids out of range") {
        study.checkDamaged("INSERT INTO cluster_member VALUES(4294967296, 1)");
    }
    SECTION("an id that would need a table of gigabytes") {
        study.checkDamaged("INSERT INTO cluster_member VALUES(4294967295, 1)");
    }
    SECTION("a source that is none") {
        study.checkDamaged("UPDATE cluster SET name_source = 3");
    }
    SECTION("questions that are none") {
        study.checkDamaged("UPDATE cluster SET questions = '[1]'");
    }
    SECTION("ids used up") {
        study.checkDamaged("UPDATE sqlite_sequence SET seq = 9223372036854775806 WHERE name = 'cluster'");
    }
    SECTION("a history that is none") {
        REQUIRE(study.database().execute("UPDATE edit SET after = '{}'"));
        CHECK(stepBack(study.database()).error().code == ErrorCode::Corrupt);
    }
}

} // namespace neuroscribe::descriptors
