// SQLite behind RAII. The only folder that includes sqlite3.h; every folder above persists its types through Statement.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace neuroscribe::store {

class Database;

/// A prepared statement. Bind indices start at 1, columns at 0, as in SQLite. Not thread-safe.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);           ///< copied
    Statement& bind(int index, std::span<const std::byte> blob); ///< copied
    Statement& bindNull(int index);

    /// True: a row is there to read. False: done. Errors: Io, Corrupt, DiskFull, ReadOnly, Locked, AlreadyExists (a
    /// unique value twice); `where` is the database file, the SQL stands in `why`.
    Result<bool> step();
    /// step() until done; for statements without rows. Resets afterwards, so that it can be bound again.
    Status run();
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::span<const std::byte> blob(int column) const; ///< valid until the next step()

private:
    friend class Database;
    struct State;
    explicit Statement(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

enum class OpenMode : std::uint8_t {
    ReadWrite,        ///< must exist
    Create,           ///< made if missing
    ReadOnly,         ///< mode=ro
    ReadOnlyImmutable ///< immutable=1: a file nobody changes, in a folder that can't be written
};

/// One connection; use it from one thread at a time.
class Database {
public:
    static Result<Database> open(const std::string& path, OpenMode mode);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Errors of prepare are bugs in the SQL or a damaged file.
    Result<Statement> prepare(std::string_view sql);
    /// Runs statements separated by semicolons.
    Status execute(std::string_view sql);
    /// First column of the first row, or nothing.
    Result<std::optional<std::int64_t>> integer(std::string_view sql);
    std::int64_t lastInsertId() const;
    std::int64_t changes() const;
    const std::string& path() const;
    /// Copies the whole database into a new file (backup API).
    Status backupTo(const std::string& path);
    /// Releases the connection now; the destructor does the same without a report.
    Status close();

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// BEGIN IMMEDIATE ... COMMIT; rolls back when destroyed without commit().
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace neuroscribe::store
