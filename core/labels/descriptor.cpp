#include "core/labels/descriptor.h"

#include <map>

namespace neuroscribe::labels {
namespace {

/// Appends the texts that `sql` gives by descriptor.
Status loadTexts(store::Database& database, const char* sql, std::vector<std::string> Descriptor::*texts,
                 std::vector<Descriptor>& descriptors) {
    std::map<DescriptorId, Descriptor*> byId;
    for (Descriptor& descriptor : descriptors)
        byId[descriptor.id] = &descriptor;
    NS_ASSIGN(auto select, database.prepare(sql));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const auto found = byId.find(DescriptorId(static_cast<std::uint32_t>(select.integer(0))));
        if (found != byId.end())
            (found->second->*texts).push_back(select.text(1));
    }
}

Status addSynonyms(store::Database& database, DescriptorId id, const std::vector<std::string>& synonyms) {
    NS_ASSIGN(auto insert,
              database.prepare("INSERT OR IGNORE INTO descriptor_synonym(descriptor_id, term) VALUES (?, ?)"));
    for (const std::string& term : synonyms)
        NS_TRY(insert.bind(1, std::int64_t{id.value}).bind(2, term).run());
    return {};
}

Result<DescriptorId> insertDescriptor(store::Database& database, const std::string& name) {
    NS_ASSIGN(auto question, database.prepare("INSERT OR IGNORE INTO question(text) VALUES (?)"));
    NS_TRY(question.bind(1, name).run());
    NS_ASSIGN(auto insert, database.prepare("INSERT INTO descriptor(name, question_id, position) VALUES (?1, "
                                            "(SELECT id FROM question WHERE text = ?1), "
                                            "(SELECT coalesce(max(position) + 1, 0) FROM descriptor))"));
    NS_TRY(insert.bind(1, name).run());
    return DescriptorId(static_cast<std::uint32_t>(database.lastInsertId()));
}

} // namespace

std::vector<std::string> Descriptor::questions() const {
    std::vector<std::string> all{question};
    all.insert(all.end(), furtherQuestions.begin(), furtherQuestions.end());
    return all;
}

Result<std::vector<Descriptor>> loadDescriptors(store::Database& database) {
    NS_ASSIGN(auto select,
              database.prepare("SELECT d.id, d.name, q.text, d.excluded, d.cluster_id, coalesce(c.excluded, 0) "
                               "FROM descriptor d JOIN question q ON q.id = d.question_id "
                               "LEFT JOIN cluster c ON c.id = d.cluster_id "
                               "WHERE d.retired = 0 ORDER BY d.position, d.id"));
    std::vector<Descriptor> descriptors;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        Descriptor& descriptor = descriptors.emplace_back();
        descriptor.id = DescriptorId(static_cast<std::uint32_t>(select.integer(0)));
        descriptor.name = select.text(1);
        descriptor.question = select.text(2);
        if (!select.isNull(4))
            descriptor.cluster = ClusterId(static_cast<std::uint32_t>(select.integer(4)));
        descriptor.clusterExcluded = select.integer(5) != 0;
        descriptor.excluded = select.integer(3) != 0 || descriptor.clusterExcluded;
    }
    NS_TRY(loadTexts(database, "SELECT descriptor_id, term FROM descriptor_synonym ORDER BY descriptor_id, term",
                     &Descriptor::synonyms, descriptors));
    NS_TRY(loadTexts(database,
                     "SELECT d.descriptor_id, q.text FROM descriptor_question d JOIN question q "
                     "ON q.id = d.question_id ORDER BY d.descriptor_id, d.position",
                     &Descriptor::furtherQuestions, descriptors));
    return descriptors;
}

Result<DescriptorId> addDescriptor(store::Database& database, const std::string& name,
                                   const std::vector<std::string>& synonyms) {
    if (name.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{ErrorCode::InvalidArgument, "descriptor", "a descriptor needs a name", ""};
    NS_ASSIGN(auto select, database.prepare("SELECT id FROM descriptor WHERE name = ? AND retired = 0"));
    NS_ASSIGN(const bool exists, select.bind(1, name).step());
    DescriptorId id;
    if (exists) {
        id = DescriptorId(static_cast<std::uint32_t>(select.integer(0)));
    } else {
        NS_ASSIGN(id, insertDescriptor(database, name));
    }
    select.reset();
    NS_TRY(addSynonyms(database, id, synonyms));
    return id;
}

Status setExcluded(store::Database& database, DescriptorId id, bool excluded) {
    NS_ASSIGN(auto update, database.prepare("UPDATE descriptor SET excluded = ? WHERE id = ?"));
    NS_TRY(update.bind(1, std::int64_t{excluded}).bind(2, std::int64_t{id.value}).run());
    if (database.changes() == 0)
        return Error{ErrorCode::NotFound, "descriptor " + std::to_string(id.value), "there is no such descriptor", ""};
    return {};
}

} // namespace neuroscribe::labels
