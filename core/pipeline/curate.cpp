#include "core/pipeline/curate.h"

#include <algorithm>

#include "core/labels/curated_descriptors.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::Curation;
using descriptors::CurationDelta;
using descriptors::CurationEdit;
using descriptors::LoggedEdit;
using store::Database;

Status write(Database& database, Curation& curation, const CurationDelta& delta, std::int64_t edit) {
    NS_TRY(descriptors::storeDelta(database, delta));
    return labels::syncDescriptors(database, delta, curation, edit);
}

/// One step of the history inside the caller's transaction.
Result<std::optional<CurationEdit>> step(Database& database, Curation& curation, bool forward) {
    NS_ASSIGN(auto logged, forward ? descriptors::stepForward(database) : descriptors::stepBack(database));
    if (!logged)
        return std::optional<CurationEdit>();
    const CurationDelta delta = forward ? logged->edit.delta : logged->edit.delta.reversed();
    if (const Status fits = curation.apply(delta); !fits)
        return Error{ErrorCode::Corrupt, database.path(),
                     "edit " + std::to_string(logged->id) + " does not fit the clusters: " + fits.error().where + ": " +
                         fits.error().why,
                     "Restore the study from a copy"};
    NS_TRY(write(database, curation, delta, logged->id));
    return std::optional(std::move(logged->edit));
}

Result<std::optional<CurationEdit>> move(Database& database, Curation& curation, bool forward) {
    Curation moved = curation;
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(auto edit, step(database, moved, forward));
    NS_TRY(transaction.commit());
    curation = std::move(moved);
    return edit;
}

/// How many steps lead from the cursor to `entry`; backward ones are negative.
Result<std::int64_t> stepsTo(Database& database, std::int64_t entry) {
    NS_ASSIGN(const auto entries, descriptors::loadCurationHistory(database));
    const auto undone = std::ranges::find(entries, true, &store::HistoryEntry::undone);
    if (entry == 0)
        return entries.begin() - undone;
    const auto target = std::ranges::find(entries, entry, &store::HistoryEntry::id);
    if (target == entries.end())
        return Error{ErrorCode::NotFound, "edit " + std::to_string(entry), "the history has no such edit", ""};
    return target + 1 - undone;
}

} // namespace

Result<CurationEdit> applyCurationEdit(Database& database, Curation& curation, CurationEdit edit) {
    if (edit.delta.isEmpty())
        return Error{ErrorCode::InvalidArgument, edit.textCode, "there is nothing to do", ""};
    Curation edited = curation;
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(edit.delta, labels::keepQuestions(database, std::move(edit.delta)));
    NS_TRY(edited.apply(edit.delta));
    NS_ASSIGN(const std::int64_t id, descriptors::logEdit(database, edit));
    NS_TRY(write(database, edited, edit.delta, id));
    NS_TRY(transaction.commit());
    curation = std::move(edited);
    return edit;
}

Result<std::optional<CurationEdit>> undoCuration(Database& database, Curation& curation) {
    return move(database, curation, false);
}

Result<std::optional<CurationEdit>> redoCuration(Database& database, Curation& curation) {
    return move(database, curation, true);
}

Status jumpInCuration(Database& database, Curation& curation, std::int64_t entry) {
    Curation moved = curation;
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(std::int64_t steps, stepsTo(database, entry));
    for (; steps != 0; steps += steps < 0 ? 1 : -1)
        NS_TRY(step(database, moved, steps > 0));
    NS_TRY(transaction.commit());
    curation = std::move(moved);
    return {};
}

} // namespace neuroscribe::pipeline
