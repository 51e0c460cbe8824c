// Rules of whole rows of a study: computed at first use, kept beside the ranks, computed again when activations or
// labels have changed.
#pragma once

#include <memory>
#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/pipeline/study.h"
#include "core/tagging/row_rules.h"

namespace neuroscribe::pipeline {

/// Of one half of a taggable study, on any thread, with a connection to its database. Where the cache can't be written
/// (a study on a read-only medium) the rules are computed each time and the log says so; a damaged cache is computed
/// again, with a warning. Errors: those of requireTaggable and extraction::computeRunRules, NewerVersion (a cache of a
/// newer program is left as it is), Io.
Result<std::shared_ptr<const tagging::RowRules>> loadRowRules(const StudyData& study, store::Database& database,
                                                              corpus::Split split, std::stop_token stop,
                                                              ProgressSink& progress);

/// The same, only read: null where they would have to be computed first. Errors: those of requireTaggable,
/// NewerVersion, Io, OutOfMemory.
Result<std::shared_ptr<const tagging::RowRules>> keptRowRules(const StudyData& study, store::Database& database,
                                                              corpus::Split split);

} // namespace neuroscribe::pipeline
