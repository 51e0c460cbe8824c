// Which sentences a reference annotator is asked about (SCIENCE, "reference labels", "Judging p2").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/labels/pair_set.h"
#include "core/pipeline/study.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

/// The paper's 15 with and 15 without.
inline constexpr std::uint32_t kBalancedEach = 15;

/// `count` different neurons of the run by the seed, in ascending order; all where there are fewer.
std::vector<NeuronId> drawNeurons(std::uint32_t count, std::uint32_t neurons, std::uint64_t seed);

/// Balanced by what B answers. Errors: MissingInput (B has no answers), ReadOnly. What was drawn, with its seed, is
/// kept in the study under the annotator's name.
Result<labels::PairSet> balancedSample(store::Project& project, const std::string& annotator, std::uint64_t seed);

/// All active descriptors about the calibration exemplars of the neurons, at the study's tail and kMilli (else the
/// study's k). Errors: MissingInput, Stale (no ranks), InvalidArgument (a neuron that is none, k out of range),
/// ReadOnly. The neurons are kept in the study, likewise.
Result<labels::PairSet> exemplarSample(store::Project& project, const std::string& annotator,
                                       const std::vector<NeuronId>& neurons, std::optional<std::uint32_t> kMilli,
                                       std::uint64_t seed);

} // namespace neuroscribe::pipeline
