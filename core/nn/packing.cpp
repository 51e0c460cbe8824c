#include "core/nn/packing.h"

namespace neuroscribe::nn {
namespace {

constexpr std::size_t kBatchTokens = 2048;

} // namespace

PackedBatch pack(std::span<const TokenSequence> sequences, std::size_t first, std::size_t end) {
    PackedBatch batch;
    batch.offsets.push_back(0);
    for (const TokenSequence& sequence : sequences.subspan(first, end - first)) {
        batch.tokens.insert(batch.tokens.end(), sequence.begin(), sequence.end());
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batch;
}

std::vector<std::size_t> batchEnds(std::span<const TokenSequence> sequences) {
    std::vector<std::size_t> ends;
    std::size_t tokens = 0;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        if (tokens && tokens + sequences[i].size() > kBatchTokens) {
            ends.push_back(i);
            tokens = 0;
        }
        tokens += sequences[i].size();
    }
    if (!sequences.empty())
        ends.push_back(sequences.size());
    return ends;
}

} // namespace neuroscribe::nn
