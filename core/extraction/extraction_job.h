// The whole extraction as an object: find out what is missing, compute it, rank, verify. Lives on one thread.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/extraction/background.h"
#include "core/extraction/extractor.h"
#include "core/extraction/segment_input.h"
#include "core/extraction/segment_job.h"
#include "core/store/sqlite.h"

namespace neuroscribe::extraction {

struct JobInputs {
    store::Project& project;
    nn::Encoder& encoder;
    const text::Tokenizer& tokenizer;
    const ExtractOptions& options;
    std::optional<nn::RuntimeInfo> runtime;             ///< for the run's parameters
    std::function<Result<nn::Encoder*>()> verification; ///< the float32 encoder, when verify asks for it
};

class ExtractionJob {
public:
    ExtractionJob(const JobInputs& inputs, std::stop_token stop, ProgressSink& progress);
    Result<ExtractResult> run();

private:
    Status openStudy();
    Status findOrMakeRun();
    Status scan();
    Status isIntact(std::uint32_t index, const Hash128& sentencesHash) const;
    Status noteResume();
    Status checkSpace() const;
    Status computeMissing();
    Status computeSegment(const SegmentInput& input, ProgressMeter& meter);
    void startTokenizing(std::uint32_t index, const std::vector<std::string>& texts);
    Result<std::vector<std::string>> texts(std::uint32_t index);
    Status startWriting(SegmentRows rows, const SegmentInput& input);
    Status waitForWrite();
    Status rank();
    Status verify();

    JobInputs m_inputs;
    std::stop_token m_stop;
    ProgressSink& m_progress;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::optional<store::Database> m_database;
    std::uint32_t m_sentences = 0;
    Hash128 m_corpusHash;
    Hash128 m_runHash;
    std::string m_folder;
    BatchLimits m_limits;
    std::vector<std::uint32_t> m_missing; ///< segments to compute
    std::uint32_t m_computed = 0;         ///< sentences computed now, written or not
    std::uint32_t m_replayed = 0;         ///< sentences found in journals
    ExtractResult m_result;
    Background<SegmentInput> m_tokenizing; ///< last: they refer to the others
    Background<std::uint32_t> m_writing;
};

} // namespace neuroscribe::extraction
