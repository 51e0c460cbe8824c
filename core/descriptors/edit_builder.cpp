#include "core/descriptors/edit_builder.h"

#include <algorithm>

#include "core/corpus/utf8.h"
#include "core/descriptors/curation_check.h"

namespace neuroscribe::descriptors {

Result<ClusterFacts*> EditBuilder::facts(ClusterId id) {
    if (const auto known = m_facts.find(id); known != m_facts.end())
        return &known->second;
    const Cluster* cluster = m_curation.find(id);
    if (!cluster)
        return Error{ErrorCode::InvalidArgument, "cluster " + std::to_string(id.value), "there is no such cluster", ""};
    return &m_facts.emplace(id, *cluster).first->second;
}

ClusterId EditBuilder::add(ClusterFacts facts) {
    const ClusterId id = m_nextId;
    m_nextId = ClusterId(id.value + 1);
    m_facts.emplace(id, std::move(facts));
    return id;
}

Status EditBuilder::move(RawDescriptorId member, ClusterId to) {
    if (member == RawDescriptorId() || member > kMaxMember)
        return Error{ErrorCode::InvalidArgument, "member " + std::to_string(member.value), "there is no such member",
                     ""};
    m_places[member] = to;
    return {};
}

std::size_t EditBuilder::moved() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        m_places, [&](const auto& place) { return m_curation.placeOf(place.first) != place.second; }));
}

Result<CurationEdit> EditBuilder::finish(std::string textCode, std::vector<std::string> arguments) {
    CurationEdit edit{std::move(textCode), std::move(arguments), {}};
    for (const auto& [member, to] : m_places)
        if (const ClusterId from = m_curation.placeOf(member); from != to)
            edit.delta.moves.push_back({member, from, to});
    dropEmpty(edit.delta);
    if (edit.delta.isEmpty())
        return Error{ErrorCode::InvalidArgument, edit.textCode, "there is nothing to do", ""};
    return edit;
}

void EditBuilder::dropEmpty(CurationDelta& delta) {
    const MemberFlows flows = memberFlows(delta);
    for (const auto& [id, flow] : flows)
        if (isCluster(id) && !flow.out.empty())
            (void)facts(id);
    for (const auto& [id, after] : m_facts) {
        const Cluster* cluster = m_curation.find(id);
        const auto flow = flows.find(id);
        std::size_t size = cluster ? cluster->members.size() : 0;
        if (flow != flows.end())
            size = size + flow->second.in.size() - flow->second.out.size();
        ClusterChange change{id, std::nullopt, std::nullopt};
        if (cluster)
            change.before = *cluster;
        if (size > 0)
            change.after = after;
        if (change.before != change.after)
            delta.clusters.push_back(std::move(change));
    }
}

Result<std::string> trimmed(const std::string& typed, const char* what) {
    constexpr const char* kSpace = " \t\r\n";
    std::string text = typed;
    corpus::repairUtf8(text);
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string::npos)
        return Error{ErrorCode::InvalidArgument, what, "it is empty", ""};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

Status checkNameFree(const Curation& curation, const std::string& name, ClusterId except) {
    const auto other = curation.descriptorNamed(name);
    if (!other || *other == except)
        return {};
    return Error{ErrorCode::InvalidArgument, "cluster " + std::to_string(other->value),
                 "this descriptor is called " + name + " already", "Merge the two, or choose another name"};
}

void addQuestions(std::vector<std::string>& questions, const std::vector<std::string>& further) {
    for (const std::string& question : further)
        if (std::ranges::find(questions, question) == questions.end())
            questions.push_back(question);
}

} // namespace neuroscribe::descriptors
