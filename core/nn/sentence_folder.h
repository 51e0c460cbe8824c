// What a Sentence-Transformers folder does behind the transformer: pooling, dense layers, normalisation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/nn/api.h"
#include "core/nn/bert_weights.h"

namespace neuroscribe::nn {

enum class HeadActivation : std::uint8_t { Identity, Tanh, Relu, Gelu };

struct SentenceDense {
    DenseWeights weights; ///< [outputs][inputs]
    std::uint32_t inputs = 0;
    std::uint32_t outputs = 0;
    HeadActivation activation = HeadActivation::Identity;
};

struct SentenceHead {
    std::string transformer; ///< folder of the BERT
    Pooling pooling = Pooling::Mean;
    std::uint32_t maxTokens = 0; ///< 0: as many as the model has positions
    std::vector<SentenceDense> dense;
};

/// A folder without modules.json is a plain BERT: mean over all tokens.
/// Errors: Unsupported (a module or pooling that is not known), BadConfig, Parse, and those of the checkpoint.
Result<SentenceHead> loadSentenceHead(const std::string& folder);
/// The dense layers follow each other from `hidden` on. Errors: BadConfig.
Status checkSentenceHead(const SentenceHead& head, std::uint32_t hidden);

} // namespace neuroscribe::nn
