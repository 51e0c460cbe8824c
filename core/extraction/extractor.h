// Runs every sentence through the encoder and stores one activation per (sentence, neuron) in segments (SCIENCE
// "neuron").
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/nn/api.h"
#include "core/store/project.h"
#include "core/store/segment.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::extraction {

struct ExtractOptions {
    std::string model; ///< Hugging Face folder
    nn::EncoderOptions encoder;
    store::DType dtype = store::DType::Float16; ///< of storage
    std::uint32_t verify = 0;                   ///< recompute this many sentences in float32 (0: none), at most 4,096
    std::uint64_t seed = 20230101;              ///< of the sentences that verify draws
    std::uint32_t batchTokens = 0;              ///< of a batch; 0: chosen for the device and the model's size
    double journalSeconds = 5; ///< batches of an unfinished segment are made safe this often, 0: each at once
    Status validate() const;
};

struct RunInfo {
    std::int64_t id = 0;
    std::string folder; ///< name inside activations/
    std::string model;
    std::string runHash;
    nn::Site site = nn::Site::FfnOutput;
    nn::Pooling pooling = nn::Pooling::Cls;
    store::DType dtype = store::DType::Float16;
    std::uint32_t layers = 0;
    std::uint32_t units = 0;
    std::uint32_t sentences = 0; ///< finished
    bool finished = false;
    std::uint32_t neurons() const { return layers * units; }
};

struct VerifyReport {
    std::uint32_t sentences = 0;
    double largestDeviation = 0;
    double topOverlap = 0; ///< mean over neurons of the overlap of the top 1 % among the recomputed
};

struct ExtractResult {
    RunInfo run;
    std::uint64_t tokens = 0; ///< of the sentences computed now
    double seconds = 0;
    double sentencesPerSecond = 0; ///< of those computed now; 0 when there was nothing to compute
    std::uint32_t resumedFrom = 0; ///< sentences found finished
    bool resumeExact = true;       ///< false: other version, device, CPU, BLAS or threads than the stored part
    std::optional<VerifyReport> verified;
};

/// The encoder is passed in, so that tests and benches can use a synthetic one. Cancelled or killed: what is finished
/// stays, run again to resume; the result is the same byte for byte. Missing and damaged segments are made again, the
/// intact ones stay. Ranks of both splits are built at the end. Writes to the database on a connection of its own, so
/// that it may run beside the thread that owns project.writer(). Errors: DiskFull (needed and free bytes), Overflow
/// (suggests float32), NonFinite (neuron and sentence), Cancelled, MissingInput (no corpus), ReadOnly, and the
/// encoder's.
Result<ExtractResult> extract(store::Project& project, nn::Encoder& encoder, const text::Tokenizer& tokenizer,
                              const ExtractOptions& options, std::stop_token stop, ProgressSink& progress);

/// Loads runtime, encoder and tokenizer, then the above. verify uses an encoder in float32, whatever the run's
/// precision.
Result<ExtractResult> extract(store::Project& project, const ExtractOptions& options, std::stop_token stop,
                              ProgressSink& progress);

/// The run that was finished last, or nothing. Errors: Corrupt (a row that makes no sense).
Result<std::optional<RunInfo>> currentRun(store::Database& database);

/// One neuron's stored values for all sentences in id order, as float. values.size() == run.sentences.
/// Errors: NotFound, Corrupt, Truncated naming the segment; Stale (a segment of another run); InvalidArgument.
Status readNeuron(const std::string& activationsFolder, const RunInfo& run, NeuronId neuron, std::span<float> values);

} // namespace neuroscribe::extraction
