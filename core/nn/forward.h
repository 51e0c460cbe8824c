// One pass of packed sentences through a BERT-like encoder. Two implementations: CpuForward (here, no torch) and
// TorchForward (in the module, any torch device); Encoder and SentenceEncoder stand on either.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/hash.h"
#include "core/nn/api.h"
#include "core/nn/bert_config.h"

namespace neuroscribe::nn {

struct ForwardRequest {
    Site site = Site::FfnOutput;
    Pooling pooling = Pooling::Cls;
    bool withSpecialTokens = false; ///< mean and max: [CLS] and [SEP] too
    bool lastLayerOnly = false;     ///< otherwise every layer's values
};

/// Units of one layer at a site.
std::uint32_t unitsAt(const BertConfig& config, Site site);
/// Floats that a request yields per sentence.
std::size_t valuesPerSentence(const BertConfig& config, const ForwardRequest& request);
/// Offsets ascending, lengths within the model's positions, tokens within the vocabulary, something to pool.
Status checkBatch(const PackedBatch& batch, const BertConfig& config, const ForwardRequest& request);
/// NonFinite naming the first sentence and neuron (layer/unit) whose value is NaN or infinite.
Status checkFinite(std::span<const float> values, const BertConfig& config, const ForwardRequest& request);

/// Used from one thread at a time.
class Forward {
public:
    virtual ~Forward() = default;
    virtual const BertConfig& config() const = 0;
    virtual Hash128 weightsHash() const = 0;
    virtual std::string deviceText() const = 0;
    virtual unsigned threads() const = 0; ///< as Encoder::threads
    /// out: [sentences][valuesPerSentence]. Errors: InvalidArgument, OutOfMemory, NonFinite.
    virtual Status run(const PackedBatch& batch, const ForwardRequest& request, std::span<float> out) = 0;
};

} // namespace neuroscribe::nn
