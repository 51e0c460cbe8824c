#include "core/extraction/extractor.h"

#include <exception>
#include <memory>
#include <new>

#include "core/extraction/extraction_job.h"
#include "core/nn/loader.h"

namespace neuroscribe::extraction {
namespace {

constexpr std::uint32_t kMaxVerify = 4096;
constexpr std::uint64_t kMaxNeurons = 1U << 24;

/// Work on other threads can only fail by throwing where the system refuses memory or a thread.
Result<ExtractResult> runJob(const JobInputs& inputs, std::stop_token stop, ProgressSink& progress) try {
    const std::uint64_t neurons = std::uint64_t{inputs.encoder.layers()} * inputs.encoder.units();
    if (neurons == 0 || neurons > kMaxNeurons)
        return Error{ErrorCode::BadConfig, inputs.options.model,
                     "the model has " + std::to_string(neurons) + " neurons at this site", ""};
    ExtractionJob job(inputs, std::move(stop), progress);
    return job.run();
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "extraction", "not enough memory for a segment of activations",
                 "Close other programs and run it again"};
} catch (const std::exception& failure) {
    return Error{ErrorCode::Internal, "extraction", failure.what(), ""};
}

} // namespace

Status ExtractOptions::validate() const {
    if (verify > kMaxVerify)
        return Error{ErrorCode::InvalidArgument, "verify", "at most 4096 sentences can be recomputed", ""};
    if (!(journalSeconds >= 0))
        return Error{ErrorCode::InvalidArgument, "journalSeconds", "the interval can't be negative", ""};
    return {};
}

Result<ExtractResult> extract(store::Project& project, nn::Encoder& encoder, const text::Tokenizer& tokenizer,
                              const ExtractOptions& options, std::stop_token stop, ProgressSink& progress) {
    NS_TRY(options.validate());
    const JobInputs inputs{project, encoder,      tokenizer,
                           options, std::nullopt, [&encoder]() -> Result<nn::Encoder*> { return &encoder; }};
    return runJob(inputs, std::move(stop), progress);
}

Result<ExtractResult> extract(store::Project& project, const ExtractOptions& options, std::stop_token stop,
                              ProgressSink& progress) {
    NS_TRY(options.validate());
    if (options.model.empty())
        return Error{ErrorCode::InvalidArgument, "model", "no model folder is given", ""};
    NS_ASSIGN(nn::Runtime* const runtime, nn::runtime());
    NS_ASSIGN(const auto encoder, runtime->loadEncoder(options.model, options.encoder));
    NS_ASSIGN(const auto tokenizer, text::loadTokenizer(options.model));
    std::unique_ptr<nn::Encoder> exact;
    JobInputs inputs{project, *encoder, *tokenizer, options, runtime->info(false), {}};
    inputs.verification = [&]() -> Result<nn::Encoder*> {
        if (options.encoder.precision == nn::Precision::Float32)
            return encoder.get();
        nn::EncoderOptions float32 = options.encoder;
        float32.precision = nn::Precision::Float32;
        NS_ASSIGN(exact, runtime->loadEncoder(options.model, float32));
        return exact.get();
    };
    return runJob(inputs, std::move(stop), progress);
}

} // namespace neuroscribe::extraction
