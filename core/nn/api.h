// What the nn module offers the rest of core. No torch in this header: the module is opened at first use (loader.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"

namespace neuroscribe::nn {

enum class Site : std::uint8_t { FfnOutput, FfnInner, AttentionOutput, BlockOutput };
enum class Pooling : std::uint8_t { Cls, Mean, Max };
enum class Precision : std::uint8_t { Float32, Float16 };
const char* siteName(Site site);          ///< "ffn-output", "ffn-inner", "attention-output", "block-output"
const char* poolingName(Pooling pooling); ///< "cls", "mean", "max"
Result<Site> parseSite(const std::string& name);
Result<Pooling> parsePooling(const std::string& name);

struct EncoderOptions {
    Site site = Site::FfnOutput;
    Pooling pooling = Pooling::Cls;
    /// "auto", "cpu", "cuda", "cuda:N"; "cpu:reference": the code for other devices, run on the processor (tests)
    std::string device = "auto";
    Precision precision = Precision::Float32; ///< of the arithmetic; Float16 only on CUDA
    unsigned threads = 0;                     ///< 0: all cores
};

/// A batch without padding: sentences lie one after the other.
struct PackedBatch {
    std::vector<std::int32_t> tokens;  ///< [total]
    std::vector<std::int32_t> offsets; ///< [sentences + 1], offsets[0] = 0, ascending, each sentence >= 2 tokens
    std::size_t sentences() const { return offsets.empty() ? 0 : offsets.size() - 1; }
};

/// A BERT-like encoder that returns activations of a site.
class Encoder {
public:
    virtual ~Encoder() = default;
    virtual std::uint32_t layers() const = 0;
    virtual std::uint32_t units() const = 0;     ///< per layer at the chosen site
    virtual std::uint32_t maxTokens() const = 0; ///< positions of the model, special tokens included
    virtual std::uint32_t vocabularySize() const = 0;
    /// Of the processor, that share the sentences of a batch; 0: another device computes.
    virtual unsigned threads() const { return 1; }
    virtual Hash128 weightsHash() const = 0;    ///< of the tensors used and the config
    virtual std::string deviceText() const = 0; ///< "CPU, 2 threads", "CUDA:0 NVIDIA H100"
    /// out: [sentences][layers * units], row-major float32. Deterministic for a batch; across batches within 1e-4.
    /// Errors: OutOfMemory, NonFinite (names sentence in batch and neuron), InvalidArgument (token out of range).
    virtual Status encode(const PackedBatch& batch, std::span<float> out) = 0;
};

/// Sentence vectors: mean (or cls/max) over tokens, optional dense layer, L2-normalised when the folder says so.
class SentenceEncoder {
public:
    virtual ~SentenceEncoder() = default;
    virtual std::uint32_t dimension() const = 0;
    virtual std::uint32_t maxTokens() const = 0;
    virtual Hash128 weightsHash() const = 0;
    /// out: [sentences][dimension], unit length.
    virtual Status encode(const PackedBatch& batch, std::span<float> out) = 0;
};

using TokenSequence = std::vector<std::int32_t>;

struct TextModelOptions {
    std::string device = "auto";              ///< as EncoderOptions::device
    Precision precision = Precision::Float32; ///< of the arithmetic; Float16 only on CUDA
    unsigned threads = 0;                     ///< 0: all cores
    /// Prompts of one call that begin alike compute their common beginning once (decoder-only models).
    bool sharePrefixes = true;
};

/// Where the model stands before it writes the first token of its answer.
struct FirstStep {
    std::vector<float> logits;    ///< [prompts][ids asked for], raw
    std::vector<float> logSumExp; ///< [prompts], over the whole vocabulary
};

/// A model that continues a prompt or answers it. Results do not depend on what else is in the call (within 1e-3).
/// Used from one thread at a time.
class TextModel {
public:
    virtual ~TextModel() = default;
    virtual bool isEncoderDecoder() const = 0;
    virtual std::uint32_t maxTokens() const = 0; ///< prompt and answer together; 0: the model sets no limit
    virtual std::uint32_t vocabularySize() const = 0;
    virtual const std::vector<std::int32_t>& endTokens() const = 0; ///< any of them ends an answer
    virtual Hash128 weightsHash() const = 0;                        ///< of the tensors used and the config
    virtual std::string deviceText() const = 0;
    /// Token positions that went through the layers since the model was loaded, encoder and decoder together.
    virtual std::uint64_t positionsComputed() const = 0;
    /// ids: token ids whose logits are wanted. Errors: InvalidArgument (empty prompt, token out of range, prompt longer
    /// than maxTokens), OutOfMemory, NonFinite, Cancelled.
    virtual Result<FirstStep> firstStep(std::span<const TokenSequence> prompts, std::span<const std::int32_t> ids,
                                        std::stop_token stop) = 0;
    /// Greedy: per prompt up to maxNewTokens ids, without the prompt; an end token ends it and is not among them.
    /// Errors: as firstStep.
    virtual Result<std::vector<TokenSequence>> generate(std::span<const TokenSequence> prompts,
                                                        std::uint32_t maxNewTokens, std::stop_token stop) = 0;
};

struct DeviceInfo {
    std::string name;        ///< "cpu", "cuda:0"
    std::string description; ///< "2 threads", "NVIDIA H100, 80 GB"
};
struct RuntimeInfo {
    std::string torchVersion;
    std::string blas;        ///< library file in use, as far as can be told
    double sgemmGflops = 0;  ///< of the BLAS, measured: 2048 x 768 x 3072, all threads
    std::string kernels;     ///< instruction set of the CPU encoder's own products: "avx512", "avx2", "generic"
    double kernelGflops = 0; ///< of those, measured alike
    unsigned threads = 0;
    std::vector<DeviceInfo> devices;
};

/// The module's face; one instance per process, made by the module's factory function. Thread-safe for loading;
/// an Encoder itself is used from one thread at a time.
class Runtime {
public:
    virtual ~Runtime() = default;
    /// Errors name file and tensor or key: NotFound, BadConfig, MissingTensor, ShapeMismatch, Corrupt, GitLfsPointer,
    /// Unsupported, Truncated, InvalidArgument (device).
    virtual Result<std::unique_ptr<Encoder>> loadEncoder(const std::string& folder, const EncoderOptions& options) = 0;
    virtual Result<std::unique_ptr<SentenceEncoder>>
    loadSentenceEncoder(const std::string& folder, const std::string& device, unsigned threads) = 0;
    virtual Result<std::unique_ptr<TextModel>> loadTextModel(const std::string& folder,
                                                             const TextModelOptions& options) = 0;
    virtual RuntimeInfo info(bool measureSgemm) = 0;
};

} // namespace neuroscribe::nn
