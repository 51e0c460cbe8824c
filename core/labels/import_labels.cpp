#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>

#include "core/corpus/clean_text.h"
#include "core/corpus/format.h"
#include "core/corpus/present_corpus.h"
#include "core/corpus/record_filter.h"
#include "core/labels/answer_store.h"

namespace neuroscribe::labels {
namespace {

/// Columns of an exported sentence that are no answers.
bool isAboutSentence(const std::string& name) {
    static const std::vector<std::string> kNames{"id", "text", "split", "category", "words", "source"};
    return name.empty() || std::ranges::find(kNames, name) != kNames.end();
}

Result<std::unique_ptr<corpus::RecordReader>> openTable(const std::string& file, std::stop_token stop) {
    NS_ASSIGN(auto bytes, corpus::openDecoded(file, "utf-8", std::move(stop)));
    NS_ASSIGN(const auto head, bytes->lookAhead());
    const corpus::Format format = corpus::detectFormat(file, head);
    using corpus::Format;
    if (format != Format::Csv && format != Format::Tsv && format != Format::JsonLines && format != Format::Json)
        return Error{ErrorCode::Unsupported, file, "labels are read from CSV, TSV or JSON lines",
                     "Write one column a descriptor and a column id or text"};
    return corpus::makeReader(format, std::move(bytes), 0);
}

/// Finds sentences by text or id.
class SentenceFinder {
public:
    static Result<SentenceFinder> make(store::Database& database) {
        NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
        NS_ASSIGN(auto byHash, database.prepare("SELECT id FROM sentence WHERE text_hash = ?"));
        return SentenceFinder(sentences, std::move(byHash));
    }

    /// Nothing: not in the corpus. Errors: Parse (neither text nor a number as id).
    Result<std::optional<std::uint32_t>> find(const corpus::RawRecord& record, const std::string& where) {
        if (const corpus::Field* text = record.find("text"))
            return byText(text->value);
        const corpus::Field* id = record.find("id");
        if (!id)
            return Error{ErrorCode::Parse, where, "the row has neither text nor id",
                         "Name the column of the sentences text or id"};
        return byId(id->value, where);
    }
    std::uint32_t sentences() const { return m_sentences; }

private:
    SentenceFinder(std::uint32_t sentences, store::Statement byHash)
        : m_sentences(sentences), m_byHash(std::move(byHash)) {}

    Result<std::optional<std::uint32_t>> byText(const std::string& text) {
        m_byHash.reset();
        const auto hash = corpus::hashColumn(hashText(corpus::cleanText(text).text));
        NS_ASSIGN(const bool row, m_byHash.bind(1, std::span<const std::byte>(hash)).step());
        if (!row)
            return std::optional<std::uint32_t>{};
        return std::optional(static_cast<std::uint32_t>(m_byHash.integer(0)));
    }

    Result<std::optional<std::uint32_t>> byId(const std::string& written, const std::string& where) const {
        const std::string digits = corpus::cleanText(written).text;
        std::uint32_t id = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
        if (error == std::errc::result_out_of_range)
            return std::optional<std::uint32_t>{};
        if (error != std::errc{} || end != digits.data() + digits.size())
            return Error{ErrorCode::Parse, where, "the id is not a sentence's number: " + digits.substr(0, 40), ""};
        return id < m_sentences ? std::optional(id) : std::nullopt;
    }

    std::uint32_t m_sentences;
    store::Statement m_byHash;
};

/// A column of a file as the answers about the descriptor of that name, which is made where it is missing.
Status storeColumn(store::Database& database, EngineId engine, const std::string& name, SentenceId first,
                   const std::vector<Answer>& answers) {
    NS_ASSIGN(const DescriptorId id, addDescriptor(database, name));
    NS_ASSIGN(auto select, database.prepare("SELECT q.text FROM descriptor d JOIN question q "
                                            "ON q.id = d.question_id WHERE d.id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{id.value}).step());
    if (!row)
        return Error{ErrorCode::Corrupt, database.path(), "a descriptor that was just stored is not there", ""};
    const std::string question = select.text(0);
    select.reset();
    return storeAnswers(database, engine, question, first, answers);
}

/// The answers of a file, in memory until all of it is known to be right.
class Collector {
public:
    explicit Collector(SentenceFinder finder) : m_finder(std::move(finder)) {}

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
        NS_ASSIGN(const EngineId engine, registerEngine(database, annotator, "import", ""));
        for (const std::string& name : m_order)
            NS_TRY(storeColumn(database, engine, name, SentenceId(0), m_columns.at(name)));
        return {};
    }

    ImportedLabels report() const {
        ImportedLabels report;
        report.unmatchedRows = m_unmatched;
        for (const std::string& name : m_order)
            for (const Answer answer : m_columns.at(name)) {
                report.counts.yes += answer == Answer::Yes;
                report.counts.no += answer == Answer::No;
            }
        report.counts.pairs = static_cast<std::uint64_t>(std::ranges::count(m_seen, 1)) * m_order.size();
        report.counts.unanswered = report.counts.pairs - report.counts.yes - report.counts.no;
        return report;
    }
    bool empty() const { return m_order.empty(); }

private:
    Status addAnswer(const corpus::Field& field, std::optional<std::uint32_t> sentence, const std::string& where) {
        const auto answer = field.kind == corpus::ValueKind::Null     ? std::optional<std::uint8_t>(0)
                            : field.kind == corpus::ValueKind::Nested ? std::nullopt
                                                                      : corpus::parseAnswer(field.value);
        if (!answer)
            return Error{ErrorCode::Parse, where + ": " + field.name,
                         "an answer is 0, 1, yes, no, true, false or empty, not " + field.value.substr(0, 40), ""};
        auto found = m_columns.find(field.name);
        if (found == m_columns.end()) {
            found = m_columns.emplace(field.name, std::vector<Answer>{}).first;
            m_order.push_back(field.name);
        }
        if (*answer == 0 || !sentence)
            return {};
        found->second.resize(m_finder.sentences(), Answer::Unanswered);
        found->second[*sentence] = static_cast<Answer>(*answer);
        return {};
    }

    void markSeen(std::uint32_t sentence) {
        m_seen.resize(m_finder.sentences(), 0);
        m_seen[sentence] = 1;
    }

    SentenceFinder m_finder;
    std::vector<std::string> m_order; ///< descriptors as first seen
    std::map<std::string, std::vector<Answer>> m_columns;
    std::vector<std::uint8_t> m_seen; ///< sentences with a row
    std::uint64_t m_unmatched = 0;
};

Result<Collector> collect(store::Database& database, const std::string& file, std::stop_token stop,
                          ProgressSink& progress) {
    NS_ASSIGN(auto reader, openTable(file, stop));
    NS_ASSIGN(auto finder, SentenceFinder::make(database));
    Collector collector(std::move(finder));
    std::error_code ignored; // a size that can't be asked for is an unknown total
    const auto bytes = std::filesystem::file_size(file, ignored);
    ProgressMeter meter(progress, "label", ignored ? 0 : bytes);
    corpus::RawRecord record;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, file, "stopped before the answers were stored", ""};
        NS_ASSIGN(const bool more, reader->next(record));
        if (!more)
            return collector;
        NS_TRY(collector.add(record, file + ":" + std::to_string(record.line)));
        meter.update(reader->position());
    }
}

} // namespace

Result<ImportedLabels> importLabels(store::Project& project, const std::string& file, const std::string& annotator,
                                    std::stop_token stop, ProgressSink& progress) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    store::Database& database = project.writer();
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(const Collector collector, collect(database, file, std::move(stop), progress));
    if (collector.empty())
        return Error{ErrorCode::Parse, file, "no column of answers was found", "Write one column a descriptor"};
    NS_TRY(collector.store(database, annotator));
    NS_TRY(transaction.commit());
    return collector.report();
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
