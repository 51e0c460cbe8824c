// Descriptors with their questions and synonyms, and the answers stored under them.
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/corpus/importer.h"
#include "core/labels/label_matrix.h"
#include "core/llm/engine_record.h"
#include "core/store/project.h"

namespace neuroscribe::labels {

/// The annotator whose answers are the label matrix B; every other name is a reference annotator beside it.
inline constexpr const char* kLabelMatrixName = "B";

struct Descriptor {
    DescriptorId id;
    std::string name;                  ///< shown
    std::string question;              ///< what is asked about
    std::vector<std::string> synonyms; ///< further terms of the lexical engine; of a cluster, its members
    bool excluded = false;             ///< here, or its cluster is
    /// After a merge: answers are the Kleene OR of the answers to all questions, and so derived.
    std::vector<std::string> furtherQuestions;
    std::optional<ClusterId> cluster; ///< what it stands for; nothing: a person or a file named it
    bool clusterExcluded = false;

    bool isDerived() const { return !furtherQuestions.empty(); }
    std::vector<std::string> questions() const; ///< all, the first one first
};

/// In display order (position), without retired ones.
Result<std::vector<Descriptor>> loadDescriptors(store::Database& database);
/// Adds at the end of the order or, by equal name, returns the existing one; synonyms it lacks are added to it.
/// Errors: InvalidArgument (a name of nothing but space).
Result<DescriptorId> addDescriptor(store::Database& database, const std::string& name,
                                   const std::vector<std::string>& synonyms = {});
/// A descriptor whose cluster is excluded stays excluded whatever is set here.
Status setExcluded(store::Database& database, DescriptorId id, bool excluded);

/// Columns in the order of `descriptors`; per cell the newest engine of that annotator that answered wins (newest: last
/// registered). Where an engine gave a margin, its margin threshold decides between Yes and No; a margin equal to it is
/// unanswered. An answer of the lexical engine to other terms than the descriptor has now comes after everybody else's.
/// Over several questions: Yes if any is Yes, No if all are No, else unanswered. Errors: Corrupt.
Result<LabelMatrix> loadLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                               const std::string& annotator = kLabelMatrixName);
/// The same of one engine alone.
Result<LabelMatrix> loadEngineLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                                     EngineId engine);
/// By descriptor: how many of its answers are whose; a derived one is that of the question that decided. Engines
/// without any are left out.
using AnswersByEngine = std::map<EngineId, std::uint64_t>;
Result<std::vector<AnswersByEngine>> countByEngine(store::Database& database,
                                                   const std::vector<Descriptor>& descriptors,
                                                   const std::string& annotator = kLabelMatrixName);
/// Moves the border between Yes and No of every engine of the annotator that gave margins; nothing is asked again.
/// Errors: MissingInput (there is none), InvalidArgument (not finite).
Status setMarginThreshold(store::Database& database, const std::string& annotator, double threshold);

/// Names of annotators with answers, "B" first.
Result<std::vector<std::string>> loadAnnotators(store::Database& database);

/// An engine that is no language model: its spec is its identity. It becomes the newest (llm::registerEngine).
Result<EngineId> registerEngine(store::Database& database, const std::string& annotator, const std::string& spec,
                                const std::string& promptHash);
/// Stores answers of one question for sentences first .. first+answers.size()-1 inside the caller's transaction;
/// Unanswered leaves what is stored.
Status storeAnswers(store::Database& database, EngineId engine, const std::string& question, SentenceId first,
                    const std::vector<Answer>& answers);

/// CSV/TSV/JSONL (or a JSON array) with a column `text` (matched as imported) or `id` (sentence id), and one 0/1,
/// yes/no, true/false column per descriptor; empty is unanswered. Columns named id, text, split, category, words or
/// source are no descriptors; other new names become descriptors. Later rows win. Errors name file and row; nothing is
/// stored on error.
struct ImportedLabels {
    LabelCounts counts;              ///< of the cells of matched rows
    std::uint64_t unmatchedRows = 0; ///< rows whose text or id is not in the corpus
};
Result<ImportedLabels> importLabels(store::Project& project, const std::string& file, const std::string& annotator,
                                    std::stop_token stop, ProgressSink& progress);

/// What corpus::importFiles calls to store label columns under the annotator "B"; each column is a descriptor.
corpus::LabelHook importHook();

/// What the answers of the lexical engine about a descriptor are stored under: its terms, and how words are reduced.
std::string lexicalPromptHash(const Descriptor& descriptor, bool hasWordNet);
/// The engine is the lexical one, asked about other terms than the descriptor has.
bool hasOtherTerms(const llm::EngineRecord& engine, const Descriptor& descriptor);

/// The `lexical` engine: Yes where a lemma of the descriptor's questions or synonyms occurs in the sentence, else No;
/// stored under each of the questions.
/// Asks only what this engine has not answered, and nothing about descriptors that others answered for this annotator:
/// a guess never hides what is known. Commits as it goes. The counts are this engine's over the whole corpus.
/// wordnetFolder: with noun.exc, index.noun, ...; empty: the known places; without WordNet words are reduced by rules
/// alone, which is logged. Errors: MissingInput, InvalidArgument (no word in any term), ReadOnly, Cancelled.
Result<LabelCounts> labelLexically(store::Project& project, const std::string& annotator, std::stop_token stop,
                                   ProgressSink& progress, const std::string& wordnetFolder = {});

} // namespace neuroscribe::labels
