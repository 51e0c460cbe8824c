#include "core/descriptors/curation_store.h"

#include <limits>

#include <nlohmann/json.hpp>

#include "core/descriptors/delta_json.h"

namespace neuroscribe::descriptors {
namespace {

Error damaged(const store::Database& database, const std::string& why) {
    return {ErrorCode::Corrupt, database.path(), "the stored curation is damaged: " + why,
            "Restore the study from a copy"};
}

bool isId(std::int64_t number) {
    return number >= 0 && number <= std::numeric_limits<std::uint32_t>::max();
}

Status loadClusters(store::Database& database, CurationDelta& content) {
    NS_ASSIGN(auto select, database.prepare("SELECT id, name, name_source, excluded, centre, questions FROM cluster "
                                            "ORDER BY id"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const std::int64_t source = select.integer(2);
        if (!isId(select.integer(0)) || !isId(select.integer(4)) || source < 0 || source > 2)
            return damaged(database, "a cluster is none");
        ClusterFacts facts{select.text(1), static_cast<NameSource>(source), select.integer(3) != 0, {}, std::nullopt};
        if (!select.isNull(4))
            facts.centre = RawDescriptorId(static_cast<std::uint32_t>(select.integer(4)));
        NS_ASSIGN(facts.questions, questionsFromJson(select.text(5)));
        content.clusters.push_back(
            {ClusterId(static_cast<std::uint32_t>(select.integer(0))), std::nullopt, std::move(facts)});
    }
}

Status loadMembers(store::Database& database, CurationDelta& content) {
    NS_ASSIGN(auto select, database.prepare("SELECT raw_descriptor_id, cluster_id FROM cluster_member "
                                            "ORDER BY raw_descriptor_id"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        if (!isId(select.integer(0)) || !isId(select.integer(1)))
            return damaged(database, "a member is none");
        content.moves.push_back({RawDescriptorId(static_cast<std::uint32_t>(select.integer(0))), kUnclustered,
                                 ClusterId(static_cast<std::uint32_t>(select.integer(1)))});
    }
}

Status storeClusters(store::Database& database, const std::vector<ClusterChange>& changes) {
    NS_ASSIGN(auto remove, database.prepare("DELETE FROM cluster WHERE id = ?"));
    NS_ASSIGN(auto upsert,
              database.prepare("INSERT INTO cluster(id, name, name_source, excluded, centre, questions) "
                               "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, "
                               "name_source = excluded.name_source, excluded = excluded.excluded, "
                               "centre = excluded.centre, questions = excluded.questions"));
    for (const ClusterChange& change : changes) {
        const std::int64_t id = change.id.value;
        if (!change.after) {
            NS_TRY(remove.bind(1, id).run());
            continue;
        }
        const ClusterFacts& facts = *change.after;
        upsert.bind(1, id).bind(2, facts.name).bind(3, static_cast<std::int64_t>(facts.source));
        upsert.bind(4, std::int64_t{facts.excluded}).bind(6, questionsToJson(facts.questions));
        if (facts.centre)
            upsert.bind(5, std::int64_t{facts.centre->value});
        else
            upsert.bindNull(5);
        NS_TRY(upsert.run());
    }
    return {};
}

/// Nothing refers to a raw descriptor that is not there; asked first, because the error should name it.
Status checkMember(store::Statement& exists, RawDescriptorId member) {
    exists.reset();
    NS_ASSIGN(const bool row, exists.bind(1, std::int64_t{member.value}).step());
    if (row)
        return {};
    return Error{ErrorCode::InvalidArgument, "member " + std::to_string(member.value), "there is no such member", ""};
}

Status storeMoves(store::Database& database, const std::vector<MemberMove>& moves) {
    NS_ASSIGN(auto exists, database.prepare("SELECT 1 FROM raw_descriptor WHERE id = ?"));
    NS_ASSIGN(auto remove, database.prepare("DELETE FROM cluster_member WHERE raw_descriptor_id = ?"));
    NS_ASSIGN(auto upsert, database.prepare("INSERT INTO cluster_member(raw_descriptor_id, cluster_id) VALUES (?, ?) "
                                            "ON CONFLICT(raw_descriptor_id) DO UPDATE SET "
                                            "cluster_id = excluded.cluster_id"));
    for (const MemberMove& move : moves) {
        NS_TRY(checkMember(exists, move.member));
        if (move.to == kUnclustered)
            NS_TRY(remove.bind(1, std::int64_t{move.member.value}).run());
        else
            NS_TRY(upsert.bind(1, std::int64_t{move.member.value}).bind(2, std::int64_t{move.to.value}).run());
    }
    return {};
}

Result<std::vector<std::string>> readArguments(const std::string& text) {
    const auto list = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> arguments;
    const Error corrupt{ErrorCode::Corrupt, "edit.arguments", "a list of texts is expected",
                        "Restore the study from a copy"};
    if (!list.is_array())
        return corrupt;
    for (const auto& argument : list) {
        if (!argument.is_string())
            return corrupt;
        arguments.push_back(argument.get<std::string>());
    }
    return arguments;
}

Result<std::optional<LoggedEdit>> readEdit(const std::optional<store::Edit>& row) {
    if (!row)
        return std::optional<LoggedEdit>();
    if (row->kind != kCurationHistory)
        return Error{ErrorCode::Unsupported, "edit " + row->kind, "this version does not know this kind of change", ""};
    LoggedEdit logged{row->id, {row->textCode, {}, {}}};
    NS_ASSIGN(logged.edit.arguments, readArguments(row->arguments));
    NS_ASSIGN(logged.edit.delta, deltaFromJson(row->after));
    return std::optional(std::move(logged));
}

} // namespace

Result<Curation> loadCuration(store::Database& database) {
    CurationDelta content;
    NS_TRY(loadClusters(database, content));
    NS_TRY(loadMembers(database, content));
    NS_ASSIGN(const auto last, database.integer("SELECT seq FROM sqlite_sequence WHERE name = 'cluster'"));
    const std::int64_t next = last.value_or(0) + 1;
    if (!isId(next))
        return damaged(database, "the ids of clusters are used up");
    auto curation = Curation::from(content, ClusterId(static_cast<std::uint32_t>(next)));
    if (!curation)
        return damaged(database, curation.error().where + ": " + curation.error().why);
    return curation;
}

Status storeDelta(store::Database& database, const CurationDelta& delta) {
    NS_TRY(storeClusters(database, delta.clusters));
    return storeMoves(database, delta.moves);
}

Result<std::int64_t> logEdit(store::Database& database, const CurationEdit& edit) {
    store::Edit row;
    row.history = kCurationHistory;
    row.kind = kCurationHistory;
    row.after = deltaToJson(edit.delta);
    row.textCode = edit.textCode;
    row.arguments = nlohmann::json(edit.arguments).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return store::EditLog(database, kCurationHistory).append(row);
}

Result<std::optional<LoggedEdit>> stepBack(store::Database& database) {
    NS_ASSIGN(const auto row, store::EditLog(database, kCurationHistory).undo());
    return readEdit(row);
}

Result<std::optional<LoggedEdit>> stepForward(store::Database& database) {
    NS_ASSIGN(const auto row, store::EditLog(database, kCurationHistory).redo());
    return readEdit(row);
}

Result<std::vector<store::HistoryEntry>> loadCurationHistory(store::Database& database) {
    return store::EditLog(database, kCurationHistory).entries();
}

Result<std::vector<std::string>> argumentsOf(const store::HistoryEntry& entry) {
    return readArguments(entry.arguments);
}

} // namespace neuroscribe::descriptors
