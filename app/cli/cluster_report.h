// What `cluster` reports.
#pragma once

#include "app/cli/context.h"
#include "core/descriptors/embedding_store.h"
#include "core/descriptors/naming.h"
#include "core/pipeline/cluster_descriptors.h"
#include "core/pipeline/embed_descriptors.h"

namespace neuroscribe::cli {

/// Everything borrowed.
struct ClusterReport {
    const pipeline::Embedded& embedded;
    const descriptors::Embeddings& embeddings;
    const descriptors::ClusterNamer& namer;
    const pipeline::ClusterOptions& options;
    const pipeline::Clustered& clustered;
};

/// A JSON document, or a table of the clusters and what is left.
void printClusters(const Context& context, const ClusterReport& report);

} // namespace neuroscribe::cli
