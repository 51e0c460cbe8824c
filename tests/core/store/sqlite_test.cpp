#include "core/store/sqlite.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::store;

namespace {
Database makeNumbers(const test::ScratchFolder& folder) {
    auto database = Database::open(folder.file("numbers.db"), OpenMode::Create);
    REQUIRE(database);
    REQUIRE(database->execute("CREATE TABLE number (value INTEGER UNIQUE, name TEXT, bytes BLOB, real REAL)"));
    return std::move(*database);
}
std::int64_t rows(Database& database) {
    return database.integer("SELECT count(*) FROM number")->value();
}
} // namespace

TEST_CASE("a bound value comes back as it was") {
    const test::ScratchFolder folder;
    Database database = makeNumbers(folder);
    auto insert = database.prepare("INSERT INTO number VALUES(?, ?, ?, ?)");
    REQUIRE(insert);
    const std::string text("a\0b", 3);
    const std::byte bytes[] = {std::byte{0}, std::byte{255}};
    REQUIRE(insert->bind(1, std::int64_t{-7}).bind(2, std::string_view(text)).bind(3, bytes).bind(4, 0.5).run());
    REQUIRE(insert->bindNull(1).bind(2, std::string_view()).bind(3, std::span<const std::byte>()).bindNull(4).run());

    auto select = database.prepare("SELECT * FROM number ORDER BY rowid");
    REQUIRE(select);
    REQUIRE(select->step().value());
    CHECK(select->integer(0) == -7);
    CHECK(select->text(1) == text);
    CHECK(select->blob(2).size() == 2);
    CHECK(select->real(3) == 0.5);
    REQUIRE(select->step().value());
    CHECK(select->isNull(0));
    CHECK_FALSE(select->isNull(1));
    CHECK(select->text(1).empty());
    CHECK_FALSE(select->isNull(2));
    CHECK_FALSE(select->step().value());
}

TEST_CASE("an uncommitted transaction leaves nothing") {
    const test::ScratchFolder folder;
    Database database = makeNumbers(folder);
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO number(value) VALUES(1)"));
    }
    CHECK(rows(database) == 0);
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO number(value) VALUES(1)"));
        REQUIRE(transaction->commit());
    }
    CHECK(rows(database) == 1);
}

TEST_CASE("errors say which kind, which file and which SQL") {
    const test::ScratchFolder folder;
    Database database = makeNumbers(folder);
    REQUIRE(database.execute("INSERT INTO number(value) VALUES(1)"));
    const auto twice = database.execute("INSERT INTO number(value) VALUES(1)");
    CHECK(twice.error().code == ErrorCode::AlreadyExists);
    CHECK(twice.error().where == folder.file("numbers.db"));
    CHECK(twice.error().why.find("INSERT INTO number") != std::string::npos);
    CHECK(database.prepare("SELECT nonsense").error().code == ErrorCode::Internal);
    CHECK(database.prepare("").error().code == ErrorCode::Internal);
    auto statement = database.prepare("SELECT ?1");
    CHECK_FALSE(statement->bind(5, std::int64_t{1}).step());
}

TEST_CASE("a full database is reported as a full disk and stays as it was") {
    const test::ScratchFolder folder;
    Database database = makeNumbers(folder);
    REQUIRE(database.execute("PRAGMA max_page_count=10"));
    const auto failed = database.execute("INSERT INTO number(bytes) VALUES(zeroblob(1000000))");
    CHECK(failed.error().code == ErrorCode::DiskFull);
    CHECK(rows(database) == 0);
}

TEST_CASE("a text file is not a database") {
    const test::ScratchFolder folder;
    test::writeFile(folder.file("a.db"), std::string(5000, 'x'));
    const auto opened = Database::open(folder.file("a.db"), OpenMode::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Corrupt);
    CHECK(opened.error().where == folder.file("a.db"));
}

TEST_CASE("any path opens, whatever characters it has") {
    const test::ScratchFolder folder;
    for (const char* name : {"with space", "100%25", "a?mode=ro", "a#b", "über", "a&b=c"}) {
        auto database = Database::open(folder.file(name), OpenMode::Create);
        REQUIRE(database);
        REQUIRE(database->execute("CREATE TABLE t (x)"));
        CHECK(std::filesystem::exists(folder.file(name)));
    }
}

TEST_CASE("a backup is one file with everything in it") {
    const test::ScratchFolder folder;
    Database database = makeNumbers(folder);
    REQUIRE(database.execute("PRAGMA journal_mode=WAL; INSERT INTO number(value) VALUES(1), (2)"));
    REQUIRE(database.backupTo(folder.file("copy.db")));
    CHECK_FALSE(std::filesystem::exists(folder.file("copy.db-wal")));
    auto copy = Database::open(folder.file("copy.db"), OpenMode::ReadOnly);
    REQUIRE(copy);
    CHECK(rows(*copy) == 2);
    CHECK(copy->execute("DELETE FROM number").error().code == ErrorCode::ReadOnly);
}
