// What a language model's answers came with, on disk: blocks beside those of answer_store.h. Private to core/labels.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/labels/answer_store.h"

namespace neuroscribe::labels {

/// One value a sentence, or nothing at all where no sentence of the block has any; at most kAnswerBlock.
struct LabelDetail {
    std::vector<float> margins;         ///< NaN: none
    std::vector<std::uint8_t> failures; ///< llm::Failure
    std::vector<std::uint32_t> replies; ///< row of reply_text, 0: none
    std::vector<std::uint32_t> details; ///< row of reply_text, 0: none
    std::vector<std::uint32_t> askedAt; ///< seconds since 1970, 0: not asked
    void resize(std::size_t sentences); ///< every member; what is new is "none"
};

/// Empty where nothing is stored. Errors: Corrupt.
Result<LabelDetail> loadDetail(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block);
Status saveDetail(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block,
                  const LabelDetail& detail);

/// The answer at a margin threshold; without a margin (NaN), or at 0, what was stored.
Answer decideByMargin(Answer stored, float margin, double threshold);

/// Texts that many answers share, each stored once.
class ReplyTexts {
public:
    explicit ReplyTexts(store::Database& database) : m_database(database) {}
    /// 0 for an empty text; one longer than 2,000 bytes is cut.
    Result<std::uint32_t> idOf(const std::string& text);
    /// Errors: Corrupt (no such row).
    Result<std::string> text(std::uint32_t id);

private:
    store::Database& m_database;
    std::unordered_map<std::string, std::uint32_t> m_known; ///< "Yes", "No" and the like
};

} // namespace neuroscribe::labels
