#include "core/store/sqlite_error.h"

#include <cerrno>

#include <sqlite3.h>

namespace neuroscribe::store {
namespace {

bool noSpaceLeft(sqlite3* database) {
    const int systemError = database ? sqlite3_system_errno(database) : 0;
    return systemError == ENOSPC || systemError == EDQUOT;
}

ErrorCode constraintCode(int extended) {
    const bool taken = extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY ||
                       extended == SQLITE_CONSTRAINT_ROWID;
    return taken ? ErrorCode::AlreadyExists : ErrorCode::Internal;
}

ErrorCode codeOf(sqlite3* database, int code) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::Locked;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_CONSTRAINT:
        return constraintCode(code);
    case SQLITE_TOOBIG:
        return ErrorCode::Overflow;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return noSpaceLeft(database) ? ErrorCode::DiskFull : ErrorCode::Io;
    default:
        return ErrorCode::Internal;
    }
}

std::string hintFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::DiskFull:
        return "Free some space and try again; nothing that was committed is lost";
    case ErrorCode::Corrupt:
        return "Restore the study from a copy";
    case ErrorCode::Locked:
        return "Close the other program that uses the study, or open it read-only";
    case ErrorCode::ReadOnly:
        return "Open the study read-only, or save a copy elsewhere";
    default:
        return {};
    }
}

} // namespace

Error sqliteError(sqlite3* database, int code, const std::string& path, std::string_view sql) {
    constexpr std::size_t kShownSql = 120;
    std::string why = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    if (!sql.empty())
        why += " (" + std::string(sql.substr(0, kShownSql)) + ")";
    const ErrorCode kind = codeOf(database, code);
    return {kind, path, std::move(why), hintFor(kind)};
}

} // namespace neuroscribe::store
