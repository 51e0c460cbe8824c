// The annotator's edits. Each looks at the curation, changes nothing, and returns what would change, so that its
// consequences can be shown first. Errors: InvalidArgument (no such cluster or member, a name of nothing but space, a
// name that another descriptor has, nothing to do).
//
// textCode and arguments:
//   cluster.rename       old name, new name          cluster.merge        name of the one that goes, name that stays
//   cluster.confirm      name                        cluster.merge_many   count, name that stays
//   cluster.question     name, question              cluster.create       name, count of members
//   cluster.split        name, count of parts        members.move         count, name of the target
//   cluster.exclude      name                        members.unclustered  count
//   cluster.include      name                        members.set_aside    count
//   cluster.confirm_many, cluster.exclude_many, cluster.include_many, cluster.unname       count
#pragma once

#include <span>

#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

using Members = std::span<const RawDescriptorId>;

/// A person's name for the cluster (source Person), without space around it. The question follows when asked to; in a
/// cluster that was no descriptor yet it follows unless a person has given or merged one.
Result<CurationEdit> rename(const Curation& curation, ClusterId cluster, const std::string& name, bool askAnew);
/// Takes the suggested name as it is: Enter.
Result<CurationEdit> confirm(const Curation& curation, ClusterId cluster);
/// The same of several, as one edit, in the given order. A cluster whose name another descriptor has, or one before it
/// has just got, is left as it is.
Result<CurationEdit> confirmAll(const Curation& curation, std::span<const ClusterId> clusters);
Result<CurationEdit> setQuestion(const Curation& curation, ClusterId cluster, const std::string& question);
/// All of `from` into `into`, which keeps its name; the questions of those that were descriptors are OR-ed.
Result<CurationEdit> merge(const Curation& curation, std::span<const ClusterId> from, ClusterId into);
/// The members go into a new cluster with this (suggested) name; also how a cluster is split by hand and how a cluster
/// is made of unclustered ones. Clusters left empty go.
Result<CurationEdit> createCluster(const Curation& curation, Members members, const std::string& name);
/// One new cluster per further group; the first group stays. The groups part the members of the cluster.
Result<CurationEdit> split(const Curation& curation, ClusterId cluster,
                           const std::vector<std::vector<RawDescriptorId>>& groups,
                           const std::vector<std::string>& names);
/// target: a cluster, kUnclustered or kSetAside.
Result<CurationEdit> moveMembers(const Curation& curation, Members members, ClusterId target);
Result<CurationEdit> setExcluded(const Curation& curation, std::span<const ClusterId> clusters, bool excluded);
/// Automatic names are suggestions again: the clusters are no descriptors until somebody confirms them. Other names
/// stay.
Result<CurationEdit> withdrawNames(const Curation& curation, std::span<const ClusterId> clusters);

} // namespace neuroscribe::descriptors
