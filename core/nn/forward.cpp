#include "core/nn/forward.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::nn {
namespace {

Error badBatch(std::size_t sentence, const std::string& why) {
    return {ErrorCode::InvalidArgument, "sentence " + std::to_string(sentence) + " of the batch", why, ""};
}

} // namespace

std::uint32_t unitsAt(const BertConfig& config, Site site) {
    return site == Site::FfnInner ? config.intermediate : config.hidden;
}

std::size_t valuesPerSentence(const BertConfig& config, const ForwardRequest& request) {
    return std::size_t{unitsAt(config, request.site)} * (request.lastLayerOnly ? 1 : config.layers);
}

Status checkBatch(const PackedBatch& batch, const BertConfig& config, const ForwardRequest& request) {
    const auto& offsets = batch.offsets;
    const bool framed = batch.sentences() == 0
                            ? batch.tokens.empty()
                            : offsets.front() == 0 && static_cast<std::size_t>(offsets.back()) == batch.tokens.size();
    if (!framed)
        return Error{ErrorCode::InvalidArgument, "batch", "the offsets do not cover the tokens", ""};
    const bool needsInner = request.pooling != Pooling::Cls && !request.withSpecialTokens;
    for (std::size_t s = 0; s < batch.sentences(); ++s) {
        if (offsets[s + 1] < offsets[s] + 2)
            return badBatch(s, "a sentence has at least two tokens");
        if (offsets[s + 1] > offsets.back())
            return badBatch(s, "the offsets do not ascend");
        const auto length = static_cast<std::uint32_t>(offsets[s + 1] - offsets[s]);
        if (length > config.positions)
            return badBatch(s, "it has " + std::to_string(length) + " tokens where the model takes " +
                                   std::to_string(config.positions));
        if (needsInner && length == 2)
            return badBatch(s, "it has no token between [CLS] and [SEP] to pool over");
        for (auto i = static_cast<std::size_t>(offsets[s]); i < static_cast<std::size_t>(offsets[s + 1]); ++i)
            if (batch.tokens[i] < 0 || static_cast<std::uint32_t>(batch.tokens[i]) >= config.vocabulary)
                return badBatch(s, "token " + std::to_string(batch.tokens[i]) + " is outside the vocabulary of " +
                                       std::to_string(config.vocabulary));
    }
    return {};
}

Status checkFinite(std::span<const float> values, const BertConfig& config, const ForwardRequest& request) {
    const auto bad = std::find_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    if (bad == values.end())
        return {};
    const auto index = static_cast<std::size_t>(bad - values.begin());
    const std::size_t row = valuesPerSentence(config, request);
    const std::size_t units = unitsAt(config, request.site);
    const std::size_t layer = request.lastLayerOnly ? config.layers - 1 : index % row / units;
    return Error{ErrorCode::NonFinite,
                 "sentence " + std::to_string(index / row) + " of the batch, neuron " + std::to_string(layer) + "/" +
                     std::to_string(index % units),
                 std::isnan(*bad) ? "the activation is not a number" : "the activation is infinite",
                 "Check the checkpoint's weights"};
}

} // namespace neuroscribe::nn
