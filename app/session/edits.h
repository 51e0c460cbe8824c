// Undoable changes of workspace Explore as rows of the edit log: what each kind writes, and how it is put into words.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/edit_log.h"
#include "core/tagging/tagger.h"

#include <QString>

#include <optional>

namespace neuroscribe::app {

inline constexpr const char* kThresholdsHistory = "thresholds";
inline constexpr const char* kThresholdsKind = "thresholds";
inline constexpr const char* kExcludedKind = "descriptor.excluded";

/// What the menu offers next.
struct UndoState {
    std::optional<store::Edit> undo;
    std::optional<store::Edit> redo;
};

/// A descriptor switched off or on, as an edit carries it.
struct Exclusion {
    DescriptorId descriptor;
    bool excluded = false;
};

store::Edit thresholdsEdit(const tagging::Thresholds& before, const tagging::Thresholds& after);
store::Edit exclusionEdit(DescriptorId descriptor, const QString& name, bool excluded);

/// Errors: Corrupt.
Result<Exclusion> exclusionFromJson(const std::string& json);

// On the edits lane, inside a transaction.
Status recordEdit(store::Database& database, const store::Edit& edit);
Result<UndoState> undoState(store::Database& database);
/// The value that is in force again, or nothing at the end of the history.
struct Moved {
    std::string kind;
    std::string value;
};
Result<std::optional<Moved>> moveInHistory(store::Database& database, bool forward);

/// "Set t to 0.40", in the language and number format of the window.
QString editText(const store::Edit& edit);

} // namespace neuroscribe::app
