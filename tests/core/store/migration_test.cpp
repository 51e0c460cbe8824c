// A study of an older version becomes one of the newest, with everything in it; where it can't be written, a copy does.
#include <filesystem>

#include "core/store/files.h"
#include "core/store/project.h"
#include "core/store/schema.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::store;
namespace fs = std::filesystem;

namespace {

/// As version 1 wrote it: descriptors 1 and 3 (2 was deleted), synonyms, an answer, an edit, a raw descriptor.
void makeVersion1(const std::string& folder) {
    REQUIRE(makeFolders(folder));
    auto database = Database::open(folder + "/study.neuroscribe", OpenMode::Create);
    REQUIRE(database);
    REQUIRE(database->execute(kSchema));
    REQUIRE(database->execute("PRAGMA application_id=1314079570; PRAGMA user_version=1"));
    REQUIRE(database->execute(
        "INSERT INTO study_value VALUES('key', '\"kept\"');"
        "INSERT INTO question VALUES(1, 'taste'), (2, 'about colour');"
        "INSERT INTO descriptor VALUES(1, 'taste', 1, 0, 1), (3, 'colour', 2, 1, 0), (7, 'gone', 1, 2, 0);"
        "DELETE FROM descriptor WHERE id = 7;"
        "INSERT INTO descriptor_synonym VALUES(1, 'flavour'), (1, 'sweet'), (3, 'red');"
        "INSERT INTO engine(id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, parameters, "
        "created_at) VALUES(1, 'labels', 'B', 'lexical', 'lexical', '', '', '', '', '{}', '');"
        "INSERT INTO label_block VALUES(1, 1, 0, x'0201');"
        "INSERT INTO edit(history, kind, before, after, text_code, arguments, created_at) VALUES('thresholds', "
        "'thresholds', '1', '2', 't', '[]', '');"
        "INSERT INTO raw_descriptor VALUES(5, 'music');"));
}

/// As version 2 wrote it: a cluster with a member, clustered twice and the second undone, something to review.
void makeVersion2(const std::string& folder) {
    makeVersion1(folder);
    auto database = Database::open(folder + "/study.neuroscribe", OpenMode::ReadWrite);
    REQUIRE(database);
    REQUIRE(database->execute(kSchema2));
    REQUIRE(database->execute("PRAGMA user_version=2"));
    REQUIRE(database->execute(
        "INSERT INTO cluster(id, name, name_source, questions) VALUES(4, 'sounds', 2, '[\"sounds\"]');"
        "INSERT INTO cluster_member VALUES(5, 4);"
        "INSERT INTO clustering VALUES('method', 'community'), ('review', '[1]');"
        "INSERT INTO edit(id, history, kind, before, after, text_code, arguments, undone, created_at) VALUES"
        "(11, 'curation', 'curation', '', '', 'cluster.recluster', '[]', 0, ''),"
        "(12, 'curation', 'curation', '', '', 'cluster.recluster', '[]', 1, '');"));
}

std::string firstColumn(Database& database, const std::string& sql) {
    auto statement = database.prepare(sql);
    REQUIRE(statement);
    std::string text;
    for (;;) {
        const auto row = statement->step();
        REQUIRE(row);
        if (!*row)
            return text;
        text += (text.empty() ? "" : ", ") + statement->text(0);
    }
}

void checkEverythingKept(Project& project) {
    Database& database = project.connection();
    CHECK(project.value("key").value() == "\"kept\"");
    CHECK(database.integer("PRAGMA user_version").value() == 3);
    CHECK(firstColumn(database, "SELECT id || ' ' || name || ' ' || question_id || ' ' || position || ' ' || excluded "
                                "FROM descriptor ORDER BY id") == "1 taste 1 0 1, 3 colour 2 1 0");
    CHECK(firstColumn(database, "SELECT descriptor_id || term FROM descriptor_synonym ORDER BY 1") ==
          "1flavour, 1sweet, 3red");
    CHECK(firstColumn(database, "SELECT hex(answers) FROM label_block") == "0201");
    CHECK(firstColumn(database, "SELECT after FROM edit") == "2");
    CHECK(firstColumn(database, "SELECT name FROM raw_descriptor") == "music");
    CHECK(firstColumn(database, "PRAGMA foreign_key_check").empty());
}

} // namespace

TEST_CASE("a study of version 1 is migrated when it opens and keeps everything") {
    const test::ScratchFolder scratch;
    makeVersion1(scratch.file("study"));
    auto project = Project::open(scratch.file("study"));
    REQUIRE(project);
    checkEverythingKept(*project);
    REQUIRE(project->writer().execute("INSERT INTO descriptor(name, question_id, position) VALUES('new', 1, 3)"));
    CHECK(project->writer().lastInsertId() == 8); // ids are not used again, also not across versions
    CHECK(project->writer().execute("DELETE FROM descriptor WHERE id = 1"));
    CHECK(firstColumn(project->connection(), "SELECT term FROM descriptor_synonym") == "red");
}

TEST_CASE("a study of version 2 keeps its clusters, and what waits for a review belongs to the clustering in force") {
    const test::ScratchFolder scratch;
    makeVersion2(scratch.file("study"));
    auto project = Project::open(scratch.file("study"));
    REQUIRE(project);
    Database& database = project->connection();
    CHECK(firstColumn(database, "SELECT name || ' ' || raw_descriptor_id FROM cluster JOIN cluster_member ON "
                                "cluster_id = cluster.id") == "sounds 5");
    CHECK(firstColumn(database, "SELECT key || ' ' || value FROM clustering ORDER BY key") ==
          "method community, review.11 [1]");
    CHECK(firstColumn(database, "SELECT count(*) FROM person_answer") == "0");
}

TEST_CASE("of descriptors with one name all but one are retired") {
    const test::ScratchFolder scratch;
    makeVersion1(scratch.file("study"));
    auto project = Project::open(scratch.file("study"));
    REQUIRE(project);
    Database& database = project->writer();
    const char* again = "INSERT INTO descriptor(name, question_id, position) VALUES('taste', 1, 3)";
    CHECK(database.execute(again).error().code == ErrorCode::AlreadyExists);
    REQUIRE(database.execute("UPDATE descriptor SET retired = 1 WHERE name = 'taste'"));
    CHECK(database.execute(again));
}

TEST_CASE("a study of version 1 that is opened for reading stays as it is and is read from a migrated copy") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    makeVersion1(folder);
    const std::string before = test::readFile(folder + "/study.neuroscribe");
    {
        auto project = Project::open(folder, Access::ReadOnly);
        REQUIRE(project);
        CHECK(project->readOnly());
        CHECK(project->openingNote().find("older") != std::string::npos);
        CHECK(project->folder() == folder);
        checkEverythingKept(*project);
        CHECK_FALSE(project->connection().execute("DELETE FROM descriptor"));
        auto reader = project->newReader();
        REQUIRE(reader);
        CHECK(firstColumn(*reader, "SELECT count(*) FROM cluster") == "0");
    }
    CHECK(test::readFile(folder + "/study.neuroscribe") == before);
}

TEST_CASE("a study of version 1 in a folder that can't be written is read from a migrated copy") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    makeVersion1(folder);
    fs::permissions(scratch.path(), static_cast<fs::perms>(0755));
    fs::permissions(folder + "/study.neuroscribe", static_cast<fs::perms>(0444));
    fs::permissions(folder, static_cast<fs::perms>(0555));
    CHECK(test::runUnprivileged([&] {
              auto project = Project::open(folder, Access::ReadOnly);
              if (!project || project->openingNote().find("older") == std::string::npos)
                  return 1;
              const auto clusters = project->connection().integer("SELECT count(*) FROM cluster");
              return clusters && *clusters == 0 ? 0 : 2;
          }) == 0);
    fs::permissions(folder, static_cast<fs::perms>(0755));
}
