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
    std::uint32_t verify = 0;                   ///< recompute this many sentences in float32 (0: none)
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
    std::uint64_t tokens = 0;
    double seconds = 0;
    double sentencesPerSecond = 0;
    std::uint32_t resumedFrom = 0; ///< sentences found finished
    bool resumeExact = true;       ///< false: other binary, CPU, BLAS or thread count than the stored part
    std::optional<VerifyReport> verified;
};

/// The encoder is passed in, so that tests and benches can use a synthetic one. Cancelled: finished segments stay, run
/// again to resume. Ranks of both splits are built at the end. Errors: DiskFull, Overflow (suggests float32),
/// NonFinite, Cancelled, MissingInput (no corpus).
Result<ExtractResult> extract(store::Project& project, nn::Encoder& encoder, const text::Tokenizer& tokenizer,
                              const ExtractOptions& options, std::stop_token stop, ProgressSink& progress);

/// Loads runtime, encoder and tokenizer, then the above.
Result<ExtractResult> extract(store::Project& project, const ExtractOptions& options, std::stop_token stop,
                              ProgressSink& progress);

/// The newest finished run, or nothing.
Result<std::optional<RunInfo>> currentRun(store::Database& database);

/// One neuron's stored values for all sentences in id order, as float. values.size() == run.sentences.
Status readNeuron(const std::string& activationsFolder, const RunInfo& run, NeuronId neuron, std::span<float> values);

} // namespace neuroscribe::extraction
