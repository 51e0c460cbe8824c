// What f and lift would be without the errors of the labels, as far as a reference annotator knows them (SCIENCE, "What
// the paper leaves out" 4). For display only: no tag, p or q comes from here.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"
#include "core/stats/noise_correction.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::pipeline {

/// Why there is no f*.
enum class Uncorrected : std::uint8_t {
    NotJudged,     ///< the reference has no answer about the descriptor that is a sample, or it is excluded
    TooFewAnswers, ///< Se or Sp is undefined: nothing judged of what B says Yes to, or of what it says No to
    NoInformation, ///< Se + Sp <= 1
    NoExemplars    ///< none of the exemplars is answered
};
const char* uncorrectedName(Uncorrected why); ///< "not_judged", "too_few_answers", "no_information", "no_exemplars"

/// How good the labels B are, as the reference says: Se and Sp in the population, by descriptor.
struct LabelQualities {
    struct Of {
        std::optional<stats::LabelQuality> quality;
        Uncorrected why = Uncorrected::NotJudged; ///< there is none
    };
    std::string annotator; ///< empty: there is no reference, and `byDescriptor` is empty
    std::vector<Of> byDescriptor;
};

/// annotator: of the judge; empty: nobody. Errors: those of loadAgreement.
Result<LabelQualities> loadLabelQualities(store::Database& database, const std::vector<labels::Descriptor>& descriptors,
                                          const std::string& annotator, std::stop_token stop);

/// Who can judge: all annotators but B, and who does unless another one is chosen: the only person with balanced
/// answers. Empty where there is none, or several.
struct References {
    std::vector<std::string> annotators;
    std::string byDefault;
};
Result<References> loadReferences(store::Database& database);

struct CorrectedCell {
    std::optional<stats::CorrectedShare> share; ///< f*
    std::optional<double> lift;                 ///< lift*: f* / p*; nothing where p* is 0, too
    Uncorrected why = Uncorrected::NotJudged;   ///< there is no f*
};
/// Under every rule f* is of the share of sentences, x/m: that is what Se and Sp are about.
CorrectedCell correctedCell(const LabelQualities::Of& labels, const tagging::Cell& cell);

} // namespace neuroscribe::pipeline
