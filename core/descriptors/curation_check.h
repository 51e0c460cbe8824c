// Whether a delta fits a curation. Private to core/descriptors.
#pragma once

#include <map>

#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

/// What enters and leaves one place; ascending.
struct MemberFlow {
    std::vector<RawDescriptorId> in;
    std::vector<RawDescriptorId> out;
};
using MemberFlows = std::map<ClusterId, MemberFlow>;
MemberFlows memberFlows(const CurationDelta& delta);

bool isCluster(ClusterId place);
/// Errors: InvalidArgument, as Curation::apply says.
Status checkDelta(const Curation& curation, const CurationDelta& delta);

} // namespace neuroscribe::descriptors
