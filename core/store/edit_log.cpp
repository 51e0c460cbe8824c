#include "core/store/edit_log.h"

#include <utility>

namespace neuroscribe::store {
namespace {

// Column `undone`: superseded edits stay readable, but neither undo nor redo meets them again.
constexpr int kApplied = 0;
constexpr int kUndone = 1;
constexpr int kSuperseded = 2;

constexpr const char* kColumns = "SELECT id, history, kind, before, after, text_code, arguments FROM edit ";

Edit readEdit(const Statement& row) {
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

} // namespace

EditLog::EditLog(Database& database, std::string history) : m_database(database), m_history(std::move(history)) {}

Result<std::int64_t> EditLog::append(const Edit& edit) {
    if (edit.history != m_history)
        return Error{ErrorCode::InvalidArgument, edit.history, "the edit belongs to another history than " + m_history,
                     ""};
    NS_ASSIGN(auto supersede, m_database.prepare("UPDATE edit SET undone = ? WHERE history = ? AND undone = ?"));
    NS_TRY(supersede.bind(1, std::int64_t{kSuperseded}).bind(2, m_history).bind(3, std::int64_t{kUndone}).run());
    NS_ASSIGN(auto insert,
              m_database.prepare("INSERT INTO edit (history, kind, before, after, text_code, arguments, created_at) "
                                 "VALUES (?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"));
    insert.bind(1, edit.history).bind(2, edit.kind).bind(3, edit.before);
    insert.bind(4, edit.after).bind(5, edit.textCode).bind(6, edit.arguments);
    NS_TRY(insert.run());
    return m_database.lastInsertId();
}

Result<std::optional<Edit>> EditLog::find(const char* order, int state) {
    NS_ASSIGN(auto query, m_database.prepare(std::string(kColumns) + "WHERE history = ? AND undone = ? ORDER BY id " +
                                             order + " LIMIT 1"));
    query.bind(1, m_history).bind(2, std::int64_t{state});
    NS_ASSIGN(const bool found, query.step());
    if (!found)
        return std::optional<Edit>();
    return std::optional<Edit>(readEdit(query));
}

Result<std::optional<Edit>> EditLog::nextUndo() {
    return find("DESC", kApplied);
}

Result<std::optional<Edit>> EditLog::nextRedo() {
    return find("ASC", kUndone);
}

Result<std::optional<Edit>> EditLog::undo() {
    NS_ASSIGN(auto edit, nextUndo());
    if (edit)
        NS_TRY(setState(edit->id, kUndone));
    return edit;
}

Result<std::optional<Edit>> EditLog::redo() {
    NS_ASSIGN(auto edit, nextRedo());
    if (edit)
        NS_TRY(setState(edit->id, kApplied));
    return edit;
}

Result<std::vector<HistoryEntry>> EditLog::entries() {
    NS_ASSIGN(auto query, m_database.prepare("SELECT id, kind, text_code, arguments, created_at, undone FROM edit "
                                             "WHERE history = ? AND undone <> ? ORDER BY id"));
    query.bind(1, m_history).bind(2, std::int64_t{kSuperseded});
    std::vector<HistoryEntry> entries;
    for (;;) {
        NS_ASSIGN(const bool found, query.step());
        if (!found)
            return entries;
        entries.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4),
                           query.integer(5) == kUndone});
    }
}

Result<std::vector<Edit>> EditLog::all() {
    NS_ASSIGN(auto query, m_database.prepare(std::string(kColumns) + "WHERE history = ? ORDER BY id"));
    query.bind(1, m_history);
    std::vector<Edit> edits;
    for (;;) {
        NS_ASSIGN(const bool found, query.step());
        if (!found)
            return edits;
        edits.push_back(readEdit(query));
    }
}

Status EditLog::setState(std::int64_t id, int state) {
    NS_ASSIGN(auto update, m_database.prepare("UPDATE edit SET undone = ? WHERE id = ?"));
    return update.bind(1, std::int64_t{state}).bind(2, id).run();
}

} // namespace neuroscribe::store
