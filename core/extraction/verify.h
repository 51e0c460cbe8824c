// Recomputes a few sentences one by one and compares them with what is stored.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/extraction/extractor.h"
#include "core/store/sqlite.h"

namespace neuroscribe::extraction {

struct VerifyRequest {
    std::uint32_t sentences = 0; ///< drawn without repetition; all, if there are no more
    std::uint64_t seed = 0;
};

/// encoder: in float32, the model and site of the run. Errors: those of encoder and segments, Cancelled.
Result<VerifyReport> verifyRun(store::Database& database, const std::string& activationsFolder, const RunInfo& run,
                               nn::Encoder& encoder, const text::Tokenizer& tokenizer, const VerifyRequest& request,
                               const std::stop_token& stop, ProgressSink& progress);

} // namespace neuroscribe::extraction
