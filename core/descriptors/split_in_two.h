// A proposal for splitting a cluster: two groups by what their embeddings say.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/ids.h"

namespace neuroscribe::descriptors {

/// Unit length; empty where a member has none.
using EmbeddingOf = std::function<std::span<const float>(RawDescriptorId)>;

/// The members of the group without the one that is nearest to the mean of all, ascending: spherical k-means with two
/// centres, begun at the member farthest from the mean and the one farthest from that. Members without an embedding
/// stay. Deterministic, in double precision. Empty: fewer than two members are apart from each other.
std::vector<RawDescriptorId> splitInTwo(std::span<const RawDescriptorId> members, const EmbeddingOf& embedding);

} // namespace neuroscribe::descriptors
