// The seam between the program and neuroscribe_sentencepiece.so. A module of its own because libsentencepiece carries a
// copy of protobuf that it shows to everybody: beside the other protobuf that libtorch brings, the first one to be
// asked answers for both, and the process dies.
#pragma once

#include <memory>
#include <string>

#include "core/text/tokenizer.h"

namespace neuroscribe::text {

/// The module's only exported symbol; arguments and errors as makeSentencePiece() (sentence_piece.h).
using SentencePieceFactory = void (*)(const std::string& file, TokenId extraIds, const std::string& where,
                                      Result<std::unique_ptr<PromptTokenizer>>& made);
inline constexpr const char* kSentencePieceFactory = "neuroscribeSentencePiece";

} // namespace neuroscribe::text
