// config.json of a GPT-NeoX: GPT-NeoX-20B, Pythia, OpenAssistant's SFT models. Source: Black et al. 2022; keys as
// Hugging Face writes them.
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
struct NeoxConfig {
    std::uint32_t hidden = 0;
    std::uint32_t heads = 0; ///< divides hidden
    std::uint32_t layers = 0;
    std::uint32_t intermediate = 0;
    std::uint32_t vocabulary = 0; ///< may be padded beyond the tokenizer's
    std::uint32_t positions = 0;  ///< longest sequence
    std::uint32_t rotary = 0;     ///< values of a head that are rotated by the position; even, up to headSize
    float rotaryBase = 10'000;
    Activation activation = Activation::Gelu;
    float normEpsilon = 1e-5F;
    bool parallel = true;      ///< attention and feed-forward layer read the same input
    bool attentionBias = true; ///< the attention's products have a bias
    bool tiedHead = false;     ///< logits come from the embeddings
    std::vector<std::int32_t> endTokens;

    std::uint32_t headSize() const { return hidden / heads; }
    void addTo(Hasher& hasher) const;
};

/// Errors: Unsupported (not a GPT-NeoX, or scaled positions), BadConfig (names the key); both name `where`.
Result<NeoxConfig> parseNeoxConfig(const nlohmann::json& json, const std::string& where);

} // namespace neuroscribe::nn
