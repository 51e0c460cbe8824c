#include "core/descriptors/cluster_names.h"

#include <algorithm>

namespace neuroscribe::descriptors {
namespace {

const NameSuggestion* ofKind(const std::vector<NameSuggestion>& suggestions, NameKind kind) {
    const auto found = std::ranges::find(suggestions, kind, &NameSuggestion::kind);
    return found == suggestions.end() ? nullptr : &*found;
}

} // namespace

std::vector<NamedMember> namedMembers(const Embeddings& embeddings, const MemberList& members) {
    std::vector<NamedMember> named;
    named.reserve(members.size());
    const auto& all = embeddings.descriptors;
    auto next = all.begin();
    for (const RawDescriptorId member : members) {
        next = std::lower_bound(next, all.end(), member,
                                [](const RawDescriptor& one, RawDescriptorId id) { return one.id < id; });
        if (next != all.end() && next->id == member)
            named.push_back(
                {next->name, next->sentences, embeddings.rows().row(static_cast<std::size_t>(next - all.begin()))});
    }
    return named;
}

std::string chooseName(const std::vector<NameSuggestion>& suggestions, NameKind kind, std::set<std::string>& used) {
    if (suggestions.empty())
        return {};
    const NameSuggestion* chosen = ofKind(suggestions, kind);
    std::string name = chosen ? chosen->name : suggestions.front().name;
    const NameSuggestion* centroid = ofKind(suggestions, NameKind::Centroid);
    if (used.contains(name) && centroid && centroid->name != name)
        name += " (" + centroid->name + ")";
    used.insert(name);
    return name;
}

std::vector<std::string> chooseNames(const ClusterNamer& namer, const Embeddings& embeddings, const ReclusterPlan& plan,
                                     NameKind kind) {
    std::vector<std::string> names;
    std::set<std::string> used;
    for (const ReclusterPlan::Fresh& fresh : plan.fresh)
        names.push_back(chooseName(namer.suggest(namedMembers(embeddings, fresh.members)), kind, used));
    return names;
}

} // namespace neuroscribe::descriptors
