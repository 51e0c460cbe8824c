// Strong ids: a neuron number can't be passed where a sentence number is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace neuroscribe {

template <class Tag>
struct StrongId {
    std::uint32_t value = 0;

    constexpr StrongId() = default;
    constexpr explicit StrongId(std::uint32_t v) : value(v) {}
    auto operator<=>(const StrongId&) const = default;
};

/// Row of the corpus, 0 .. sentences-1, in the seeded shuffled order of SCIENCE (ties then favour no category).
using SentenceId = StrongId<struct SentenceTag>;
/// Column of an activation matrix: layer * units + unit.
using NeuronId = StrongId<struct NeuronTag>;
using LayerIndex = StrongId<struct LayerTag>;
/// Stable id of a descriptor in the study's database; never reused.
using DescriptorId = StrongId<struct DescriptorTag>;
/// Row of table `raw_descriptor`, from 1: a topic as p1 named it, normalised.
using RawDescriptorId = StrongId<struct RawDescriptorTag>;
/// Cluster of raw descriptors, from 1; never reused.
using ClusterId = StrongId<struct ClusterTag>;
/// Row of table `engine`: who answered (a lexical engine, a model, an import, a person).
using EngineId = StrongId<struct EngineTag>;
/// Row of table `question`: the text that was asked about a sentence.
using QuestionId = StrongId<struct QuestionTag>;

} // namespace neuroscribe

template <class Tag>
struct std::hash<neuroscribe::StrongId<Tag>> {
    std::size_t operator()(neuroscribe::StrongId<Tag> id) const { return std::hash<std::uint32_t>{}(id.value); }
};
