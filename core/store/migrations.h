// Which versions of the study database this program knows and how an older one becomes the newest. Private to
// core/store.
#pragma once

#include <cstdint>
#include <string>

#include "core/store/sqlite.h"

namespace neuroscribe::store {

/// "NSCR" in the header of the file: what `file` and the desktop recognise a study by.
inline constexpr std::int64_t kApplicationId = 0x4E534352;
inline constexpr std::int64_t kSchemaVersion = 3;

/// Version of the study in `database`. Errors: Unsupported (some other SQLite file), Corrupt, Io.
Result<std::int64_t> studyVersion(Database& database);
/// Applies what lies between `version` and kSchemaVersion in one transaction; version 0 is an empty file.
Status migrate(Database& database, std::int64_t version);

} // namespace neuroscribe::store
