// The tokenizer of the T5 family: Google's SentencePiece behind our interface.
// Source: Kudo and Richardson 2018; ids as Hugging Face's T5Tokenizer gives them.
#pragma once

#include <memory>
#include <string>

#include "core/text/tokenizer.h"

namespace neuroscribe::text {

inline constexpr const char* kSentencePieceFile = "spiece.model";

/// `file`: the bytes of spiece.model; extraIds: how many <extra_id_N> follow its pieces, 0 or more; `where` names the
/// file in errors. Errors: NotBuilt (a build without SentencePiece), Corrupt, Unsupported (not a unigram model).
Result<std::unique_ptr<PromptTokenizer>> makeSentencePiece(const std::string& file, TokenId extraIds,
                                                           const std::string& where);

/// Reads spiece.model of a folder and the number of extra ids from tokenizer_config.json (100 unless it says
/// otherwise). Errors: the above, NotFound, GitLfsPointer, Parse, BadConfig; all name the file.
Result<std::unique_ptr<PromptTokenizer>> loadSentencePiece(const std::string& folder);

} // namespace neuroscribe::text
