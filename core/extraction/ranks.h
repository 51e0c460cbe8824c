// Exemplar ranks of a run, one file a split beside its segments (core/tagging/rank_table.h).
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "core/base/hash.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/corpus/sentence.h"
#include "core/extraction/extractor.h"
#include "core/tagging/rank_table.h"
#include "core/tagging/row_rules.h"

namespace neuroscribe::extraction {

/// activations/<run>/ranks-calibration.bin or ranks-validation.bin.
std::string rankPath(const std::string& activationsFolder, const RunInfo& run, corpus::Split split);

/// What the ranks of a split come from: the run, the corpus and who is in the split.
Hash128 rankSourceHash(const RunInfo& run, const Hash128& corpusHash, std::span<const SentenceId> members);

/// Opens, never builds. Errors: NotFound, Stale, Corrupt, Truncated; MissingInput (nobody is in the split).
Result<std::shared_ptr<const tagging::RankTable>> openRanks(const std::string& activationsFolder, const RunInfo& run,
                                                            const corpus::CorpusIndex& index, const Hash128& corpusHash,
                                                            corpus::Split split);

/// Builds the ranks of both splits where they are missing, damaged or stale; progress step "rank". index.size() must
/// be run.sentences, else Stale. Errors: those of reading segments, DiskFull, Cancelled.
Status buildRunRanks(const std::string& activationsFolder, const RunInfo& run, const corpus::CorpusIndex& index,
                     const Hash128& corpusHash, std::stop_token stop, ProgressSink& progress);

/// rules-calibration.bin or rules-validation.bin beside the ranks (core/tagging/row_rules.h).
std::string rowRulesPath(const std::string& activationsFolder, const RunInfo& run, corpus::Split split);

/// Rules of whole rows of one half, streamed from the segments. index.size() must be run.sentences, else Stale.
/// Errors: those of reading segments and of tagging::computeRowRules.
Result<std::shared_ptr<const tagging::RowRules>> computeRunRules(const std::string& activationsFolder,
                                                                 const RunInfo& run, const corpus::CorpusIndex& index,
                                                                 const Hash128& corpusHash, corpus::Split split,
                                                                 const tagging::SplitLabels& labels,
                                                                 std::stop_token stop, ProgressSink& progress);

/// Bytes that both files of ranks take, about.
std::uint64_t rankBytes(std::uint32_t neurons, std::uint32_t sentences);

} // namespace neuroscribe::extraction
