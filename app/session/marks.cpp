#include "app/session/marks.h"

namespace neuroscribe::app {

Result<NeuronMarks> loadMarks(store::Database& database, std::int64_t runId) {
    NS_ASSIGN(auto query, database.prepare("SELECT neuron, bookmarked, note FROM neuron_mark WHERE run_id = ?"));
    query.bind(1, runId);
    NeuronMarks marks;
    for (;;) {
        NS_ASSIGN(const bool row, query.step());
        if (!row)
            return marks;
        marks[NeuronId(static_cast<std::uint32_t>(query.integer(0)))] = {query.integer(1) != 0,
                                                                         QString::fromStdString(query.text(2))};
    }
}

Status storeMark(store::Database& database, std::int64_t runId, NeuronId neuron, const NeuronMark& mark) {
    if (mark == NeuronMark{}) {
        NS_ASSIGN(auto remove, database.prepare("DELETE FROM neuron_mark WHERE run_id = ? AND neuron = ?"));
        return remove.bind(1, runId).bind(2, static_cast<std::int64_t>(neuron.value)).run();
    }
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO neuron_mark (run_id, neuron, bookmarked, note) "
                                            "VALUES (?, ?, ?, ?)"));
    return insert.bind(1, runId)
        .bind(2, static_cast<std::int64_t>(neuron.value))
        .bind(3, static_cast<std::int64_t>(mark.bookmarked))
        .bind(4, mark.note.toStdString())
        .run();
}

} // namespace neuroscribe::app
