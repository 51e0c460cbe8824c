#include "app/session/name_suggester.h"

#include <algorithm>

namespace neuroscribe::app {
namespace {

using descriptors::NamedMember;

std::vector<NamedMember> namedMembers(const Topics& topics, const std::vector<RawDescriptorId>& ids) {
    std::vector<NamedMember> members;
    members.reserve(ids.size());
    for (const RawDescriptorId id : ids)
        if (id.value < topics.index.size())
            members.push_back({topics.index.name(id), topics.index.said(id), topics.embedding(id)});
    // The namer takes embeddings of all members or of none.
    const auto hasNone = [](const NamedMember& member) { return member.embedding.empty(); };
    if (std::ranges::any_of(members, hasNone))
        for (NamedMember& member : members)
            member.embedding = {};
    return members;
}

} // namespace

Result<std::vector<descriptors::NameSuggestion>> NameSuggester::suggest(const Topics& topics,
                                                                        const std::vector<RawDescriptorId>& members) {
    {
        const std::lock_guard lock(m_opening);
        if (!m_namer) {
            NS_ASSIGN(m_namer, descriptors::ClusterNamer::open());
        }
    }
    return m_namer->suggest(namedMembers(topics, members));
}

} // namespace neuroscribe::app
