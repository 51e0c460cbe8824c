// Save As: a whole study under a new name, or nothing. Private to core/store.
#pragma once

#include <string>

#include "core/store/sqlite.h"

namespace neuroscribe::store {

/// Copies database and activations/ of `folder` into a hidden sibling of `target`, then renames it. target must not
/// exist or be an empty folder. Errors: AlreadyExists, DiskFull (checked first), ReadOnly, Io.
Status copyStudy(Database& database, const std::string& folder, const std::string& target);

} // namespace neuroscribe::store
