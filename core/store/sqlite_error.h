// From SQLite's result codes to Error. Private to core/store.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

struct sqlite3;

namespace neuroscribe::store {

/// The error that `database` holds after `code` came back; names the file, and the SQL where there is one.
Error sqliteError(sqlite3* database, int code, const std::string& path, std::string_view sql);

} // namespace neuroscribe::store
