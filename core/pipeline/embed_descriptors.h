// The step between raw descriptors and clusters: a sentence encoder embeds what engines named.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/descriptors/embedding_store.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

struct EmbedOptions {
    std::string encoder; ///< folder: Sentence-Transformers, or a BERT (mean over the tokens)
    std::string device = "auto";
    unsigned threads = 0; ///< 0: all cores
};

struct Embedded {
    descriptors::EmbeddingModel model;
    std::uint64_t descriptors = 0; ///< of the union
    std::uint64_t embedded = 0;    ///< of these, now; the others had been before
};

/// Embeds the descriptors of the union that this encoder has not embedded, in the order of their ids, and commits as it
/// goes. Errors: MissingInput (no descriptor was named), ReadOnly, those of the model and its tokenizer, Cancelled;
/// what is embedded is kept.
Result<Embedded> embedDescriptors(store::Project& project, const EmbedOptions& options, std::stop_token stop,
                                  ProgressSink& progress);

} // namespace neuroscribe::pipeline
