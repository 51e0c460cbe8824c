#include "core/descriptors/curation_json.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/descriptors/edit_builder.h"
#include "core/descriptors/json_values.h"

namespace neuroscribe::descriptors {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

struct FileCluster {
    ClusterFacts facts;
    std::vector<std::string> members;
};
struct FileCuration {
    std::vector<FileCluster> clusters;
    std::vector<std::string> setAside;
};

Result<std::map<RawDescriptorId, std::string>> loadNames(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT id, name FROM raw_descriptor"));
    std::map<RawDescriptorId, std::string> names;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return names;
        names.emplace(RawDescriptorId(static_cast<std::uint32_t>(select.integer(0))), select.text(1));
    }
}

/// The parser's own words come with an exception; only its place is of use.
Result<json> parse(const std::string& text, const std::string& file) {
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        const std::size_t end = std::min<std::size_t>(error.byte, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return badJson(file + ":" + std::to_string(line), "it is not JSON from here on");
    } catch (const json::out_of_range&) { // said without a place
        return badJson(file, "a number in it is larger than any");
    }
}

Result<FileCluster> readCluster(const json& object, const std::string& where) {
    NS_TRY(checkKeys(object, where, {"name", "source", "questions", "excluded", "members"}));
    if (!object.contains("name") || !object.contains("members"))
        return badJson(where, "a cluster needs a name and members");
    FileCluster cluster;
    NS_ASSIGN(const std::string name, textIn(object["name"], where + ".name"));
    auto shown = trimmed(name, "name");
    if (!shown)
        return badJson(where + ".name", shown.error().why);
    cluster.facts.name = std::move(shown).value();
    cluster.facts.source = NameSource::Person;
    if (object.contains("source")) {
        NS_ASSIGN(cluster.facts.source, sourceIn(object["source"], where + ".source"));
    }
    if (object.contains("questions")) {
        NS_ASSIGN(cluster.facts.questions, textsIn(object["questions"], where + ".questions"));
    }
    if (object.contains("excluded")) {
        NS_ASSIGN(cluster.facts.excluded, flagIn(object["excluded"], where + ".excluded"));
    }
    if (cluster.facts.isDescriptor() && cluster.facts.questions.empty())
        cluster.facts.questions = {cluster.facts.name};
    if (std::ranges::find(cluster.facts.questions, std::string()) != cluster.facts.questions.end())
        return badJson(where + ".questions", "a question is empty");
    NS_ASSIGN(cluster.members, textsIn(object["members"], where + ".members"));
    return cluster;
}

/// Each member is in one place, each name on one descriptor.
Status checkOnce(const FileCuration& curation) {
    std::set<std::string> members(curation.setAside.begin(), curation.setAside.end());
    if (members.size() != curation.setAside.size())
        return badJson("set_aside", "a member stands there twice");
    std::set<std::string> names;
    for (std::size_t i = 0; i < curation.clusters.size(); ++i) {
        const FileCluster& cluster = curation.clusters[i];
        const std::string where = "clusters[" + std::to_string(i) + "]";
        if (cluster.facts.isDescriptor() && !names.insert(cluster.facts.name).second)
            return badJson(where + ".name", "two descriptors are called " + cluster.facts.name);
        for (const std::string& member : cluster.members)
            if (!members.insert(member).second)
                return badJson(where + ".members", "this member is in two places: " + member);
    }
    return {};
}

Result<FileCuration> read(const json& document) {
    NS_TRY(checkKeys(document, "the file", {"clusters", "set_aside"}));
    if (!document.contains("clusters") || !document["clusters"].is_array())
        return badJson("clusters", "a list is expected");
    FileCuration curation;
    for (const json& object : document["clusters"]) {
        NS_ASSIGN(auto cluster, readCluster(object, "clusters[" + std::to_string(curation.clusters.size()) + "]"));
        curation.clusters.push_back(std::move(cluster));
    }
    if (document.contains("set_aside")) {
        NS_ASSIGN(curation.setAside, textsIn(document["set_aside"], "set_aside"));
    }
    NS_TRY(checkOnce(curation));
    return curation;
}

/// Makes one curation of another.
class Importer {
public:
    Importer(const Curation& curation, const std::map<RawDescriptorId, std::string>& names)
        : m_curation(curation), m_builder(curation) {
        for (const auto& [id, name] : names)
            m_ids.emplace(name, id);
        for (const auto& [id, cluster] : curation.clusters())
            m_byName[{cluster.isDescriptor(), cluster.name}].push_back(id);
        for (auto& [key, ids] : m_byName)
            std::ranges::reverse(ids); // the oldest is taken first
    }

    /// Before anything is placed.
    Status clear(const std::map<RawDescriptorId, std::string>& names) {
        for (const auto& [id, name] : names)
            if (m_curation.placeOf(id) != kUnclustered)
                NS_TRY(m_builder.move(id, kUnclustered));
        return {};
    }

    Status add(const FileCluster& cluster) {
        std::vector<RawDescriptorId> members = known(cluster.members);
        if (members.empty()) {
            ++m_import.withoutMembers;
            return {};
        }
        NS_ASSIGN(const ClusterId id, clusterFor(cluster.facts));
        ++m_clusters;
        return place(members, id);
    }
    Status setAside(const std::vector<std::string>& members) { return place(known(members), kSetAside); }

    CurationImport finish() {
        if (auto edit = m_builder.finish("curation.import", {std::to_string(m_clusters)}))
            m_import.edit = std::move(edit).value();
        return m_import; // without an edit there is nothing to do, which is no error here
    }

private:
    std::vector<RawDescriptorId> known(const std::vector<std::string>& names) {
        std::vector<RawDescriptorId> members;
        for (const std::string& name : names)
            if (const auto found = m_ids.find(name); found != m_ids.end())
                members.push_back(found->second);
        m_import.unknownMembers += names.size() - members.size();
        return members;
    }

    /// The one of this name, with the facts of the file; else a new one.
    Result<ClusterId> clusterFor(const ClusterFacts& wanted) {
        for (const bool isDescriptor : {wanted.isDescriptor(), !wanted.isDescriptor()}) {
            const auto same = m_byName.find({isDescriptor, wanted.name});
            if (same == m_byName.end() || same->second.empty())
                continue;
            const ClusterId id = same->second.back();
            same->second.pop_back();
            NS_ASSIGN(ClusterFacts* const facts, m_builder.facts(id));
            const auto centre = facts->centre;
            *facts = wanted;
            facts->centre = centre;
            return id;
        }
        return m_builder.add(wanted);
    }

    Status place(const std::vector<RawDescriptorId>& members, ClusterId to) {
        for (const RawDescriptorId member : members)
            NS_TRY(m_builder.move(member, to));
        return {};
    }

    const Curation& m_curation;
    EditBuilder m_builder;
    std::unordered_map<std::string, RawDescriptorId> m_ids;
    std::map<std::pair<bool, std::string>, std::vector<ClusterId>> m_byName; ///< with: is a descriptor
    CurationImport m_import;
    std::size_t m_clusters = 0;
};

ordered_json clusterToJson(const Cluster& cluster, std::vector<std::string> members) {
    ordered_json object{{"name", cluster.name}, {"source", sourceName(cluster.source)}};
    if (!cluster.questions.empty())
        object["questions"] = cluster.questions;
    if (cluster.excluded)
        object["excluded"] = true;
    std::ranges::sort(members);
    object["members"] = std::move(members);
    return object;
}

} // namespace

Result<std::string> exportCuration(store::Database& database, const Curation& curation) {
    NS_ASSIGN(const auto names, loadNames(database));
    std::map<ClusterId, std::vector<std::string>> members;
    for (const auto& [id, name] : names)
        members[curation.placeOf(id)].push_back(name);
    std::vector<std::pair<std::string, ClusterId>> order;
    for (const auto& [id, cluster] : curation.clusters())
        order.emplace_back(cluster.name, id);
    std::ranges::sort(order);
    ordered_json document{{"clusters", ordered_json::array()}, {"set_aside", ordered_json::array()}};
    for (const auto& [name, id] : order)
        document["clusters"].push_back(clusterToJson(*curation.find(id), std::move(members[id])));
    std::ranges::sort(members[kSetAside]);
    document["set_aside"] = members[kSetAside];
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<CurationImport> importCuration(store::Database& database, const Curation& curation, const std::string& text,
                                      const std::string& file) {
    NS_ASSIGN(const json document, parse(text, file));
    auto wanted = read(document);
    if (!wanted)
        return badJson(file + ": " + wanted.error().where, wanted.error().why);
    NS_ASSIGN(const auto names, loadNames(database));
    Importer importer(curation, names);
    NS_TRY(importer.clear(names));
    for (const FileCluster& cluster : wanted->clusters)
        NS_TRY(importer.add(cluster));
    NS_TRY(importer.setAside(wanted->setAside));
    return importer.finish();
}

} // namespace neuroscribe::descriptors
