#include "core/labels/curated_descriptors.h"

#include <set>

#include "core/labels/answer_store.h"

namespace neuroscribe::labels {
namespace {

using descriptors::Cluster;
using descriptors::ClusterChange;
using descriptors::ClusterFacts;
using descriptors::Curation;
using descriptors::CurationDelta;

std::int64_t sql(ClusterId id) {
    return id.value;
}

/// A descriptor that no cluster has, with this name.
struct FreeDescriptor {
    std::int64_t id = 0;
    std::string question;
};
Result<std::optional<FreeDescriptor>> findFree(store::Database& database, const std::string& name) {
    NS_ASSIGN(auto select, database.prepare("SELECT d.id, q.text FROM descriptor d JOIN question q "
                                            "ON q.id = d.question_id WHERE d.name = ? AND d.retired = 0 "
                                            "AND d.cluster_id IS NULL"));
    NS_ASSIGN(const bool row, select.bind(1, name).step());
    return row ? std::optional(FreeDescriptor{select.integer(0), select.text(1)}) : std::nullopt;
}

Result<std::optional<std::int64_t>> findOfCluster(store::Database& database, ClusterId cluster) {
    NS_ASSIGN(auto select, database.prepare("SELECT id FROM descriptor WHERE cluster_id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, sql(cluster)).step());
    return row ? std::optional(select.integer(0)) : std::nullopt;
}

Status run(store::Database& database, const char* statement, std::initializer_list<std::int64_t> values) {
    NS_ASSIGN(auto prepared, database.prepare(statement));
    int index = 0;
    for (const std::int64_t value : values)
        prepared.bind(++index, value);
    return prepared.run();
}

bool takesName(const ClusterChange& change) {
    return change.after && change.after->isDescriptor() &&
           !(change.before && change.before->isDescriptor() && change.before->name == change.after->name);
}

class Sync {
public:
    Sync(store::Database& database, std::int64_t edit) : m_database(database), m_edit(edit) {}

    /// Names that go make room for names that come.
    Status retire(const std::vector<ClusterChange>& changes) {
        for (const ClusterChange& change : changes)
            NS_TRY(run(m_database, "UPDATE descriptor SET retired = 1 WHERE cluster_id = ?", {sql(change.id)}));
        return {};
    }

    /// What this edit took over when it went the other way.
    Status giveBack() {
        NS_TRY(run(m_database,
                   "DELETE FROM descriptor_synonym WHERE of_member = 1 AND descriptor_id IN "
                   "(SELECT id FROM descriptor WHERE taken_by = ?)",
                   {m_edit}));
        NS_TRY(run(m_database,
                   "DELETE FROM descriptor_question WHERE descriptor_id IN (SELECT id FROM descriptor "
                   "WHERE taken_by = ?)",
                   {m_edit}));
        return run(m_database,
                   "UPDATE descriptor SET cluster_id = NULL, retired = 0, taken_by = NULL WHERE taken_by = ?",
                   {m_edit});
    }

    Status write(ClusterId id, const ClusterFacts& facts) {
        NS_ASSIGN(auto row, findOfCluster(m_database, id));
        NS_ASSIGN(const auto taken, findFree(m_database, facts.name));
        if (taken && row)
            NS_TRY(
                run(m_database, "UPDATE descriptor SET retired = 1, taken_by = ? WHERE id = ?", {m_edit, taken->id}));
        if (taken && !row) {
            NS_TRY(run(m_database, "UPDATE descriptor SET cluster_id = ?, taken_by = ? WHERE id = ?",
                       {sql(id), m_edit, taken->id}));
            row = taken->id;
        }
        NS_ASSIGN(const QuestionId question, questionOf(m_database, facts.questions.front()));
        if (!row)
            return insert(id, facts, question);
        NS_ASSIGN(auto update, m_database.prepare("UPDATE descriptor SET name = ?, question_id = ?, retired = 0 "
                                                  "WHERE id = ?"));
        NS_TRY(update.bind(1, facts.name).bind(2, std::int64_t{question.value}).bind(3, *row).run());
        return writeFurtherQuestions(*row, facts.questions);
    }

    Status writeTerms(ClusterId id) {
        NS_TRY(run(m_database,
                   "DELETE FROM descriptor_synonym WHERE of_member = 1 AND descriptor_id = "
                   "(SELECT id FROM descriptor WHERE cluster_id = ?1) AND term NOT IN (SELECT r.name FROM "
                   "cluster_member m JOIN raw_descriptor r ON r.id = m.raw_descriptor_id WHERE m.cluster_id = ?1)",
                   {sql(id)}));
        return run(m_database,
                   "INSERT OR IGNORE INTO descriptor_synonym(descriptor_id, term, of_member) SELECT d.id, r.name, 1 "
                   "FROM descriptor d JOIN cluster_member m ON m.cluster_id = d.cluster_id "
                   "JOIN raw_descriptor r ON r.id = m.raw_descriptor_id WHERE d.cluster_id = ?",
                   {sql(id)});
    }

private:
    Status insert(ClusterId id, const ClusterFacts& facts, QuestionId question) {
        NS_ASSIGN(auto insert, m_database.prepare("INSERT INTO descriptor(name, question_id, position, cluster_id) "
                                                  "VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM "
                                                  "descriptor), ?)"));
        NS_TRY(insert.bind(1, facts.name).bind(2, std::int64_t{question.value}).bind(3, sql(id)).run());
        return writeFurtherQuestions(m_database.lastInsertId(), facts.questions);
    }

    Status writeFurtherQuestions(std::int64_t descriptor, const std::vector<std::string>& questions) {
        NS_TRY(run(m_database, "DELETE FROM descriptor_question WHERE descriptor_id = ?", {descriptor}));
        for (std::size_t i = 1; i < questions.size(); ++i) {
            NS_ASSIGN(const QuestionId question, questionOf(m_database, questions[i]));
            NS_TRY(run(m_database,
                       "INSERT INTO descriptor_question(descriptor_id, position, question_id) VALUES (?, ?, ?)",
                       {descriptor, static_cast<std::int64_t>(i), question.value}));
        }
        return {};
    }

    store::Database& m_database;
    std::int64_t m_edit;
};

/// Clusters whose facts or members the delta changes.
std::set<ClusterId> touched(const CurationDelta& delta) {
    std::set<ClusterId> clusters;
    for (const ClusterChange& change : delta.clusters)
        clusters.insert(change.id);
    for (const descriptors::MemberMove& move : delta.moves)
        clusters.insert({move.from, move.to});
    return clusters;
}

} // namespace

Result<CurationDelta> keepQuestions(store::Database& database, CurationDelta delta) {
    for (ClusterChange& change : delta.clusters) {
        if (!takesName(change))
            continue;
        NS_ASSIGN(const auto taken, findFree(database, change.after->name));
        if (!taken)
            continue;
        std::vector<std::string>& questions = change.after->questions;
        NS_ASSIGN(const auto row, findOfCluster(database, change.id));
        if (!row && questions == std::vector{change.after->name})
            questions.clear(); // nobody chose it
        std::erase(questions, taken->question);
        questions.insert(row ? questions.end() : questions.begin(), taken->question);
    }
    return delta;
}

Status syncDescriptors(store::Database& database, const CurationDelta& delta, const Curation& curation,
                       std::int64_t edit) {
    Sync sync(database, edit);
    NS_TRY(sync.retire(delta.clusters));
    NS_TRY(sync.giveBack());
    for (const ClusterChange& change : delta.clusters)
        if (change.after && change.after->isDescriptor())
            NS_TRY(sync.write(change.id, *change.after));
    for (const ClusterId id : touched(delta))
        if (const Cluster* cluster = curation.find(id); cluster && cluster->isDescriptor())
            NS_TRY(sync.writeTerms(id));
    return {};
}

} // namespace neuroscribe::labels
