// The tokens of a vocabulary that say Yes or No by themselves (SCIENCE, "p2").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/text/tokenizer.h"

namespace neuroscribe::llm {

/// Yes, yes, YES and No, no, NO, each with and without the mark of a space before it, as far as the vocabulary has them
/// as one token; by id.
struct YesNoSpellings {
    std::vector<text::TokenId> yes;
    std::vector<text::TokenId> no;
    /// "Yes" and "No" as they would begin an answer: behind a space, or without where the prompt's last turn ends.
    std::optional<text::TokenId> defaultYes;
    std::optional<text::TokenId> defaultNo;

    bool complete() const { return defaultYes && defaultNo; }
};

/// vocabulary: of the model; tokens beyond it are none. afterSpace: which spelling is the default.
YesNoSpellings findYesNoSpellings(const text::Tokenizer& tokenizer, std::size_t vocabulary, bool afterSpace);

} // namespace neuroscribe::llm
