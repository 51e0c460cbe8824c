// A language model that answers prompts: on this machine (T5, GPT-NeoX; nn/api.h) or behind an OpenAI-compatible
// server.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::llm {

using Prompt = std::vector<text::PromptPart>;

/// Why a prompt has no usable answer. Stored with the sentence; such a prompt can be asked again.
enum class Failure : std::uint8_t {
    None,
    Refused,    ///< the server will not answer this prompt (4xx other than 429)
    Unparsable, ///< an answer, but neither Yes nor No
    Undecided,  ///< margin 0, or Yes and No together hold less than 0.05 of the probability
    TooLong,    ///< the prompt does not fit the model
    TimedOut,
    Network, ///< no connection, reset, TLS
    Server,  ///< 5xx or 429 to the end, or a reply that is not the protocol's
};
const char* failureName(Failure failure); ///< "none", "refused", "unparsable", ...

/// What was written in answer to a prompt.
struct Reply {
    std::string text;    ///< raw, valid UTF-8
    bool cutOff = false; ///< ended by maxTokens, not by the model: the last words may be half written
    Failure failure = Failure::None;
    std::string detail; ///< English; empty where nothing failed; never a key
};

enum class Verdict : std::uint8_t { Unanswered = 0, No = 1, Yes = 2 }; ///< values as labels::Answer

struct YesNoReply {
    Verdict verdict = Verdict::Unanswered;
    /// logsumexp of the spellings of Yes minus that of No (SCIENCE, "p2"); where the engine gives it.
    std::optional<float> margin;
    std::string text; ///< raw, valid UTF-8; empty for an engine that compares logits
    Failure failure = Failure::None;
    std::string detail;
};

/// Used from one thread at a time.
class LanguageModel {
public:
    virtual ~LanguageModel() = default;
    virtual const std::string& spec() const = 0; ///< as it was given; holds no key
    /// What answers: a hash of weights, tokenizer and Yes/No spellings, or server and model name. Part of the key under
    /// which answers are stored.
    virtual std::string identity() const = 0;
    virtual std::string description() const = 0; ///< for people: device, or server and model
    /// The turns that it puts around each prompt, a template with {prompt}; part of the identity.
    virtual std::string wrapperText() const { return "{prompt}"; }
    virtual std::size_t promptsAtOnce() const = 0; ///< prompts in a call that keep it busy; more are fine
    /// Prompts under way at a time: what a sudden end may have to ask again. Answers are committed in such batches.
    virtual std::size_t promptsInFlight() const { return promptsAtOnce(); }
    /// For people, before the first request: what is sent where. Empty where nothing leaves this machine.
    virtual std::string describeTraffic() const { return {}; }
    /// Tokens of a prompt; nothing where the engine can't tell.
    virtual std::optional<std::uint64_t> countTokens(const Prompt& prompt) const = 0;

    /// `done` is called on the calling thread, once per prompt, in any order, as answers arrive; an error it returns
    /// ends the call. A prompt that fails is answered with its reason. Errors: only what makes going on pointless
    /// (the key is refused, the model is unknown, no server, out of memory), and Cancelled within a second of `stop`.
    using OnReply = std::function<Status(std::size_t prompt, Reply reply)>;
    virtual Status generate(std::span<const Prompt> prompts, std::uint32_t maxTokens, std::stop_token stop,
                            const OnReply& done) = 0;
    using OnYesNo = std::function<Status(std::size_t prompt, YesNoReply reply)>;
    /// Prompts that begin alike should lie side by side: their beginning is computed (or cached by a server) once.
    virtual Status askYesNo(std::span<const Prompt> prompts, std::stop_token stop, const OnYesNo& done) = 0;
};

struct EngineOptions {
    std::string spec;            ///< a model folder or openai:BASE_URL#MODEL (CLI.md, "engine SPEC")
    std::string device = "auto"; ///< local models
    unsigned threads = 0;        ///< local models; 0: all cores
    std::string apiKey;          ///< servers; may be empty
    /// The turns that a chat model wants around a prompt, with {prompt} (prompt_template.h). Empty: what suits the
    /// model.
    std::string wrapper;
};
/// Errors: InvalidArgument (spec), NotBuilt, and those of loading a model. Sends nothing yet.
Result<std::unique_ptr<LanguageModel>> openLanguageModel(const EngineOptions& options);

} // namespace neuroscribe::llm
