// One segment's sentences, ready for the encoder.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/extraction/batch_plan.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::extraction {

struct SegmentInput {
    std::uint32_t index = 0;
    Hash128 sentencesHash;                          ///< as in the segment's header
    std::vector<std::vector<text::TokenId>> tokens; ///< by row: sentence id - index * kSegmentSentences
    BatchPlan plan;
    std::uint64_t tokenCount = 0;

    std::uint32_t sentences() const { return static_cast<std::uint32_t>(tokens.size()); }
};

/// Number of segments for so many sentences, and of sentences in one of them.
std::uint32_t segmentCount(std::uint32_t sentences);
std::uint32_t segmentSentences(std::uint32_t sentences, std::uint32_t index);

Hash128 hashSentences(const std::vector<std::string>& texts);

/// Errors: Cancelled, OutOfMemory, BadConfig (a tokenizer that gives less than two tokens).
Result<SegmentInput> tokenizeSegment(std::uint32_t index, const std::vector<std::string>& texts,
                                     const text::Tokenizer& tokenizer, std::uint32_t maxTokens,
                                     const BatchLimits& limits, const std::stop_token& stop);

/// The sentences of one batch, end to end.
nn::PackedBatch packBatch(const SegmentInput& input, const std::vector<std::uint32_t>& rows);

} // namespace neuroscribe::extraction
