#include "core/store/sqlite.h"

#include <utility>

#include <sqlite3.h>

#include "core/store/sqlite_error.h"

namespace neuroscribe::store {
namespace {

constexpr int kBusyMilliseconds = 5000;

int openFlags(OpenMode mode) {
    constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case OpenMode::Create:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::ReadOnly:
    case OpenMode::ReadOnlyImmutable:
        break;
    }
    return common | SQLITE_OPEN_READONLY;
}

/// file: URI, so that a path with '?', '#' or '%' in it is taken literally.
std::string uriOf(const std::string& path, OpenMode mode) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || byte <= ' ' || byte >= 0x7f) {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 15];
        } else {
            uri += c;
        }
    }
    return mode == OpenMode::ReadOnlyImmutable ? uri + "?immutable=1" : uri;
}

/// A study may come from a stranger: no functions from its schema, no shadow-table tricks, no mapped file.
void harden(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
}

} // namespace

struct Statement::State {
    sqlite3* database = nullptr;
    sqlite3_stmt* handle = nullptr;
    std::string path;
    int bindError = SQLITE_OK; ///< the first; reported by the next step()

    ~State() { sqlite3_finalize(handle); }
    void note(int code) {
        if (bindError == SQLITE_OK)
            bindError = code;
    }
};

struct Database::State {
    sqlite3* handle = nullptr;
    std::string path;

    // close_v2: a statement that outlives its database stays harmless.
    ~State() { sqlite3_close_v2(handle); }
};

Statement::Statement(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int index, std::int64_t value) {
    m_state->note(sqlite3_bind_int64(m_state->handle, index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    m_state->note(sqlite3_bind_double(m_state->handle, index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    // An empty view may have a null pointer, which would bind NULL.
    const char* data = text.data() ? text.data() : "";
    m_state->note(sqlite3_bind_text64(m_state->handle, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, std::span<const std::byte> blob) {
    if (blob.empty())
        m_state->note(sqlite3_bind_zeroblob(m_state->handle, index, 0));
    else
        m_state->note(sqlite3_bind_blob64(m_state->handle, index, blob.data(), blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int index) {
    m_state->note(sqlite3_bind_null(m_state->handle, index));
    return *this;
}

Result<bool> Statement::step() {
    const char* sql = sqlite3_sql(m_state->handle);
    if (m_state->bindError != SQLITE_OK)
        return sqliteError(m_state->database, std::exchange(m_state->bindError, SQLITE_OK), m_state->path, sql);
    const int code = sqlite3_step(m_state->handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteError(m_state->database, code, m_state->path, sql);
}

Status Statement::run() {
    for (;;) {
        const Result<bool> row = step();
        if (!row) {
            reset();
            return row.error();
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_state->handle);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_state->handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_state->handle, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_state->handle, column);
}

std::string Statement::text(int column) const {
    const unsigned char* data = sqlite3_column_text(m_state->handle, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_state->handle, column));
    return data ? std::string(reinterpret_cast<const char*>(data), size) : std::string();
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(m_state->handle, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_state->handle, column));
    return data ? std::span(static_cast<const std::byte*>(data), size) : std::span<const std::byte>();
}

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path, OpenMode mode) {
    auto state = std::make_unique<State>();
    state->path = path;
    const int code = sqlite3_open_v2(uriOf(path, mode).c_str(), &state->handle, openFlags(mode), nullptr);
    if (code != SQLITE_OK)
        return sqliteError(state->handle, code, path, {});
    harden(state->handle);
    Database database(std::move(state));
    NS_TRY(database.execute("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL"));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    auto state = std::make_unique<Statement::State>();
    state->database = m_state->handle;
    state->path = m_state->path;
    const int code =
        sqlite3_prepare_v2(m_state->handle, sql.data(), static_cast<int>(sql.size()), &state->handle, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_state->handle, code, m_state->path, sql);
    if (!state->handle)
        return Error{ErrorCode::Internal, m_state->path, "an empty SQL statement", {}};
    return Statement(std::move(state));
}

Status Database::execute(std::string_view sql) {
    const int code = sqlite3_exec(m_state->handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_state->handle, code, m_state->path, sql);
    return {};
}

Result<std::optional<std::int64_t>> Database::integer(std::string_view sql) {
    NS_ASSIGN(Statement statement, prepare(sql));
    NS_ASSIGN(const bool row, statement.step());
    if (!row || statement.isNull(0))
        return std::optional<std::int64_t>();
    return std::optional(statement.integer(0));
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_state->handle);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_state->handle);
}

const std::string& Database::path() const {
    return m_state->path;
}

Status Database::backupTo(const std::string& path) {
    NS_ASSIGN(Database target, open(path, OpenMode::Create));
    sqlite3_backup* backup = sqlite3_backup_init(target.m_state->handle, "main", m_state->handle, "main");
    if (!backup)
        return sqliteError(target.m_state->handle, sqlite3_errcode(target.m_state->handle), path, {});
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        return sqliteError(target.m_state->handle, finished == SQLITE_OK ? stepped : finished, path, {});
    // The pages of a WAL database say so themselves; the copy is one file.
    NS_TRY(target.execute("PRAGMA journal_mode=DELETE"));
    return target.close();
}

Status Database::close() {
    if (!m_state->handle)
        return {};
    const int code = sqlite3_close_v2(std::exchange(m_state->handle, nullptr));
    if (code != SQLITE_OK)
        return sqliteError(nullptr, code, m_state->path, {});
    return {};
}

Result<Transaction> Transaction::begin(Database& database) {
    NS_TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // SQLite rolls back by itself after some errors; then there is nothing left to do.
    if (m_database)
        (void)m_database->execute("ROLLBACK");
}

Status Transaction::commit() {
    NS_TRY(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace neuroscribe::store
