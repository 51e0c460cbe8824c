#include "core/pipeline/row_rules.h"

#include <filesystem>

#include "core/base/log.h"
#include "core/extraction/ranks.h"

namespace neuroscribe::pipeline {
namespace {

/// Where the rules of one half are kept, and what they come from.
struct Kept {
    std::string activations; ///< folder
    std::string path;
    Hash128 corpus;
    Hash128 source;
    std::shared_ptr<const tagging::RowRules> rules; ///< null: they have to be made
};

/// What a file that can't be used means. One that is missing or of other activations or labels is made again, and so is
/// one that is damaged: what it held can be computed. One of a newer version is not this program's to overwrite.
Status judge(const Error& error) {
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Stale)
        return {};
    if (error.code != ErrorCode::Corrupt && error.code != ErrorCode::Truncated)
        return error;
    log(LogLevel::Warning, "tagging", "the kept rules of whole rows are computed again: " + describe(error));
    return {};
}

Result<Kept> readKept(const StudyData& study, store::Database& database, corpus::Split split) {
    NS_TRY(requireTaggable(study));
    const auto half = static_cast<std::size_t>(split);
    Kept kept;
    kept.activations = (std::filesystem::path(study.folder) / "activations").string();
    kept.path = extraction::rowRulesPath(kept.activations, *study.run, split);
    NS_ASSIGN(kept.corpus, corpus::corpusHash(database));
    const Hash128 rows = extraction::rankSourceHash(*study.run, kept.corpus, study.corpus->members[half]);
    kept.source = tagging::rowRulesHash(rows, *study.splitLabels[half]);
    auto rules = tagging::readRowRules(kept.path, kept.source);
    if (rules)
        kept.rules = std::move(rules).value();
    else
        NS_TRY(judge(rules.error()));
    return kept;
}

} // namespace

Result<std::shared_ptr<const tagging::RowRules>> loadRowRules(const StudyData& study, store::Database& database,
                                                              corpus::Split split, std::stop_token stop,
                                                              ProgressSink& progress) {
    NS_ASSIGN(const Kept kept, readKept(study, database, split));
    if (kept.rules)
        return kept.rules;
    NS_ASSIGN(auto rules, extraction::computeRunRules(kept.activations, *study.run, *study.corpus, kept.corpus, split,
                                                      *study.splitLabels[static_cast<std::size_t>(split)],
                                                      std::move(stop), progress));
    if (const Status written = tagging::writeRowRules(kept.path, *rules); !written)
        log(LogLevel::Warning, "tagging", "rules of whole rows are not kept: " + describe(written.error()));
    return rules;
}

Result<std::shared_ptr<const tagging::RowRules>> keptRowRules(const StudyData& study, store::Database& database,
                                                              corpus::Split split) {
    NS_ASSIGN(const Kept kept, readKept(study, database, split));
    return kept.rules;
}

} // namespace neuroscribe::pipeline
