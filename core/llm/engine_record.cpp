#include "core/llm/engine_record.h"

namespace neuroscribe::llm {
namespace {

const char* taskName(Task task) {
    return task == Task::Topics ? "topics" : "labels";
}

constexpr const char* kColumns = "SELECT id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, "
                                 "parameters, margin_threshold, in_union, created_at FROM engine ";

EngineRecord readRow(const store::Statement& row) {
    return {.id = EngineId(static_cast<std::uint32_t>(row.integer(0))),
            .task = row.text(1) == taskName(Task::Topics) ? Task::Topics : Task::Labels,
            .annotator = row.text(2),
            .spec = row.text(3),
            .identity = row.text(4),
            .promptHash = row.text(5),
            .prompt = row.text(6),
            .wrapper = row.text(7),
            .device = row.text(8),
            .parameters = row.text(9),
            .marginThreshold = row.real(10),
            .inUnion = row.integer(11) != 0,
            .createdAt = row.text(12)};
}

Status upsert(store::Database& database, const EngineRecord& engine) {
    // An engine that is asked again becomes the newest: its answers are what the person wants now. The clock may have
    // been set back since the others were stored.
    NS_ASSIGN(
        auto insert,
        database.prepare("INSERT INTO engine(task, annotator, spec, identity, prompt_hash, prompt, wrapper, "
                         "device, parameters, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                         "max(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "
                         "coalesce((SELECT max(created_at) FROM engine), ''))) "
                         "ON CONFLICT(task, annotator, identity, prompt_hash) DO UPDATE SET spec = excluded.spec, "
                         "device = excluded.device, parameters = excluded.parameters, "
                         "created_at = excluded.created_at"));
    insert.bind(1, std::string_view(taskName(engine.task))).bind(2, engine.annotator).bind(3, engine.spec);
    insert.bind(4, engine.identity).bind(5, engine.promptHash).bind(6, engine.prompt).bind(7, engine.wrapper);
    return insert.bind(8, engine.device).bind(9, engine.parameters).run();
}

} // namespace

Result<EngineId> registerEngine(store::Database& database, const EngineRecord& engine) {
    if (engine.spec.empty() || (engine.task == Task::Labels && engine.annotator.empty()))
        return Error{ErrorCode::InvalidArgument, "engine", "an annotator and an engine need a name", ""};
    NS_TRY(upsert(database, engine));
    NS_ASSIGN(auto select, database.prepare("SELECT id FROM engine WHERE task = ? AND annotator = ? AND identity = ? "
                                            "AND prompt_hash = ?"));
    select.bind(1, std::string_view(taskName(engine.task))).bind(2, engine.annotator);
    NS_ASSIGN(const bool row, select.bind(3, engine.identity).bind(4, engine.promptHash).step());
    if (!row)
        return Error{ErrorCode::Corrupt, database.path(), "an engine that was just stored is not there", ""};
    return EngineId(static_cast<std::uint32_t>(select.integer(0)));
}

Result<EngineRecord> loadEngine(store::Database& database, EngineId id) {
    NS_ASSIGN(auto select, database.prepare(std::string(kColumns) + "WHERE id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{id.value}).step());
    if (!row)
        return Error{ErrorCode::NotFound, "engine " + std::to_string(id.value), "there is no such engine", ""};
    return readRow(select);
}

Result<std::vector<EngineRecord>> loadEngines(store::Database& database, Task task) {
    NS_ASSIGN(auto select, database.prepare(std::string(kColumns) + "WHERE task = ? ORDER BY created_at, id"));
    select.bind(1, std::string_view(taskName(task)));
    std::vector<EngineRecord> engines;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return engines;
        engines.push_back(readRow(select));
    }
}

} // namespace neuroscribe::llm
