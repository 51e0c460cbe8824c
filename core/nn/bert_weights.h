// The weights of a BERT-like encoder in plain memory, laid out for the forward pass.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/nn/bert_config.h"
#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

/// y = weight x + bias
struct DenseWeights {
    std::vector<float> weight; ///< [out][in], row-major
    std::vector<float> bias;   ///< [out]
};

struct NormWeights {
    std::vector<float> gamma; ///< [hidden]
    std::vector<float> beta;  ///< [hidden]
};

struct BertLayerWeights {
    DenseWeights queryKeyValue;   ///< [3 * hidden][hidden]: query, key, value one below the other
    DenseWeights attentionOutput; ///< [hidden][hidden]
    NormWeights attentionNorm;
    DenseWeights inner;  ///< [intermediate][hidden]
    DenseWeights output; ///< [hidden][intermediate]
    NormWeights outputNorm;
};

struct BertWeights {
    BertConfig config;
    std::vector<float> words;     ///< [vocabulary][hidden]
    std::vector<float> positions; ///< [positionRows][hidden], the embedding of token type 0 added
    NormWeights embeddingNorm;
    std::vector<BertLayerWeights> layers;
    Hash128 hash; ///< of the config and the tensors used
};

/// Names as the family has them, with or without its prefix ("bert."), LayerNorm as weight/bias or gamma/beta. Nothing
/// is allocated before the checkpoint has shown that it holds as much. Errors: MissingTensor, ShapeMismatch,
/// Unsupported, Io, Truncated, OutOfMemory; all name file and tensor.
Result<BertWeights> readBertWeights(const TensorSource& source, const BertConfig& config);

/// config.json and the checkpoint of a folder. Errors: the above and those of the readers.
Result<BertWeights> loadBertWeights(const std::string& folder);

/// The checkpoint of a folder: model.safetensors or pytorch_model.bin, whole or in shards with an index; the first that
/// is there. Errors: NotFound and those of the readers.
Result<std::unique_ptr<TensorSource>> openCheckpoint(const std::string& folder);

} // namespace neuroscribe::nn
