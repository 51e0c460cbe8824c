#include "core/pipeline/row_rules.h"

#include <filesystem>

#include "core/base/log.h"
#include "core/extraction/ranks.h"

namespace neuroscribe::pipeline {

Result<std::shared_ptr<const tagging::RowRules>> loadRowRules(const StudyData& study, store::Database& database,
                                                              corpus::Split split, std::stop_token stop,
                                                              ProgressSink& progress) {
    NS_TRY(requireTaggable(study));
    const auto half = static_cast<std::size_t>(split);
    const std::string activations = (std::filesystem::path(study.folder) / "activations").string();
    const tagging::SplitLabels& labels = *study.splitLabels[half];
    NS_ASSIGN(const Hash128 corpus, corpus::corpusHash(database));
    const Hash128 rows = extraction::rankSourceHash(*study.run, corpus, study.corpus->members[half]);
    const std::string path = extraction::rowRulesPath(activations, *study.run, split);
    if (auto kept = tagging::readRowRules(path, tagging::rowRulesHash(rows, labels)))
        return kept; // what is missing, old or damaged is made again
    NS_ASSIGN(auto rules, extraction::computeRunRules(activations, *study.run, *study.corpus, corpus, split, labels,
                                                      std::move(stop), progress));
    if (const Status written = tagging::writeRowRules(path, *rules); !written)
        log(LogLevel::Warning, "tagging", "rules of whole rows are not kept: " + describe(written.error()));
    return rules;
}

} // namespace neuroscribe::pipeline
