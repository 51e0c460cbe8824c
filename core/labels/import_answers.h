// Answers of people from a file: one a row, as `export --what answers` writes them, or columns of labels with `unsure`
// among them.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/labels/descriptor.h"
#include "core/labels/label_file.h"
#include "core/labels/person_answer_writer.h"

namespace neuroscribe::labels {

struct ImportedAnswers {
    ImportedLabels labels;    ///< unsure ones among the pairs alone
    std::uint64_t unsure = 0; ///< a person was asked, and not sure
};
/// What importLabels does, and tells of Unsure. Where `unsure` is among the answers of a column they all are those of a
/// person (person_answers.h), drawn nobody knows how, and an InvalidArgument under "B". A file with the columns of
/// AnswerRows holds one answer of a person a row: under `annotator` or, where that is "B", under the name in the row.
/// Errors name file and row; nothing is stored on error.
Result<ImportedAnswers> importAnswers(store::Project& project, const std::string& file, const std::string& annotator,
                                      std::stop_token stop, ProgressSink& progress);

/// Columns: `answer` (yes, no, unsure; empty: none), `question` (its text) or `descriptor` (its name), `id` or `text`
/// of the sentence; of no need: `annotator`, `drawn` (balanced, disagreement), `model` (what B said), `weight`,
/// `answered_at` (seconds since 1970). What else there is is not looked at. Each row is stored when it is read, inside
/// the caller's transaction; later rows win.
class AnswerRows {
public:
    static bool isOne(const corpus::RawRecord& record);
    /// annotator: of every row; empty: as each row says.
    static Result<AnswerRows> make(store::Database& database, SentenceFinder finder, std::string annotator);

    /// where: file and row, for errors: Parse, NotFound (the question, the descriptor), InvalidArgument (no person).
    Status add(const corpus::RawRecord& record, const std::string& where);
    const ImportedAnswers& report() const { return m_report; }

private:
    AnswerRows(store::Database& database, SentenceFinder finder, std::string annotator)
        : m_database(&database), m_finder(std::move(finder)), m_annotator(std::move(annotator)) {}
    Result<std::string> questionOf(const corpus::RawRecord& record, const std::string& where);
    Result<PersonAnswerWriter*> writerFor(const corpus::RawRecord& record, const std::string& where);
    void count(Verdict verdict);

    store::Database* m_database;
    SentenceFinder m_finder;
    std::string m_annotator;
    std::map<std::string, std::string> m_questions; ///< of descriptors, by name
    std::map<std::string, bool> m_asked;            ///< whether a question is in the study
    std::map<std::string, PersonAnswerWriter> m_writers;
    ImportedAnswers m_report;
};

/// "yes", "no", "unsure" and what else people write for it, empty is nothing. Errors: Parse.
Result<std::optional<Verdict>> parseVerdict(const corpus::Field& field, const std::string& where);

} // namespace neuroscribe::labels
