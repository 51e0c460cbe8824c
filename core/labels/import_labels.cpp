#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "core/labels/import_answers.h"

namespace neuroscribe::labels {
namespace {

/// Columns of an exported sentence that are no answers.
bool isAboutSentence(const std::string& name) {
    static const std::vector<std::string> kNames{"id", "text", "split", "category", "words", "source"};
    return name.empty() || std::ranges::find(kNames, name) != kNames.end();
}

/// Of the descriptor of that name, which is made where it is missing.
Result<std::string> questionFor(store::Database& database, const std::string& name) {
    NS_ASSIGN(const DescriptorId id, addDescriptor(database, name));
    NS_ASSIGN(auto select, database.prepare("SELECT q.text FROM descriptor d JOIN question q "
                                            "ON q.id = d.question_id WHERE d.id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{id.value}).step());
    if (!row)
        return Error{ErrorCode::Corrupt, database.path(), "a descriptor that was just stored is not there", ""};
    return select.text(0);
}

/// A column of a file as the answers about the descriptor of that name.
Status storeColumn(store::Database& database, EngineId engine, const std::string& name, SentenceId first,
                   const std::vector<Answer>& answers) {
    NS_ASSIGN(const std::string question, questionFor(database, name));
    return storeAnswers(database, engine, question, first, answers);
}

/// A cell of a column: a Verdict, or nothing was said.
constexpr std::uint8_t kNothing = 255;

/// The answers of a file, in memory until all of it is known to be right.
class Collector {
public:
    Collector(SentenceFinder finder, bool isPerson) : m_finder(std::move(finder)), m_isPerson(isPerson) {}

    Status add(const corpus::RawRecord& record, const std::string& where) {
        if (!record.problem.empty())
            return Error{ErrorCode::Parse, where, record.problem, ""};
        NS_ASSIGN(const auto sentence, m_finder.find(record, where));
        if (!sentence)
            ++m_unmatched;
        for (const corpus::Field& field : record.fields)
            if (!isAboutSentence(field.name))
                NS_TRY(addAnswer(field, sentence, where));
        if (sentence)
            markSeen(*sentence);
        return {};
    }

    Status store(store::Database& database, const std::string& annotator) const {
        if (m_anyUnsure)
            return storeAsPerson(database, annotator);
        NS_ASSIGN(const EngineId engine, registerEngine(database, annotator, "import", ""));
        for (const std::string& name : m_order)
            NS_TRY(storeColumn(database, engine, name, SentenceId(0), answersOf(m_columns.at(name))));
        return {};
    }

    ImportedAnswers report() const {
        ImportedAnswers found;
        ImportedLabels& report = found.labels;
        report.unmatchedRows = m_unmatched;
        for (const std::string& name : m_order)
            for (const std::uint8_t cell : m_columns.at(name)) {
                report.counts.yes += cell == static_cast<std::uint8_t>(Verdict::Yes);
                report.counts.no += cell == static_cast<std::uint8_t>(Verdict::No);
                found.unsure += cell == static_cast<std::uint8_t>(Verdict::Unsure);
            }
        report.counts.pairs = static_cast<std::uint64_t>(std::ranges::count(m_seen, 1)) * m_order.size();
        report.counts.unanswered = report.counts.pairs - report.counts.yes - report.counts.no - found.unsure;
        return found;
    }
    bool empty() const { return m_order.empty(); }

private:
    using Cells = std::vector<std::uint8_t>;

    Status addAnswer(const corpus::Field& field, std::optional<std::uint32_t> sentence, const std::string& where) {
        NS_ASSIGN(const auto verdict, parseVerdict(field, where));
        if (verdict == Verdict::Unsure && !m_isPerson)
            return Error{ErrorCode::InvalidArgument, where + ": " + field.name,
                         "the model's labels are yes or no; only a person is unsure", "Name the person with --as"};
        auto found = m_columns.find(field.name);
        if (found == m_columns.end()) {
            found = m_columns.emplace(field.name, Cells{}).first;
            m_order.push_back(field.name);
        }
        if (!verdict || !sentence)
            return {};
        m_anyUnsure |= verdict == Verdict::Unsure;
        found->second.resize(m_finder.sentences(), kNothing);
        found->second[*sentence] = static_cast<std::uint8_t>(*verdict);
        return {};
    }

    static std::vector<Answer> answersOf(const Cells& cells) {
        std::vector<Answer> answers;
        for (const std::uint8_t cell : cells)
            answers.push_back(cell == kNothing ? Answer::Unanswered : static_cast<Answer>(cell));
        return answers;
    }

    Status storeAsPerson(store::Database& database, const std::string& annotator) const {
        NS_ASSIGN(auto writer, PersonAnswerWriter::open(database, annotator));
        for (const std::string& name : m_order) {
            PersonAnswer answer;
            NS_ASSIGN(answer.question, questionFor(database, name));
            const Cells& cells = m_columns.at(name);
            for (std::uint32_t id = 0; id < cells.size(); ++id)
                if (cells[id] != kNothing) {
                    answer.sentence = SentenceId(id);
                    answer.verdict = static_cast<Verdict>(cells[id]);
                    NS_TRY(writer.add(answer));
                }
        }
        return {};
    }

    void markSeen(std::uint32_t sentence) {
        m_seen.resize(m_finder.sentences(), 0);
        m_seen[sentence] = 1;
    }

    SentenceFinder m_finder;
    bool m_isPerson;
    bool m_anyUnsure = false;
    std::vector<std::string> m_order; ///< descriptors as first seen
    std::map<std::string, Cells> m_columns;
    std::vector<std::uint8_t> m_seen; ///< sentences with a row
    std::uint64_t m_unmatched = 0;
};

/// The rows of a file of labels, the first of them in hand.
class Source {
public:
    Source(std::string file, std::unique_ptr<corpus::RecordReader> reader, std::stop_token stop, ProgressSink& progress)
        : m_file(std::move(file)), m_reader(std::move(reader)), m_stop(std::move(stop)),
          m_meter(progress, "label", sizeOf(m_file)) {}

    /// False at the end. Errors: Cancelled, those of reading.
    Result<bool> next() {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, m_file, "stopped before the answers were stored", ""};
        NS_ASSIGN(const bool more, m_reader->next(m_record));
        m_meter.update(m_reader->position());
        return more;
    }
    const corpus::RawRecord& record() const { return m_record; }

    /// Hands this row and all that follow to `rows`.
    template <class Rows>
    Status collect(Rows& rows) {
        for (bool more = true; more;) {
            NS_TRY(rows.add(m_record, m_file + ":" + std::to_string(m_record.line)));
            NS_ASSIGN(more, next());
        }
        return {};
    }

private:
    static std::uint64_t sizeOf(const std::string& file) {
        std::error_code ignored; // a size that can't be asked for is an unknown total
        const auto bytes = std::filesystem::file_size(file, ignored);
        return ignored ? 0 : bytes;
    }

    std::string m_file;
    std::unique_ptr<corpus::RecordReader> m_reader;
    std::stop_token m_stop;
    ProgressMeter m_meter;
    corpus::RawRecord m_record;
};

Result<ImportedAnswers> storeFile(store::Database& database, Source& source, const std::string& file,
                                  const std::string& annotator) {
    NS_ASSIGN(auto finder, SentenceFinder::make(database));
    const bool isPerson = annotator != kLabelMatrixName;
    NS_ASSIGN(const bool any, source.next());
    if (any && AnswerRows::isOne(source.record())) {
        NS_ASSIGN(auto rows, AnswerRows::make(database, std::move(finder), isPerson ? annotator : ""));
        NS_TRY(source.collect(rows));
        return rows.report();
    }
    Collector collector(std::move(finder), isPerson);
    if (any)
        NS_TRY(source.collect(collector));
    if (collector.empty())
        return Error{ErrorCode::Parse, file, "no column of answers was found", "Write one column a descriptor"};
    NS_TRY(collector.store(database, annotator));
    return collector.report();
}

} // namespace

Result<ImportedLabels> importLabels(store::Project& project, const std::string& file, const std::string& annotator,
                                    std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto imported, importAnswers(project, file, annotator, std::move(stop), progress));
    return imported.labels;
}

Result<ImportedAnswers> importAnswers(store::Project& project, const std::string& file, const std::string& annotator,
                                      std::stop_token stop, ProgressSink& progress) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    store::Database& database = project.writer();
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(auto reader, openLabelFile(file, stop));
    Source source(file, std::move(reader), std::move(stop), progress);
    NS_ASSIGN(const ImportedAnswers imported, storeFile(database, source, file, annotator));
    NS_TRY(transaction.commit());
    return imported;
}

corpus::LabelHook importHook() {
    return [](store::Database& database, const corpus::ImportedLabelColumns& columns) -> Status {
        NS_ASSIGN(const EngineId engine, registerEngine(database, kLabelMatrixName, "import", ""));
        for (std::size_t c = 0; c < columns.names.size(); ++c) {
            std::vector<Answer> answers;
            for (const std::uint8_t answer : columns.answers[c])
                answers.push_back(static_cast<Answer>(answer));
            NS_TRY(storeColumn(database, engine, columns.names[c], columns.first, answers));
        }
        return {};
    };
}

} // namespace neuroscribe::labels
