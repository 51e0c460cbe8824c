// Undo that survives a restart: an append-only log of edits per history ("thresholds", "curation", "validation") with
// a cursor. The log stores values before and after; applying them is the caller's, in the same transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::store {

/// One change a person made. before, after and arguments are JSON text; textCode names the sentence that the window
/// translates and fills with the arguments ("Exclude descriptor %1").
struct Edit {
    std::int64_t id = 0; ///< set by append()
    std::string history;
    std::string kind; ///< what before and after mean: "thresholds", "descriptor.excluded", ...
    std::string before;
    std::string after;
    std::string textCode;
    std::string arguments = "[]";

    bool operator==(const Edit&) const = default;
};

/// One line of a list of the history.
struct HistoryEntry {
    std::int64_t id = 0;
    std::string kind;
    std::string textCode;
    std::string arguments; ///< JSON
    std::string createdAt; ///< ISO 8601, UTC
    bool undone = false;   ///< lies behind the cursor: redo meets it

    bool operator==(const HistoryEntry&) const = default;
};

/// Functions without state over the table `edit`; the database is the cursor. None of them opens a transaction, so
/// that the edit and what it changes commit together.
class EditLog {
public:
    EditLog(Database& database, std::string history);

    /// Adds an edit that has just been applied and returns its id. What was undone before it can't be redone any
    /// more, but stays in the log. Errors: InvalidArgument (another history).
    Result<std::int64_t> append(const Edit& edit);

    /// Moves the cursor back and returns the edit whose `before` is to be applied; nothing at the start.
    Result<std::optional<Edit>> undo();
    /// Moves the cursor forward and returns the edit whose `after` is to be applied; nothing at the end.
    Result<std::optional<Edit>> redo();

    /// What undo() (redo()) would return, for the names of the menu entries.
    Result<std::optional<Edit>> nextUndo();
    Result<std::optional<Edit>> nextRedo();

    /// What undo and redo can reach, oldest first; the cursor lies before the first that is undone.
    Result<std::vector<HistoryEntry>> entries();
    /// Everything ever done in this history, oldest first, superseded edits included.
    Result<std::vector<Edit>> all();

private:
    Result<std::optional<Edit>> find(const char* order, int state);
    Status setState(std::int64_t id, int state);

    Database& m_database;
    std::string m_history;
};

} // namespace neuroscribe::store
