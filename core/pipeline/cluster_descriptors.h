// The step from embeddings to clusters: communities, names to choose from, and what a person made of the clusters
// before, kept. One edit of the curation.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/clustering_record.h"
#include "core/descriptors/embedding_store.h"
#include "core/descriptors/naming.h"
#include "core/descriptors/recluster.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

struct ClusterOptions {
    descriptors::ClusterMethod method = descriptors::ClusterMethod::Community;
    double threshold = 0.75;            ///< least cosine (agglomerative: least mean cosine); above -1, at most 1
    std::optional<std::uint32_t> count; ///< agglomerative: cut into as many clusters instead
    std::uint32_t minSize = 10;         ///< at least 1; smaller ones are unclustered
    /// New clusters take this name and are descriptors at once (NameSource::Automatic). Nothing: the centroid's name is
    /// suggested.
    std::optional<descriptors::NameKind> name;

    Status validate() const;
};

/// What the method finds, without regard to the curation. Errors: those of the method.
Result<std::vector<descriptors::NewCommunity>> findCommunities(const descriptors::Embeddings& embeddings,
                                                               const ClusterOptions& options, std::stop_token stop,
                                                               ProgressSink& progress);

struct Clustered {
    descriptors::Curation curation; ///< after it
    descriptors::ReclusterPlan plan;
    std::vector<descriptors::NewCommunity> communities;
};

/// Clusters what the model has embedded and commits the edit, the parameters and the review list. Errors: MissingInput
/// (no embeddings), ReadOnly, those of the options and the method, Cancelled; then nothing has changed.
Result<Clustered> clusterDescriptors(store::Project& project, const descriptors::Embeddings& embeddings,
                                     const descriptors::EmbeddingModel& model, const descriptors::ClusterNamer& namer,
                                     const ClusterOptions& options, std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::pipeline
