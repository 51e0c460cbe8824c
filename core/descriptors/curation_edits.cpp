#include "core/descriptors/curation_edits.h"

#include <algorithm>
#include <set>

#include "core/descriptors/curation_check.h"
#include "core/descriptors/edit_builder.h"

namespace neuroscribe::descriptors {
namespace {

/// A cluster becomes a descriptor, or one takes another name.
void nameByPerson(ClusterFacts& facts, const std::string& name, bool askAnew) {
    const bool asksSuggestion = !facts.isDescriptor() && facts.questions == std::vector{facts.name};
    if (askAnew || facts.questions.empty() || asksSuggestion)
        facts.questions = {name};
    facts.name = name;
    facts.source = NameSource::Person;
}

Result<std::string> nameOf(const Curation& curation, ClusterId id) {
    const Cluster* cluster = curation.find(id);
    if (!cluster)
        return Error{ErrorCode::InvalidArgument, "cluster " + std::to_string(id.value), "there is no such cluster", ""};
    return cluster->name;
}

std::string textOf(std::size_t number) {
    return std::to_string(number);
}

const char* moveCode(ClusterId target) {
    if (target == kUnclustered)
        return "members.unclustered";
    return target == kSetAside ? "members.set_aside" : "members.move";
}

/// The groups part the cluster's members: each is in one group, and no group is empty.
Status checkGroups(const Cluster& cluster, const std::vector<std::vector<RawDescriptorId>>& groups) {
    std::vector<RawDescriptorId> all;
    for (const auto& group : groups) {
        if (group.empty())
            return Error{ErrorCode::InvalidArgument, cluster.name, "a part would have no members", ""};
        all.insert(all.end(), group.begin(), group.end());
    }
    std::ranges::sort(all);
    if (all != cluster.members)
        return Error{ErrorCode::InvalidArgument, cluster.name, "the parts are not the cluster's members, each once",
                     ""};
    return {};
}

} // namespace

Result<CurationEdit> rename(const Curation& curation, ClusterId cluster, const std::string& name, bool askAnew) {
    NS_ASSIGN(const std::string wanted, trimmed(name, "name"));
    EditBuilder builder(curation);
    NS_ASSIGN(ClusterFacts* const facts, builder.facts(cluster));
    NS_TRY(checkNameFree(curation, wanted, cluster));
    const std::string old = facts->name;
    nameByPerson(*facts, wanted, askAnew);
    return builder.finish("cluster.rename", {old, wanted});
}

Result<CurationEdit> confirm(const Curation& curation, ClusterId cluster) {
    EditBuilder builder(curation);
    NS_ASSIGN(ClusterFacts* const facts, builder.facts(cluster));
    const std::string name = facts->name;
    NS_TRY(checkNameFree(curation, name, cluster));
    nameByPerson(*facts, name, false);
    return builder.finish("cluster.confirm", {name});
}

Result<CurationEdit> confirmAll(const Curation& curation, std::span<const ClusterId> clusters) {
    EditBuilder builder(curation);
    std::set<std::string> given;
    std::string last;
    for (const ClusterId id : clusters) {
        NS_ASSIGN(last, nameOf(curation, id));
        const Cluster& cluster = *curation.find(id);
        if (cluster.source == NameSource::Person || !checkNameFree(curation, last, id) || given.contains(last))
            continue;
        NS_ASSIGN(ClusterFacts* const facts, builder.facts(id));
        nameByPerson(*facts, last, false);
        given.insert(last);
    }
    if (given.size() == 1)
        return builder.finish("cluster.confirm", {*given.begin()});
    return builder.finish("cluster.confirm_many", {textOf(given.size())});
}

Result<CurationEdit> setQuestion(const Curation& curation, ClusterId cluster, const std::string& question) {
    NS_ASSIGN(const std::string wanted, trimmed(question, "question"));
    EditBuilder builder(curation);
    NS_ASSIGN(ClusterFacts* const facts, builder.facts(cluster));
    facts->questions = {wanted};
    return builder.finish("cluster.question", {facts->name, wanted});
}

Result<CurationEdit> merge(const Curation& curation, std::span<const ClusterId> from, ClusterId into) {
    EditBuilder builder(curation);
    NS_ASSIGN(ClusterFacts* const facts, builder.facts(into));
    if (!facts->isDescriptor() && facts->questions == std::vector{facts->name})
        facts->questions.clear(); // what nobody confirmed is not asked beside what somebody did
    std::set<ClusterId> merged(from.begin(), from.end());
    merged.erase(into);
    std::string last;
    for (const ClusterId id : merged) {
        NS_ASSIGN(last, nameOf(curation, id));
        const Cluster& cluster = *curation.find(id);
        if (cluster.isDescriptor())
            addQuestions(facts->questions, cluster.questions);
        for (const RawDescriptorId member : cluster.members)
            NS_TRY(builder.move(member, into));
    }
    if (facts->questions.empty())
        facts->questions = curation.find(into)->questions;
    if (merged.size() == 1)
        return builder.finish("cluster.merge", {last, facts->name});
    return builder.finish("cluster.merge_many", {textOf(merged.size()), facts->name});
}

Result<CurationEdit> createCluster(const Curation& curation, Members members, const std::string& name) {
    ClusterFacts facts;
    NS_ASSIGN(facts.name, trimmed(name, "name"));
    EditBuilder builder(curation);
    const ClusterId id = builder.add(facts);
    for (const RawDescriptorId member : members)
        NS_TRY(builder.move(member, id));
    return builder.finish("cluster.create", {facts.name, textOf(builder.moved())});
}

Result<CurationEdit> split(const Curation& curation, ClusterId cluster,
                           const std::vector<std::vector<RawDescriptorId>>& groups,
                           const std::vector<std::string>& names) {
    NS_ASSIGN(const std::string whole, nameOf(curation, cluster));
    NS_TRY(checkGroups(*curation.find(cluster), groups));
    if (names.size() + 1 != groups.size())
        return Error{ErrorCode::InvalidArgument, whole, "every part but the first needs a name", ""};
    EditBuilder builder(curation);
    for (std::size_t part = 1; part < groups.size(); ++part) {
        ClusterFacts facts;
        NS_ASSIGN(facts.name, trimmed(names[part - 1], "name"));
        const ClusterId id = builder.add(std::move(facts));
        for (const RawDescriptorId member : groups[part])
            NS_TRY(builder.move(member, id));
    }
    return builder.finish("cluster.split", {whole, textOf(groups.size())});
}

Result<CurationEdit> moveMembers(const Curation& curation, Members members, ClusterId target) {
    std::vector<std::string> arguments;
    if (isCluster(target)) {
        NS_ASSIGN(const std::string name, nameOf(curation, target));
        arguments.push_back(name);
    }
    EditBuilder builder(curation);
    for (const RawDescriptorId member : members)
        NS_TRY(builder.move(member, target));
    arguments.insert(arguments.begin(), textOf(builder.moved()));
    return builder.finish(moveCode(target), std::move(arguments));
}

Result<CurationEdit> setExcluded(const Curation& curation, std::span<const ClusterId> clusters, bool excluded) {
    EditBuilder builder(curation);
    std::set<ClusterId> changed;
    std::string last;
    for (const ClusterId id : clusters) {
        NS_ASSIGN(ClusterFacts* const facts, builder.facts(id));
        if (facts->excluded == excluded)
            continue;
        facts->excluded = excluded;
        changed.insert(id);
        last = facts->name;
    }
    const std::string code = excluded ? "cluster.exclude" : "cluster.include";
    if (changed.size() == 1)
        return builder.finish(code, {last});
    return builder.finish(code + "_many", {textOf(changed.size())});
}

Result<CurationEdit> withdrawNames(const Curation& curation, std::span<const ClusterId> clusters) {
    EditBuilder builder(curation);
    std::set<ClusterId> changed;
    for (const ClusterId id : clusters) {
        NS_ASSIGN(ClusterFacts* const facts, builder.facts(id));
        if (facts->source != NameSource::Automatic)
            continue;
        facts->source = NameSource::Suggested;
        changed.insert(id);
    }
    return builder.finish("cluster.unname", {textOf(changed.size())});
}

} // namespace neuroscribe::descriptors
