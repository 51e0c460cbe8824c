// The curation of a study as a value: which cluster each raw descriptor lies in, and what a person made of the
// clusters. Every change is a CurationEdit, made by the functions of curation_edits.h: applied, undone, replayed and
// stored alike.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"

namespace neuroscribe::descriptors {

/// Where a member lies that is in no cluster: the method left it over, or a person put it aside.
inline constexpr ClusterId kUnclustered{0};
inline constexpr ClusterId kSetAside{0xffffffffU};
/// Ids of raw descriptors beyond it are taken for damage; a large study has some hundred thousand.
inline constexpr RawDescriptorId kMaxMember{(1U << 24) - 1};

/// Suggested: nobody has confirmed it, and the cluster is no descriptor yet. Automatic: taken without a person
/// (`cluster --name`). Person: typed or confirmed; no step ever overwrites it.
enum class NameSource : std::uint8_t { Suggested, Automatic, Person };

/// A cluster without its members.
struct ClusterFacts {
    std::string name;
    NameSource source = NameSource::Suggested;
    bool excluded = false;
    /// The answers of the descriptor are the Kleene OR of the answers to these (ARCHITECTURE, "Identity of a
    /// descriptor"): one, or more after a merge. Renaming leaves them as they are.
    std::vector<std::string> questions;
    /// What the method grew the cluster around; nothing in a cluster that a person made.
    std::optional<RawDescriptorId> centre;

    bool operator==(const ClusterFacts&) const = default;
    bool isDescriptor() const { return source != NameSource::Suggested; }
};

struct Cluster : ClusterFacts {
    std::vector<RawDescriptorId> members; ///< ascending
    bool operator==(const Cluster&) const = default;
};

struct ClusterChange {
    ClusterId id;
    std::optional<ClusterFacts> before; ///< nothing: the cluster is new
    std::optional<ClusterFacts> after;  ///< nothing: the cluster goes
    bool operator==(const ClusterChange&) const = default;
};
struct MemberMove {
    RawDescriptorId member;
    ClusterId from;
    ClusterId to;
    bool operator==(const MemberMove&) const = default;
};

/// What one edit does; its reverse undoes it.
struct CurationDelta {
    std::vector<ClusterChange> clusters; ///< ascending by id, each once
    std::vector<MemberMove> moves;       ///< ascending by member, each once

    bool operator==(const CurationDelta&) const = default;
    bool isEmpty() const { return clusters.empty() && moves.empty(); }
    CurationDelta reversed() const;
};

/// One step of undo, with the words for it: the window translates textCode ("cluster.merge") and fills in the
/// arguments (names, counts).
struct CurationEdit {
    std::string textCode;
    std::vector<std::string> arguments;
    CurationDelta delta;
};

/// Every raw descriptor is in exactly one place; a cluster lists exactly the members whose place it is; a cluster
/// without members does not exist; clusters that are descriptors have a question, and a name that no other of them has.
class Curation {
public:
    /// What `content` makes of an empty curation. Errors: as apply.
    static Result<Curation> from(const CurationDelta& content, ClusterId nextId);

    const std::map<ClusterId, Cluster>& clusters() const { return m_clusters; }
    const Cluster* find(ClusterId id) const;
    /// kUnclustered for one that was never heard of.
    ClusterId placeOf(RawDescriptorId member) const;
    /// Ids are never used twice, also not after an undo.
    ClusterId nextId() const { return m_nextId; }

    /// The descriptor of this name, or nothing.
    std::optional<ClusterId> descriptorNamed(const std::string& name) const;

    /// Errors: InvalidArgument where the delta does not fit (another `before`, a member elsewhere, a cluster left
    /// without members, a name twice); then nothing has changed.
    Status apply(const CurationDelta& delta);

    bool operator==(const Curation&) const = default;

private:
    void move(const CurationDelta& delta);

    std::map<ClusterId, Cluster> m_clusters;
    std::vector<ClusterId> m_places; ///< by RawDescriptorId, without unclustered ones at the end
    ClusterId m_nextId{1};
};

} // namespace neuroscribe::descriptors
