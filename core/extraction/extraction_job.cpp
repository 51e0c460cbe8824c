#include "core/extraction/extraction_job.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "core/corpus/sentence.h"
#include "core/extraction/ranks.h"
#include "core/extraction/run_reader.h"
#include "core/extraction/run_record.h"
#include "core/extraction/verify.h"
#include "core/store/files.h"

namespace neuroscribe::extraction {
namespace {

Error cancelled() {
    return {ErrorCode::Cancelled, "extraction", "it was stopped", "Run it again to continue"};
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What a kill left half-written.
void removeParts(const std::string& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".part")
            std::filesystem::remove(entry.path(), ignored);
}

std::string megabytes(std::uint64_t bytes) {
    return std::to_string(bytes / 1'000'000 + 1) + " MB (" + std::to_string(bytes) + " bytes)";
}

} // namespace

ExtractionJob::ExtractionJob(const JobInputs& inputs, std::stop_token stop, ProgressSink& progress)
    : m_inputs(inputs), m_stop(std::move(stop)), m_progress(progress),
      m_limits(batchLimits(inputs.encoder, inputs.options.batchTokens)) {}

Result<ExtractResult> ExtractionJob::run() {
    NS_TRY(openStudy());
    NS_TRY(findOrMakeRun());
    NS_TRY(scan());
    NS_TRY(noteResume());
    NS_TRY(checkSpace());
    const auto computing = std::chrono::steady_clock::now();
    if (const Status computed = computeMissing(); !computed) {
        // A segment may still be on its way to the disk: it counts, whatever stopped the rest.
        static_cast<void>(waitForWrite().ok());
        return computed.error();
    }
    if (m_computed > 0)
        m_result.sentencesPerSecond = m_computed / std::max(1e-9, secondsSince(computing));
    NS_TRY(rank());
    m_result.run.sentences = m_sentences;
    m_result.run.finished = true;
    NS_TRY(storeProgress(*m_database, m_result.run));
    NS_TRY(verify());
    m_result.resumedFrom += m_replayed;
    m_result.seconds = secondsSince(m_start);
    return m_result;
}

Status ExtractionJob::openStudy() {
    store::Project& project = m_inputs.project;
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open for reading only", ""};
    NS_ASSIGN(m_database, store::Database::open(project.connection().path(), store::OpenMode::ReadWrite));
    NS_ASSIGN(const auto count, m_database->integer("SELECT count(*) FROM sentence"));
    if (count.value_or(0) <= 0 || *count > UINT32_MAX)
        return Error{ErrorCode::MissingInput, project.folder(), "the study has no sentences", "Import a corpus first"};
    m_sentences = static_cast<std::uint32_t>(*count);
    NS_ASSIGN(m_corpusHash, corpus::corpusHash(*m_database));
    return {};
}

Status ExtractionJob::findOrMakeRun() {
    const nn::Encoder& encoder = m_inputs.encoder;
    m_runHash = runHash(encoder, m_inputs.tokenizer, m_inputs.options);
    NS_ASSIGN(std::optional<RunInfo> found, findRun(*m_database, m_runHash));
    if (found) {
        m_result.run = *found;
    } else {
        RunInfo run;
        run.runHash = m_runHash.hex();
        run.folder = run.runHash.substr(0, 16);
        run.model = m_inputs.options.model;
        run.site = m_inputs.options.encoder.site;
        run.pooling = m_inputs.options.encoder.pooling;
        run.dtype = m_inputs.options.dtype;
        run.layers = encoder.layers();
        run.units = encoder.units();
        NS_ASSIGN(m_result.run, insertRun(*m_database, run, encoder.weightsHash(),
                                          runParameters(encoder, m_inputs.options, m_inputs.runtime)));
    }
    if (m_result.run.layers != encoder.layers() || m_result.run.units != encoder.units())
        return Error{ErrorCode::Corrupt, "run " + std::to_string(m_result.run.id),
                     "the stored shape is not that of the model", ""};
    m_folder = runFolder(m_inputs.project.activationsFolder(), m_result.run);
    NS_TRY(store::makeFolders(m_folder));
    removeParts(m_folder);
    return {};
}

Result<std::vector<std::string>> ExtractionJob::texts(std::uint32_t index) {
    const std::uint32_t count = segmentSentences(m_sentences, index);
    NS_ASSIGN(auto loaded, corpus::loadTexts(*m_database, SentenceId(index * store::kSegmentSentences), count));
    if (loaded.size() != count)
        return Error{ErrorCode::Corrupt, m_inputs.project.folder(), "sentence ids are not consecutive", ""};
    return loaded;
}

/// Checks the values too: a segment that a disk has damaged is made again.
Status ExtractionJob::isIntact(std::uint32_t index, const Hash128& sentencesHash) const {
    const std::string path = store::segmentPath(m_folder, index);
    NS_ASSIGN(const store::SegmentReader reader, store::SegmentReader::open(path));
    NS_TRY(checkSegment(reader.header(), m_result.run, index, segmentSentences(m_sentences, index), path));
    if (reader.header().sentencesHash != sentencesHash)
        return Error{ErrorCode::Stale, path, "the sentences have changed", ""};
    return reader.verify();
}

Status ExtractionJob::scan() {
    for (std::uint32_t i = 0; i < segmentCount(m_sentences); ++i) {
        if (m_stop.stop_requested())
            return cancelled();
        NS_ASSIGN(const std::vector<std::string> loaded, texts(i));
        const Status intact = isIntact(i, hashSentences(loaded));
        if (intact) {
            m_result.resumedFrom += segmentSentences(m_sentences, i);
            std::error_code ignored; // killed after the segment was renamed and before its journal was removed
            std::filesystem::remove(journalPath(m_folder, i), ignored);
            continue;
        }
        if (intact.error().code == ErrorCode::NewerVersion)
            return intact;
        m_missing.push_back(i);
    }
    return {};
}

/// Segments of two machines in one run differ in the last bits; say so, and remember it with the run.
Status ExtractionJob::noteResume() {
    if (m_missing.empty())
        return {};
    const std::string now = runParameters(m_inputs.encoder, m_inputs.options, m_inputs.runtime);
    NS_ASSIGN(const std::string before, storedParameters(*m_database, m_result.run.id));
    std::error_code ignored;
    const bool journal = std::filesystem::exists(journalPath(m_folder, m_missing.front()), ignored);
    const bool resumed = m_result.resumedFrom > 0 || journal;
    m_result.resumeExact = !resumed || before == now;
    if (before != now)
        NS_TRY(storeParameters(*m_database, m_result.run.id, resumed ? markMixed(now) : now));
    m_result.run.sentences = m_result.resumedFrom;
    m_result.run.finished = false;
    return storeProgress(*m_database, m_result.run);
}

Status ExtractionJob::checkSpace() const {
    if (m_missing.empty())
        return {};
    constexpr std::uint64_t kSlack = 16'000'000;
    const std::uint64_t row = std::uint64_t{m_result.run.neurons()} * store::sizeOf(m_result.run.dtype);
    std::uint64_t needed = kSlack + rankBytes(m_result.run.neurons(), m_sentences);
    for (const std::uint32_t index : m_missing)
        needed += row * segmentSentences(m_sentences, index);
    needed += row * segmentSentences(m_sentences, m_missing.front()); // the journal
    NS_ASSIGN(const std::uint64_t available, store::freeBytes(m_folder));
    if (needed <= available)
        return {};
    return Error{ErrorCode::DiskFull, m_folder, megabytes(needed) + " needed, " + megabytes(available) + " available",
                 "Free some space, or move the study to a larger disk"};
}

void ExtractionJob::startTokenizing(std::uint32_t index, const std::vector<std::string>& loaded) {
    m_tokenizing.start([this, index, loaded] {
        return tokenizeSegment(index, loaded, m_inputs.tokenizer, m_inputs.encoder.maxTokens(), m_limits, m_stop);
    });
}

Status ExtractionJob::computeMissing() {
    ProgressMeter meter(m_progress, "extract", m_sentences, m_result.resumedFrom);
    for (std::size_t i = 0; i < m_missing.size(); ++i) {
        if (i == 0) {
            NS_ASSIGN(const std::vector<std::string> loaded, texts(m_missing[0]));
            startTokenizing(m_missing[0], loaded);
        }
        NS_ASSIGN(const SegmentInput input, m_tokenizing.wait());
        if (i + 1 < m_missing.size()) {
            NS_ASSIGN(const std::vector<std::string> loaded, texts(m_missing[i + 1]));
            startTokenizing(m_missing[i + 1], loaded);
        }
        NS_TRY(computeSegment(input, meter));
    }
    return waitForWrite();
}

Status ExtractionJob::computeSegment(const SegmentInput& input, ProgressMeter& meter) {
    const RunInfo& run = m_result.run;
    const RowShape shape{run.dtype, input.index * store::kSegmentSentences, input.sentences(), run.layers, run.units};
    SegmentJob job(m_inputs.encoder, input, shape, m_folder, m_runHash, m_inputs.options.journalSeconds);
    const std::uint32_t before = m_result.resumedFrom + m_replayed + m_computed;
    NS_TRY(job.run(m_stop, [&](std::uint32_t rows) -> Status {
        meter.update(before + rows);
        // A full disk shows while the next segment is being computed: don't compute on in vain.
        return m_writing.finished() ? waitForWrite() : Status();
    }));
    meter.update(before + input.sentences());
    m_replayed += job.replayed();
    m_computed += input.sentences() - job.replayed();
    m_result.tokens += input.tokenCount;
    return startWriting(job.takeRows(), input);
}

/// One segment is written while the next one is computed, no more: the memory stays bounded.
Status ExtractionJob::startWriting(SegmentRows rows, const SegmentInput& input) {
    NS_TRY(waitForWrite());
    store::SegmentHeader header;
    header.dtype = rows.shape().dtype;
    header.index = input.index;
    header.firstSentence = rows.shape().firstSentence;
    header.sentences = rows.shape().sentences;
    header.neurons = rows.shape().neurons();
    header.run = m_runHash;
    header.sentencesHash = input.sentencesHash;
    auto owned = std::make_shared<const SegmentRows>(std::move(rows));
    m_writing.start([this, header, owned]() -> Result<std::uint32_t> {
        NS_TRY(store::writeSegment(m_folder, header, owned->neuronMajor()));
        std::error_code ignored;
        std::filesystem::remove(journalPath(m_folder, header.index), ignored);
        return header.sentences;
    });
    return {};
}

Status ExtractionJob::waitForWrite() {
    if (!m_writing.running())
        return {};
    NS_ASSIGN(const std::uint32_t written, m_writing.wait());
    m_result.run.sentences += written;
    return storeProgress(*m_database, m_result.run);
}

Status ExtractionJob::rank() {
    NS_ASSIGN(const corpus::CorpusIndex index, corpus::loadIndex(*m_database));
    RunInfo run = m_result.run;
    run.sentences = m_sentences;
    return buildRunRanks(m_inputs.project.activationsFolder(), run, index, m_corpusHash, m_stop, m_progress);
}

Status ExtractionJob::verify() {
    if (m_inputs.options.verify == 0)
        return {};
    NS_ASSIGN(nn::Encoder* const encoder, m_inputs.verification());
    VerifyRequest request{m_inputs.options.verify, m_inputs.options.seed};
    NS_ASSIGN(m_result.verified, verifyRun(*m_database, m_inputs.project.activationsFolder(), m_result.run, *encoder,
                                           m_inputs.tokenizer, request, m_stop, m_progress));
    return {};
}

} // namespace neuroscribe::extraction
