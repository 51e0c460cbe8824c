// What is known about the built-in study (SCIENCE, "Ground truth of the built-in study"). Private to core/pipeline.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/naming.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

/// The category of WordNet to which these descriptors attach: that of more than half of them, by the first sense of
/// each one's head. Nothing: no category has so many.
std::optional<std::string_view> categoryOf(const std::vector<std::string>& members,
                                           const descriptors::ClusterNamer& namer);

/// Leaves the clusters that attach to no category without a name, one edit: they are no descriptors, and wait in the
/// workspace Curate. Of the others' descriptors, by the annotator kWordNetAnnotator: yes for every gloss of the
/// category, no for every other, all in one transaction. Errors: Cancelled, those of SQLite.
Status addReference(store::Project& project, const descriptors::ClusterNamer& namer, std::stop_token stop,
                    ProgressSink& progress);

} // namespace neuroscribe::pipeline
