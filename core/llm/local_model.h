// A language model on this machine: prompts to token ids, batches, answers.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/llm/language_model.h"
#include "core/llm/prompt_template.h"
#include "core/llm/yes_no_spellings.h"
#include "core/nn/api.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::llm {

/// First step of an answer. Raw logits of the default spellings, and the margin over all spellings.
struct YesNoLogits {
    float yes = 0;
    float no = 0;
    float margin = 0;
    float mass = 0; ///< probability of all spellings together, in 0 .. 1
};

/// p1 is greedy; p2 does not generate, it compares the logits of the first step.
class LocalModel final : public LanguageModel {
public:
    /// wrapper: a template around {prompt}; empty: OpenAssistant's turns where the vocabulary has them, else none.
    /// Errors: those of the template.
    static Result<std::unique_ptr<LocalModel>> make(std::string spec, std::unique_ptr<nn::TextModel> model,
                                                    std::unique_ptr<text::PromptTokenizer> tokenizer,
                                                    const std::string& wrapper);

    const std::string& spec() const override { return m_spec; }
    std::string identity() const override;
    std::string description() const override;
    std::string wrapperText() const override { return m_wrapper.text(); }
    std::size_t promptsAtOnce() const override;
    std::optional<std::uint64_t> countTokens(const Prompt& prompt) const override;
    Status generate(std::span<const Prompt> prompts, std::uint32_t maxTokens, std::stop_token stop,
                    const OnReply& done) override;
    /// Errors besides the interface's: Unsupported (the vocabulary has no single token for Yes or No).
    Status askYesNo(std::span<const Prompt> prompts, std::stop_token stop, const OnYesNo& done) override;

    // The same in token ids. `done` is called once per prompt, in any order; null: the prompt is empty or
    // too long.
    nn::TokenSequence tokenize(const Prompt& prompt) const; ///< with the wrapper
    std::string decode(const nn::TokenSequence& ids) const { return m_tokenizer->decode(ids); }
    using OnIds = std::function<Status(std::size_t prompt, const nn::TokenSequence* ids)>;
    Status generateIds(std::span<const nn::TokenSequence> prompts, std::uint32_t maxTokens, std::stop_token stop,
                       const OnIds& done);
    using OnLogits = std::function<Status(std::size_t prompt, const YesNoLogits* logits)>;
    Status firstSteps(std::span<const nn::TokenSequence> prompts, std::stop_token stop, const OnLogits& done);

    const YesNoSpellings& spellings() const { return m_spellings; }
    const PromptTemplate& wrapper() const { return m_wrapper; }

private:
    using OnBatch =
        std::function<Status(const std::vector<std::size_t>& numbers, const std::vector<nn::TokenSequence>& prompts)>;

    LocalModel(std::string spec, std::unique_ptr<nn::TextModel> model, std::unique_ptr<text::PromptTokenizer> tokenizer,
               PromptTemplate wrapper, YesNoSpellings spellings);
    std::vector<nn::TokenSequence> tokenizeAll(std::span<const Prompt> prompts) const;
    bool fits(const nn::TokenSequence& prompt, std::size_t answer) const;
    /// Batch by batch, those that fit; the others are handed to tooLong.
    Status inBatches(std::span<const nn::TokenSequence> prompts, std::size_t answer, const std::stop_token& stop,
                     const std::function<Status(std::size_t)>& tooLong, const OnBatch& run) const;
    YesNoLogits logitsOf(std::span<const float> row, float logSumExp) const;

    std::string m_spec;
    std::unique_ptr<nn::TextModel> m_model;
    std::unique_ptr<text::PromptTokenizer> m_tokenizer;
    PromptTemplate m_wrapper;
    YesNoSpellings m_spellings;
    std::vector<text::TokenId> m_asked; ///< ids whose logits are asked for: yes, then no, then the defaults
};

/// A model folder of Hugging Face layout, through the nn module. Errors: those of loading, NotBuilt.
Result<std::unique_ptr<LocalModel>> openLocalModel(const EngineOptions& options);

} // namespace neuroscribe::llm
