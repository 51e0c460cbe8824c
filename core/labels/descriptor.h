// Descriptors with their questions and synonyms, and the answers stored under them.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/labels/label_matrix.h"
#include "core/store/project.h"

namespace neuroscribe::labels {

/// The annotator whose answers are the label matrix B; every other name is a reference annotator beside it.
inline constexpr const char* kLabelMatrixName = "B";

struct Descriptor {
    DescriptorId id;
    std::string name;                  ///< shown
    std::string question;              ///< what is asked about
    std::vector<std::string> synonyms; ///< further terms of the lexical engine
    bool excluded = false;
};

/// In display order (position).
Result<std::vector<Descriptor>> loadDescriptors(store::Database& database);
/// Adds or, by equal name, returns the existing one. Appends at the end of the order.
Result<DescriptorId> addDescriptor(store::Database& database, const std::string& name,
                                   const std::vector<std::string>& synonyms = {});
Status setExcluded(store::Database& database, DescriptorId id, bool excluded);

/// Columns in the order of `descriptors`; the newest engine of that annotator that answered wins per cell.
Result<LabelMatrix> loadLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                               const std::string& annotator = kLabelMatrixName);

/// Names of annotators with answers, "B" first.
Result<std::vector<std::string>> loadAnnotators(store::Database& database);

/// Stores answers of one question for sentences first .. first+answers.size()-1 inside the caller's transaction;
/// Unanswered leaves what is stored. EngineId from registerEngine.
Result<EngineId> registerEngine(store::Database& database, const std::string& annotator, const std::string& spec,
                                const std::string& promptHash);
Status storeAnswers(store::Database& database, EngineId engine, const std::string& question, SentenceId first,
                    const std::vector<Answer>& answers);

/// CSV/TSV/JSONL with a column `id` (sentence id) or `text`, and one 0/1, yes/no, true/false column per descriptor;
/// empty is unanswered. New column names become descriptors. Errors name file and row; nothing is stored on error.
struct ImportedLabels {
    LabelCounts counts;
    std::uint64_t unmatchedRows = 0; ///< rows whose text or id is not in the corpus
};
Result<ImportedLabels> importLabels(store::Project& project, const std::string& file, const std::string& annotator,
                                    std::stop_token stop, ProgressSink& progress);

/// The `lexical` engine: Yes where a lemma of the descriptor's question or synonyms occurs in the sentence, else No.
/// Asks only what is unanswered by this engine. Commits as it goes.
Result<LabelCounts> labelLexically(store::Project& project, const std::string& annotator, std::stop_token stop,
                                   ProgressSink& progress);

} // namespace neuroscribe::labels
