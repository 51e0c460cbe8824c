// What a person chose in an evaluation, kept in the study: strictly checked JSON in study_value 'evaluation'.
#pragma once

#include <cstdint>
#include <string>

#include "core/pipeline/neuron_choice.h"
#include "core/store/sqlite.h"

namespace neuroscribe::pipeline {

struct EvaluationSetup {
    /// Bookmarks are not part of it: which they are, is stored with them.
    NeuronChoice neurons;
    std::string truth;               ///< name of an annotator; empty: none was chosen
    std::uint32_t falseMilli = 2000; ///< cost of a false tag in thousandths of a missed one

    bool operator==(const EvaluationSetup&) const = default;
};

std::string evaluationSetupToJson(const EvaluationSetup& setup);
/// Errors: Corrupt.
Result<EvaluationSetup> evaluationSetupFromJson(const std::string& text);

/// The defaults, where none is stored yet. Errors: Corrupt.
Result<EvaluationSetup> loadEvaluationSetup(store::Database& database);
Status saveEvaluationSetup(store::Database& database, const EvaluationSetup& setup);

} // namespace neuroscribe::pipeline
