#include "app/cli/cluster_report.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "app/cli/json_output.h"
#include "app/cli/table.h"
#include "core/descriptors/cluster_names.h"

namespace neuroscribe::cli {
namespace {

using descriptors::Cluster;
using descriptors::Match;
using descriptors::MemberList;
using descriptors::NameKind;
using descriptors::NameSource;

constexpr const char* kSources[] = {"suggested", "automatic", "person"};

class Reporter {
public:
    explicit Reporter(const ClusterReport& report) : m_report(report), m_curation(report.clustered.curation) {
        for (const descriptors::RawDescriptor& descriptor : report.embeddings.descriptors)
            m_names[descriptor.id] = &descriptor;
        for (const auto& [id, cluster] : m_curation.clusters())
            m_ordered.emplace_back(id, &cluster);
        std::ranges::stable_sort(m_ordered, std::ranges::greater{},
                                 [](const auto& entry) { return entry.second->members.size(); });
    }

    Json document() const {
        const auto& options = m_report.options;
        Json document{{"encoder", m_report.embedded.model.folder},
                      {"dimension", m_report.embedded.model.dimension},
                      {"descriptors", m_report.embedded.descriptors},
                      {"embedded", m_report.embedded.embedded},
                      {"method", descriptors::methodName(options.method)},
                      {"threshold", options.threshold},
                      {"min_size", options.minSize}};
        document["clusters"] = Json::array();
        for (const auto& [id, cluster] : m_ordered)
            document["clusters"].push_back(clusterJson(id, *cluster));
        document["unclustered"] = namesJson(membersAt(descriptors::kUnclustered));
        document["set_aside"] = namesJson(membersAt(descriptors::kSetAside));
        document["reattached"] = Json::array();
        for (const Match& match : m_report.clustered.plan.reattachment.sure)
            document["reattached"].push_back(matchJson(match));
        document["doubtful"] = Json::array();
        for (const Match& match : m_report.clustered.plan.reattachment.doubtful)
            document["doubtful"].push_back(matchJson(match));
        document["unmatched"] = Json::array();
        for (const ClusterId id : m_report.clustered.plan.reattachment.unmatched)
            document["unmatched"].push_back({{"cluster", id.value}, {"name", m_curation.find(id)->name}});
        return document;
    }

    void print() const {
        Table table({{"cluster"}, {"state"}, {"size", Align::Right}, {"head word"}, {"WordNet"}, {"members"}});
        for (const auto& [id, cluster] : m_ordered) {
            const auto names = namesOf(*cluster);
            table.add({cluster->name, cluster->excluded ? "excluded" : sourceOf(*cluster),
                       std::to_string(cluster->members.size()), textOf(names, NameKind::HeadWord),
                       textOf(names, NameKind::WordNet), firstMembers(*cluster)});
        }
        table.print();
        const auto& found = m_report.clustered.plan.reattachment;
        std::printf("\n%zu clusters of %llu descriptors, %zu unclustered, %zu set aside\n", m_ordered.size(),
                    static_cast<unsigned long long>(m_report.embedded.descriptors),
                    membersAt(descriptors::kUnclustered).size(), membersAt(descriptors::kSetAside).size());
        if (const std::size_t kept = found.sure.size() + found.doubtful.size() + found.unmatched.size(); kept != 0)
            std::printf("Names: %zu re-attached, %zu doubtful, %zu without a counterpart\n", found.sure.size(),
                        found.doubtful.size(), found.unmatched.size());
    }

private:
    static const char* sourceOf(const Cluster& cluster) { return kSources[static_cast<std::size_t>(cluster.source)]; }

    Json nameJson(RawDescriptorId id) const {
        const auto found = m_names.find(id);
        return found == m_names.end() ? Json(nullptr) : Json(found->second->name);
    }

    /// The most often said first, then by name. Those that the encoder has not embedded are left out.
    std::vector<const descriptors::RawDescriptor*> ordered(const MemberList& members) const {
        std::vector<const descriptors::RawDescriptor*> list;
        for (const RawDescriptorId member : members)
            if (const auto found = m_names.find(member); found != m_names.end())
                list.push_back(found->second);
        std::ranges::sort(list, [](const auto* a, const auto* b) {
            return a->sentences != b->sentences ? a->sentences > b->sentences : a->name < b->name;
        });
        return list;
    }

    Json namesJson(const MemberList& members) const {
        Json list = Json::array();
        for (const descriptors::RawDescriptor* descriptor : ordered(members))
            list.push_back(descriptor->name);
        return list;
    }

    MemberList membersAt(ClusterId place) const {
        MemberList members;
        for (const descriptors::RawDescriptor& descriptor : m_report.embeddings.descriptors)
            if (m_curation.placeOf(descriptor.id) == place)
                members.push_back(descriptor.id);
        return members;
    }

    std::vector<descriptors::NameSuggestion> namesOf(const Cluster& cluster) const {
        return m_report.namer.suggest(descriptors::namedMembers(m_report.embeddings, cluster.members));
    }

    static std::string textOf(const std::vector<descriptors::NameSuggestion>& names, NameKind kind) {
        const auto found = std::ranges::find(names, kind, &descriptors::NameSuggestion::kind);
        return found == names.end() ? std::string() : found->name;
    }

    std::string firstMembers(const Cluster& cluster) const {
        constexpr std::size_t kShown = 5;
        std::string text;
        const auto members = ordered(cluster.members);
        for (std::size_t i = 0; i < std::min(kShown, members.size()); ++i)
            text += (i ? ", " : "") + members[i]->name;
        return text;
    }

    Json clusterJson(ClusterId id, const Cluster& cluster) const {
        Json names = Json::object();
        for (const descriptors::NameSuggestion& one : namesOf(cluster))
            names[descriptors::nameKindName(one.kind)] = {{"name", one.name}, {"coverage", one.coverage}};
        return {{"cluster", id.value},          {"size", cluster.members.size()},
                {"name", cluster.name},         {"source", sourceOf(cluster)},
                {"excluded", cluster.excluded}, {"centre", cluster.centre ? nameJson(*cluster.centre) : Json(nullptr)},
                {"suggestions", names},         {"members", namesJson(cluster.members)}};
    }

    /// Both sides.
    Json matchJson(const Match& match) const {
        const Cluster& cluster = *m_curation.find(match.cluster);
        const MemberList& community = m_report.clustered.communities[match.community].members;
        return {{"cluster", match.cluster.value},
                {"name", cluster.name},
                {"overlap", match.overlap},
                {"members", namesJson(cluster.members)},
                {"community", namesJson(community)}};
    }

    const ClusterReport& m_report;
    const descriptors::Curation& m_curation;
    std::map<RawDescriptorId, const descriptors::RawDescriptor*> m_names;
    std::vector<std::pair<ClusterId, const Cluster*>> m_ordered;
};

} // namespace

void printClusters(const Context& context, const ClusterReport& report) {
    const Reporter reporter(report);
    if (context.json)
        printJson(reporter.document());
    else
        reporter.print();
}

} // namespace neuroscribe::cli
