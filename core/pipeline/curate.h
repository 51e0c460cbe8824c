// Edits of the curation as a whole: clusters, the descriptors that follow from them, and the history, in one
// transaction each; committed when the function returns. In memory and on disk alike: on error neither has changed.
#pragma once

#include <cstdint>
#include <optional>

#include "core/descriptors/curation_store.h"
#include "core/store/sqlite.h"

namespace neuroscribe::pipeline {

/// Returns the edit as it was made: where a cluster takes the name of a descriptor that no cluster has, it takes its
/// questions along. `curation` is the study's (descriptors::loadCuration). Errors: InvalidArgument (it does not fit, or
/// changes nothing), those of SQLite.
Result<descriptors::CurationEdit> applyCurationEdit(store::Database& database, descriptors::Curation& curation,
                                                    descriptors::CurationEdit edit);

/// The edit that was undone, as it was made (its delta's reverse has been applied); nothing at the start of the
/// history. Errors: Corrupt (the history does not fit the clusters).
Result<std::optional<descriptors::CurationEdit>> undoCuration(store::Database& database,
                                                              descriptors::Curation& curation);
/// The edit that was made again; nothing at the end of the history.
Result<std::optional<descriptors::CurationEdit>> redoCuration(store::Database& database,
                                                              descriptors::Curation& curation);
/// Undoes or redoes until `entry` (HistoryEntry::id) is the last edit made; 0: before the first. Errors: NotFound.
Status jumpInCuration(store::Database& database, descriptors::Curation& curation, std::int64_t entry);

} // namespace neuroscribe::pipeline
