// What the workspace Curate draws from, as values.
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/descriptors/curation.h"
#include "core/descriptors/topic_index.h"
#include "core/store/sqlite.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace neuroscribe::app {

/// What was said, and what it is like: does not change when a person curates. Made on the compute lane, immutable.
struct Topics {
    descriptors::TopicIndex index;
    std::vector<QString> names;       ///< of `index`, lower case as they are stored: shown and searched alike
    std::uint32_t dimension = 0;      ///< of the embeddings; 0: there are none
    std::vector<float> embeddings;    ///< [embedded topics][dimension], unit length
    std::vector<std::uint32_t> rowOf; ///< row of a topic's embedding, kNoRow: it has none; empty without embeddings
    Hash128 embedded; ///< of the embeddings and whose they are: equal, and all that follows from them is
    static constexpr std::uint32_t kNoRow = 0xffffffffU;

    /// Empty: none.
    std::span<const float> embedding(RawDescriptorId id) const;
    bool isEmpty() const { return names.empty(); }
};

/// A cluster, or a place outside of all, in numbers.
struct PlaceFigures {
    std::uint32_t members = 0;
    std::uint64_t said = 0;      ///< by all members together
    std::uint32_t sentences = 0; ///< of which at least one member was said
    bool operator==(const PlaceFigures&) const = default;
};
using FiguresByPlace = std::map<ClusterId, PlaceFigures>; ///< kUnclustered and kSetAside are always there

/// All of it as it is stored.
struct CurationSnapshot {
    std::shared_ptr<const Topics> topics;
    std::shared_ptr<const descriptors::Curation> curation;
    FiguresByPlace figures;
    std::vector<descriptors::CurationEdit> history; ///< what can be undone, then what can be redone; oldest first
    std::size_t done = 0;                           ///< of the history: the first that are in force
};
Result<CurationSnapshot> loadCurationSnapshot(store::Database& database);

/// Ascending. Of kUnclustered only what some engine of the union said: the rest is nothing to work on.
std::vector<RawDescriptorId> membersAt(const Topics& topics, const descriptors::Curation& curation, ClusterId place);
PlaceFigures figuresOf(const Topics& topics, std::span<const RawDescriptorId> members);
/// Of the places that the delta touched, in `figures`.
void updateFigures(const Topics& topics, const descriptors::Curation& curation, const descriptors::CurationDelta& delta,
                   FiguresByPlace& figures);
/// Cosine of each member with what the method grew the cluster around or, in a cluster that a person made, with the
/// mean of its members; NaN for a member without an embedding, and everywhere outside of clusters.
std::vector<float> similaritiesToCentre(const Topics& topics, const descriptors::Curation& curation, ClusterId place,
                                        std::span<const RawDescriptorId> members);
/// Whether descriptors (their names, questions, or which are in use) are others after it.
bool changesDescriptors(const descriptors::CurationDelta& delta);

} // namespace neuroscribe::app
