// Names for a cluster to choose from, as the workspace Curate offers them.
#pragma once

#include "app/session/curation_data.h"
#include "core/descriptors/naming.h"

#include <mutex>
#include <optional>

namespace neuroscribe::app {

/// Opens WordNet at the first question, which takes a moment: asked on a lane. Thread-safe.
class NameSuggester {
public:
    /// members: ascending. At most one of each kind; those that need embeddings or WordNet are missing without.
    /// Errors: those of descriptors::ClusterNamer::open.
    Result<std::vector<descriptors::NameSuggestion>> suggest(const Topics& topics,
                                                             const std::vector<RawDescriptorId>& members);

private:
    std::mutex m_opening;
    std::optional<descriptors::ClusterNamer> m_namer; ///< does not change once it is there
};

} // namespace neuroscribe::app
