// Validation as JSON text in the study: the setup, and answers in the edit log. Private to core/pipeline.
#pragma once

#include <string>

#include "core/pipeline/validation.h"

namespace neuroscribe::pipeline {

std::string setupToJson(const ValidationSetup& setup);
Result<ValidationSetup> setupFromJson(const std::string& text); ///< Errors: Corrupt

/// One side of an edit.
std::string answerToJson(const AnswerEdit& edit, const std::optional<labels::PersonAnswer>& answer);
/// What the text of the menu names: the question.
std::string argumentsToJson(const AnswerEdit& edit);
Result<AnswerEdit> answerEditFromJson(const std::string& before, const std::string& after); ///< Errors: Corrupt

} // namespace neuroscribe::pipeline
