// Puts the delta of one edit together. Private to core/descriptors.
#pragma once

#include <map>
#include <string>

#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

/// Members and facts as they are to be, then what differs.
class EditBuilder {
public:
    explicit EditBuilder(const Curation& curation) : m_curation(curation), m_nextId(curation.nextId()) {}

    /// Facts of an existing cluster, to be changed in place.
    Result<ClusterFacts*> facts(ClusterId id);
    ClusterId add(ClusterFacts facts);
    /// The last place wins. Errors: InvalidArgument (no id of a member).
    Status move(RawDescriptorId member, ClusterId to);

    /// Clusters left empty go. Errors: InvalidArgument (nothing differs).
    Result<CurationEdit> finish(std::string textCode, std::vector<std::string> arguments);
    /// Of members that are elsewhere than they were.
    std::size_t moved() const;

private:
    void dropEmpty(CurationDelta& delta);

    const Curation& m_curation;
    std::map<ClusterId, ClusterFacts> m_facts; ///< of the clusters that are looked at
    std::map<RawDescriptorId, ClusterId> m_places;
    ClusterId m_nextId;
};

/// Without space around it, as valid UTF-8. Errors: InvalidArgument (nothing is left).
Result<std::string> trimmed(const std::string& typed, const char* what);
/// Errors: InvalidArgument, naming the other cluster.
Status checkNameFree(const Curation& curation, const std::string& name, ClusterId except);
/// Adds those that are not among them yet.
void addQuestions(std::vector<std::string>& questions, const std::vector<std::string>& further);

} // namespace neuroscribe::descriptors
