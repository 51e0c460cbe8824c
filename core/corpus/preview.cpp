#include <algorithm>
#include <chrono>

#include "core/corpus/importer.h"
#include "core/corpus/selection.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::size_t kShownRecords = 50;
constexpr std::size_t kShownBytes = 20'000; ///< of one text
constexpr std::uint64_t kPeriod = 256;
constexpr auto kReportEvery = std::chrono::milliseconds(200);

class PreviewRun {
public:
    PreviewRun(const ImportOptions& options, std::stop_token stop, const std::function<void(const Preview&)>& partial)
        : m_options(options), m_stop(std::move(stop)), m_partial(partial) {}

    Result<Preview> run(const std::vector<std::string>& files) {
        for (const std::string& file : files) {
            const Status read = readFile(file);
            if (!read && read.error().code == ErrorCode::Cancelled)
                return finished(false);
            NS_TRY(read);
        }
        return finished(true);
    }

private:
    Status readFile(const std::string& file) {
        NS_ASSIGN(RecordStream stream, RecordStream::sample(file, m_options, m_stop));
        const Status mapped = stream.mapFields(m_options);
        describeFile(stream);
        if (!mapped) {
            report(); // which fields there are: a person chooses one of them
            return mapped;
        }
        RawRecord record;
        for (;;) {
            NS_ASSIGN(const bool more, stream.next(record));
            if (!more)
                return {};
            takeRecord(record, stream);
            if (m_preview.counts.read == kShownRecords)
                report();
            if (m_preview.counts.read % kPeriod != 0)
                continue;
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, file, "the preview was stopped", {}};
            if (std::chrono::steady_clock::now() - m_reported >= kReportEvery)
                report();
        }
    }

    /// The first file decides what the dialog shows as detected.
    void describeFile(const RecordStream& stream) {
        if (m_preview.format != Format::Auto)
            return;
        m_preview.format = stream.format();
        m_preview.fields = stream.fields().names;
        m_preview.textField = stream.fields().text;
        m_preview.categoryField = stream.fields().category;
        m_preview.delimiter = stream.delimiter();
    }

    void takeRecord(const RawRecord& record, const RecordStream& stream) {
        ImportCounts& counts = m_preview.counts;
        ++counts.read;
        const Judgement judgement = judge(record, stream, m_options);
        counts.replacedUtf8 += judgement.replacedUtf8 ? 1 : 0;
        counts.unreadableLabels += judgement.unreadableLabels;
        if (m_preview.records.size() < kShownRecords)
            m_preview.records.push_back(shown(record, stream, judgement));
        if (const Reason* reason = std::get_if<Reason>(&judgement.verdict))
            ++counts.dropped[*reason];
        else if (!m_seen.insert(judgement.candidate()->hash).second)
            ++counts.dropped[Reason::Duplicate];
        else
            ++m_perCategory[judgement.candidate()->category];
    }

    PreviewRecord shown(const RawRecord& record, const RecordStream& stream, const Judgement& judgement) const {
        PreviewRecord shown;
        shown.source = stream.sourceOf(record);
        const Reason* reason = std::get_if<Reason>(&judgement.verdict);
        shown.verdict = reason ? reasonName(*reason) : "kept";
        const auto value = [&record](const std::string& name) {
            const Field* field = name.empty() ? nullptr : record.find(name);
            return field ? field->value.substr(0, kShownBytes) : std::string();
        };
        const Candidate* candidate = judgement.candidate();
        shown.text = candidate ? candidate->text : value(stream.fields().text);
        shown.category = candidate ? candidate->category : value(stream.fields().category);
        if (!record.problem.empty())
            shown.text = record.raw;
        for (const std::string& name : m_options.labelFields)
            shown.labels.push_back(value(name));
        return shown;
    }

    /// What the cap would keep, and the halves it would give, as far as was read.
    void count() {
        ImportCounts& counts = m_preview.counts;
        counts.kept = 0;
        counts.categories.clear();
        std::uint64_t over = 0;
        for (const auto& [name, found] : m_perCategory) {
            const std::uint64_t cap = m_options.maxPerCategory;
            const std::uint64_t kept = cap == 0 ? found : std::min(found, cap);
            over += found - kept;
            counts.kept += kept;
            counts.categories[name] = kept;
        }
        counts.split[0] = counts.kept / 2 + counts.kept % 2;
        counts.split[1] = counts.kept / 2;
        if (over > 0)
            counts.dropped[Reason::OverCategoryCap] = over;
    }

    void report() {
        m_reported = std::chrono::steady_clock::now();
        count();
        if (m_partial)
            m_partial(m_preview);
    }

    Preview finished(bool complete) {
        m_preview.complete = complete;
        report();
        return std::move(m_preview);
    }

    const ImportOptions& m_options;
    std::stop_token m_stop;
    const std::function<void(const Preview&)>& m_partial;
    Preview m_preview;
    HashSet m_seen;
    std::map<std::string, std::uint64_t> m_perCategory;
    std::chrono::steady_clock::time_point m_reported = std::chrono::steady_clock::now();
};

} // namespace

Result<Preview> previewImport(const std::vector<std::string>& files, const ImportOptions& options, std::stop_token stop,
                              const std::function<void(const Preview&)>& partial) {
    NS_TRY(options.validate());
    return PreviewRun(options, std::move(stop), partial).run(files);
}

} // namespace neuroscribe::corpus
