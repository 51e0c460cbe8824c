// config.json of a T5: T5, T5 v1.1, FLAN-T5. Source: Raffel et al. 2020; keys as Hugging Face writes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {

/// All sizes are at least 1 and small enough that their products fit 64 bits.
struct T5Config {
    std::uint32_t model = 0;    ///< d_model
    std::uint32_t headSize = 0; ///< d_kv; heads * headSize need not be `model`
    std::uint32_t heads = 0;
    std::uint32_t inner = 0; ///< d_ff
    std::uint32_t encoderLayers = 0;
    std::uint32_t decoderLayers = 0;
    std::uint32_t vocabulary = 0;
    std::uint32_t buckets = 0;     ///< of relative positions; a multiple of 4
    std::uint32_t maxDistance = 0; ///< above buckets / 2; all farther positions share a bucket
    float normEpsilon = 1e-6F;
    bool gated = false; ///< inner = activation(wi_0 x) * wi_1 x
    Activation activation = Activation::Relu;
    bool tiedHead = true; ///< logits come from the embeddings, scaled by model^-0.5
    std::int32_t startToken = 0;
    std::vector<std::int32_t> endTokens;

    std::uint32_t attention() const { return heads * headSize; } ///< width of queries, keys and values
    void addTo(Hasher& hasher) const;
};

/// Errors: Unsupported (not a T5), BadConfig (names the key); both name `where`.
Result<T5Config> parseT5Config(const nlohmann::json& json, const std::string& where);

/// The bucket of a key that lies `distance` behind its query (negative: before it). In the decoder all that lies behind
/// is bucket 0.
std::uint32_t relativeBucket(const T5Config& config, std::int64_t distance, bool decoder);

} // namespace neuroscribe::nn
