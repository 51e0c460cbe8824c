#include "core/extraction/segment_input.h"

#include <algorithm>
#include <new>

#include "core/store/segment.h"

namespace neuroscribe::extraction {

std::uint32_t segmentCount(std::uint32_t sentences) {
    return sentences / store::kSegmentSentences + (sentences % store::kSegmentSentences != 0);
}

std::uint32_t segmentSentences(std::uint32_t sentences, std::uint32_t index) {
    return std::min(store::kSegmentSentences, sentences - index * store::kSegmentSentences);
}

Hash128 hashSentences(const std::vector<std::string>& texts) {
    Hasher hasher;
    for (const std::string& text : texts)
        hasher.add(std::string_view(text));
    return hasher.finish();
}

Result<SegmentInput> tokenizeSegment(std::uint32_t index, const std::vector<std::string>& texts,
                                     const text::Tokenizer& tokenizer, std::uint32_t maxTokens,
                                     const BatchLimits& limits, const std::stop_token& stop) try {
    SegmentInput input;
    input.index = index;
    input.sentencesHash = hashSentences(texts);
    std::vector<std::uint32_t> lengths;
    for (const std::string& text : texts) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "tokenizing", "the extraction was stopped", ""};
        input.tokens.push_back(tokenizer.encodeForModel(text, maxTokens));
        const std::size_t length = input.tokens.back().size();
        if (length < 2 || length > maxTokens)
            return Error{ErrorCode::BadConfig, "tokenizer",
                         "a sentence became " + std::to_string(length) + " tokens, the model takes 2 to " +
                             std::to_string(maxTokens),
                         "Check that the tokenizer's files belong to this model"};
        lengths.push_back(static_cast<std::uint32_t>(length));
        input.tokenCount += length;
    }
    input.plan = planBatches(lengths, limits);
    return input;
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "tokenizing", "not enough memory for the tokens of a segment", ""};
}

nn::PackedBatch packBatch(const SegmentInput& input, const std::vector<std::uint32_t>& rows) {
    nn::PackedBatch batch;
    batch.offsets.push_back(0);
    for (const std::uint32_t row : rows) {
        batch.tokens.insert(batch.tokens.end(), input.tokens[row].begin(), input.tokens[row].end());
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batch;
}

} // namespace neuroscribe::extraction
