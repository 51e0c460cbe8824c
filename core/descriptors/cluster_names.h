// Names for clusters of embedded descriptors.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/descriptors/embedding_store.h"
#include "core/descriptors/naming.h"
#include "core/descriptors/recluster.h"

namespace neuroscribe::descriptors {

/// The members that are among the embeddings, as a namer takes them; the views live as long as the embeddings.
/// members: ascending.
std::vector<NamedMember> namedMembers(const Embeddings& embeddings, const MemberList& members);

/// The suggestion of this kind, else the first there is. A name in `used` gets the centroid's behind it, "food
/// (chocolate)"; the name is then added to `used`. Empty where there are no suggestions.
std::string chooseName(const std::vector<NameSuggestion>& suggestions, NameKind kind, std::set<std::string>& used);

/// Of the plan's fresh clusters, each different where the suggestions are.
std::vector<std::string> chooseNames(const ClusterNamer& namer, const Embeddings& embeddings, const ReclusterPlan& plan,
                                     NameKind kind);

} // namespace neuroscribe::descriptors
