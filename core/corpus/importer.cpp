#include "core/corpus/importer.h"

#include <filesystem>

#include "core/corpus/corpus_writer.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::uint64_t kStopPeriod = 256;

Error cancelled() {
    return {ErrorCode::Cancelled, "import", "the import was cancelled; nothing was added", {}};
}

std::uint64_t bytesOf(const std::vector<std::string>& files) {
    std::uint64_t bytes = 0;
    for (const std::string& file : files) {
        std::error_code failure;
        const auto size = std::filesystem::file_size(file, failure);
        bytes += failure ? 0 : size;
    }
    return bytes;
}

/// One import on its way from files to the database.
class Import {
public:
    Import(store::Database& database, const ImportOptions& options, std::stop_token stop, ProgressSink& progress)
        : m_database(database), m_options(options), m_stop(std::move(stop)), m_progress(progress) {}

    Result<ImportCounts> run(const std::vector<std::string>& files, const LabelHook& storeLabels) {
        NS_ASSIGN(auto transaction, store::Transaction::begin(m_database));
        NS_ASSIGN(m_present, loadPresentCorpus(m_database));
        NS_ASSIGN(CorpusWriter writer, CorpusWriter::begin(m_database, files, m_options));
        Selection selection(m_options.maxPerCategory, m_options.seed, std::move(m_present.texts),
                            m_present.perCategory());
        NS_TRY(readFiles(files, selection, writer));
        const std::vector<Candidate> sentences = selection.take();
        const SentenceId first(static_cast<std::uint32_t>(m_present.sentences));
        NS_TRY(writer.addSentences(sentences, sidesOf(sentences), m_present, m_counts, m_stop, m_progress));
        if (!m_options.labelFields.empty())
            NS_TRY(storeLabels(m_database, labelsOf(sentences, first)));
        NS_TRY(writer.finish(m_counts));
        if (m_stop.stop_requested())
            return cancelled();
        NS_TRY(transaction.commit());
        return m_counts;
    }

private:
    Status readFiles(const std::vector<std::string>& files, Selection& selection, CorpusWriter& writer) {
        ProgressMeter meter(m_progress, "import", bytesOf(files));
        for (const std::string& file : files) {
            NS_ASSIGN(RecordStream stream, RecordStream::open(file, m_options, m_stop));
            NS_TRY(readFile(stream, selection, writer, meter));
            m_bytesBefore += stream.position();
        }
        return {};
    }

    Status readFile(RecordStream& stream, Selection& selection, CorpusWriter& writer, ProgressMeter& meter) {
        RawRecord record;
        for (;;) {
            NS_ASSIGN(const bool more, stream.next(record));
            if (!more)
                return {};
            NS_TRY(takeRecord(record, stream, selection, writer));
            if (m_counts.read % kStopPeriod != 0)
                continue;
            if (m_stop.stop_requested())
                return cancelled();
            meter.update(m_bytesBefore + stream.position());
        }
    }

    Status takeRecord(const RawRecord& record, const RecordStream& stream, Selection& selection, CorpusWriter& writer) {
        ++m_counts.read;
        Judgement judgement = judge(record, stream, m_options);
        m_counts.replacedUtf8 += judgement.replacedUtf8 ? 1 : 0;
        m_counts.unreadableLabels += judgement.unreadableLabels;
        if (const Reason* reason = std::get_if<Reason>(&judgement.verdict)) {
            ++m_counts.dropped[*reason];
            return writer.reject(*reason, stream.sourceOf(record), record.raw);
        }
        const auto dropped = selection.add(std::get<Candidate>(std::move(judgement.verdict)));
        if (!dropped)
            return {};
        ++m_counts.dropped[dropped->reason];
        return writer.reject(dropped->reason, dropped->source, dropped->text);
    }

    std::vector<Split> sidesOf(const std::vector<Candidate>& sentences) const {
        std::vector<std::string> categories;
        categories.reserve(sentences.size());
        for (const Candidate& sentence : sentences)
            categories.push_back(sentence.category);
        return assignSides(categories, m_present.sides, m_options.seed);
    }

    ImportedLabelColumns labelsOf(const std::vector<Candidate>& sentences, SentenceId first) const {
        ImportedLabelColumns columns{first, m_options.labelFields, {}};
        columns.answers.resize(columns.names.size());
        for (std::size_t column = 0; column < columns.names.size(); ++column)
            for (const Candidate& sentence : sentences)
                columns.answers[column].push_back(sentence.labels[column]);
        return columns;
    }

    store::Database& m_database;
    const ImportOptions& m_options;
    std::stop_token m_stop;
    ProgressSink& m_progress;
    PresentCorpus m_present;
    ImportCounts m_counts;
    std::uint64_t m_bytesBefore = 0;
};

} // namespace

Result<ImportCounts> importFiles(store::Project& project, const std::vector<std::string>& files,
                                 const ImportOptions& options, std::stop_token stop, ProgressSink& progress,
                                 const LabelHook& storeLabels) {
    NS_TRY(options.validate());
    if (files.empty())
        return Error{ErrorCode::InvalidArgument, "import", "no file was named", {}};
    if (!options.labelFields.empty() && !storeLabels)
        return Error{ErrorCode::InvalidArgument, "label fields", "nothing was given that stores labels", {}};
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    return Import(project.writer(), options, std::move(stop), progress).run(files, storeLabels);
}

Result<std::vector<RejectedRow>> loadRejected(store::Database& database, std::uint32_t limit) {
    NS_ASSIGN(auto select, database.prepare("SELECT source, reason, raw FROM rejected WHERE import_id = "
                                            "(SELECT max(id) FROM import) ORDER BY rowid LIMIT ?"));
    select.bind(1, std::int64_t{limit});
    std::vector<RejectedRow> rows;
    for (;;) {
        NS_ASSIGN(const bool more, select.step());
        if (!more)
            return rows;
        RejectedRow row{select.text(0), Reason::Invalid, select.text(2)};
        const std::string name = select.text(1);
        for (const Reason reason : {Reason::TooShort, Reason::TooLong, Reason::Language, Reason::Duplicate,
                                    Reason::Empty, Reason::OverCategoryCap})
            if (name == reasonName(reason))
                row.reason = reason;
        rows.push_back(std::move(row));
    }
}

} // namespace neuroscribe::corpus
