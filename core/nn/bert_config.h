// config.json of a BERT-like encoder: BERT, DistilBERT, RoBERTa.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {

enum class Family : std::uint8_t { Bert, DistilBert, Roberta };

/// All sizes are at least 1 and small enough that their products fit 64 bits.
struct BertConfig {
    Family family = Family::Bert;
    std::uint32_t hidden = 0;
    std::uint32_t heads = 0; ///< divides hidden
    std::uint32_t layers = 0;
    std::uint32_t intermediate = 0;
    std::uint32_t vocabulary = 0;
    std::uint32_t positions = 0;     ///< longest sequence, special tokens included
    std::uint32_t positionShift = 0; ///< row of the position table for the first token; RoBERTa: after that of padding
    std::uint32_t types = 0;         ///< rows of the token type table; 0: none
    Activation activation = Activation::Gelu;
    float layerNormEpsilon = 1e-12F;

    std::uint32_t headSize() const { return hidden / heads; }
    std::uint32_t positionRows() const { return positionShift + positions; } ///< of the position table
};

/// Errors: Unsupported (not a BERT-like encoder), BadConfig (names the key); both name `where`.
Result<BertConfig> parseBertConfig(const nlohmann::json& json, const std::string& where);
/// config.json of a folder. Errors: the above, NotFound, Parse, GitLfsPointer.
Result<BertConfig> loadBertConfig(const std::string& folder);

} // namespace neuroscribe::nn
