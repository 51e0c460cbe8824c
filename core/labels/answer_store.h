// Answers on disk: one byte a sentence in blocks, by engine and question. Private to core/labels.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"

namespace neuroscribe::labels {

inline constexpr std::uint32_t kAnswerBlock = 4096;

/// Errors: Corrupt, when a byte is no Answer or the block is longer than a block can be.
Status checkAnswers(std::span<const std::byte> answers, std::uint32_t block, const std::string& where);

/// Answers of one block as stored, short or empty where nothing is; at most kAnswerBlock.
Result<std::vector<Answer>> loadBlock(store::Database& database, EngineId engine, QuestionId question,
                                      std::uint32_t block);
Status saveBlock(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block,
                 const std::vector<Answer>& answers);

/// The row of a question's text; nothing where it was never asked.
Result<std::optional<QuestionId>> findQuestion(store::Database& database, const std::string& text);
/// The same, made where it is missing.
Result<QuestionId> questionOf(store::Database& database, const std::string& text);
/// Ids run from 0 without gaps. Errors: Overflow.
Result<std::uint32_t> countSentences(store::Database& database);

} // namespace neuroscribe::labels
