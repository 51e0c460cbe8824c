// Encoder and SentenceEncoder on top of a Forward.
#pragma once

#include <memory>
#include <string>

#include "core/nn/api.h"
#include "core/nn/forward.h"
#include "core/nn/sentence_folder.h"

namespace neuroscribe::nn {

std::unique_ptr<Encoder> makeEncoder(std::unique_ptr<Forward> forward, const EncoderOptions& options);

std::unique_ptr<SentenceEncoder> makeSentenceEncoder(std::unique_ptr<Forward> forward, SentenceHead head);

} // namespace neuroscribe::nn
