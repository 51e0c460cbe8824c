// The row of table `run`: what a run is, and how far it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/extraction/batch_plan.h"
#include "core/extraction/extractor.h"
#include "core/store/sqlite.h"

namespace neuroscribe::extraction {

/// Hash of model, tokenizer, site, pooling, storage and arithmetic: the same hash, the same activations.
Hash128 runHash(const nn::Encoder& encoder, const text::Tokenizer& tokenizer, const ExtractOptions& options);

/// What the bytes may depend on beyond the run's hash, as JSON: device, threads, CPU, BLAS, versions.
std::string runParameters(const nn::Encoder& encoder, const ExtractOptions& options,
                          const std::optional<nn::RuntimeInfo>& runtime);

/// The parameters of a run whose parts come from more than one set of them.
std::string markMixed(const std::string& parameters);

/// The row of this hash, or nothing. Errors: Corrupt.
Result<std::optional<RunInfo>> findRun(store::Database& database, const Hash128& hash);
Result<RunInfo> insertRun(store::Database& database, const RunInfo& run, const Hash128& modelHash,
                          const std::string& parameters);
Result<std::string> storedParameters(store::Database& database, std::int64_t run);
/// Hash of the files of the model that the run came from. Errors: NotFound.
Result<std::string> storedModelHash(store::Database& database, std::int64_t run);
Status storeParameters(store::Database& database, std::int64_t run, const std::string& parameters);
/// Finishing makes it the current run.
Status storeProgress(store::Database& database, const RunInfo& run);

} // namespace neuroscribe::extraction
