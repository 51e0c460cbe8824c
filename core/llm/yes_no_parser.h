// Does a written answer say Yes or No?
#pragma once

#include <string_view>

#include "core/llm/language_model.h"

namespace neuroscribe::llm {

/// Strict: the answer begins with the word, in any case and inside quotes or markup, perhaps behind "Answer:" and its
/// like. "Yes.", "yes, because", "**No**", "Answer: No" count; "maybe", "Yes and no", "No idea", "yesterday" and what
/// says neither do not (Unanswered).
Verdict parseYesNo(std::string_view answer);

/// The single word Yes or No, as it stands in a token; Unanswered for anything else.
Verdict yesNoWord(std::string_view word);

} // namespace neuroscribe::llm
