// What a SentencePiece model file must satisfy before the library sees it: the library follows the offsets of the
// compiled normalisation table wherever they lead.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace neuroscribe::text {

/// `file`: the bytes of a *.model; `where` names it in errors. Errors: Corrupt, Unsupported (not a unigram model).
Status checkSentencePieceModel(std::string_view file, const std::string& where);

} // namespace neuroscribe::text
