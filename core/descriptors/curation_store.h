// The curation on disk: tables cluster and cluster_member, and its history in the edit log. Descriptors that follow
// from it are core/labels' (curated_descriptors.h); whoever edits a study takes core/pipeline/curate.h, which does
// both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/descriptors/curation.h"
#include "core/store/edit_log.h"

namespace neuroscribe::descriptors {

inline constexpr const char* kCurationHistory = "curation"; ///< of the edit log; also the kind of its edits

/// Errors: Corrupt, Io.
Result<Curation> loadCuration(store::Database& database);
/// Writes what the delta changes and nothing else; inside the caller's transaction. Errors: InvalidArgument (a member
/// that is no raw descriptor of the study), those of SQLite.
Status storeDelta(store::Database& database, const CurationDelta& delta);

/// An edit as its row in the log has it: `after` is the delta as JSON; undo applies its reverse, and `before` is empty.
struct LoggedEdit {
    std::int64_t id = 0;
    CurationEdit edit;
};
/// Inside the caller's transaction, as all below. Returns the row's id.
Result<std::int64_t> logEdit(store::Database& database, const CurationEdit& edit);
/// Move the cursor; nothing at the end of the history. Errors: Corrupt.
Result<std::optional<LoggedEdit>> stepBack(store::Database& database);
Result<std::optional<LoggedEdit>> stepForward(store::Database& database);

/// What undo and redo reach, oldest first.
Result<std::vector<store::HistoryEntry>> loadCurationHistory(store::Database& database);

/// Column edit.arguments. Errors: Corrupt.
Result<std::vector<std::string>> argumentsOf(const store::HistoryEntry& entry);

} // namespace neuroscribe::descriptors
