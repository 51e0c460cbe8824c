#include "core/llm/local_model.h"

#include <algorithm>
#include <cmath>

#include "core/llm/decision.h"
#include "core/llm/token_batches.h"

namespace neuroscribe::llm {
namespace {

/// Token positions of a call of the model.
constexpr std::size_t kBatchPositions = 4096;
/// Enough to sort by length, little enough that answers come in steady steps.
constexpr std::size_t kPromptsAtOnce = 512;
/// For models that set no limit: attention grows with the square.
constexpr std::size_t kLongestPrompt = 4096;
constexpr const char* kDoesNotFit = "the prompt is empty or too long for the model";

bool hasTokens(const text::Tokenizer& tokenizer, std::initializer_list<std::string_view> wanted) {
    std::size_t found = 0;
    const auto end = static_cast<text::TokenId>(tokenizer.vocabularySize());
    for (text::TokenId id = 0; id < end; ++id)
        found += static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), tokenizer.token(id)));
    return found == wanted.size();
}

std::string wrapperFor(const text::Tokenizer& tokenizer, const std::string& wanted) {
    if (!wanted.empty())
        return wanted;
    const bool openAssistant = hasTokens(tokenizer, {"<|prompter|>", "<|assistant|>", "<|endoftext|>"});
    return openAssistant ? kOpenAssistantWrapper : kPlainWrapper;
}

double logSumExp(std::span<const float> values) {
    const double largest = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const float value : values)
        sum += std::exp(value - largest);
    return largest + std::log(sum);
}

} // namespace

Result<std::unique_ptr<LocalModel>> LocalModel::make(std::string spec, std::unique_ptr<nn::TextModel> model,
                                                     std::unique_ptr<text::PromptTokenizer> tokenizer,
                                                     const std::string& wrapper) {
    NS_ASSIGN(auto turns, PromptTemplate::parse(TemplateKind::Wrapper, wrapperFor(*tokenizer, wrapper)));
    // Where the prompt itself comes last, the answer's first word follows it behind a space.
    const bool afterSpace = model->isEncoderDecoder() || turns.text().ends_with("{prompt}");
    auto spellings = findYesNoSpellings(*tokenizer, model->vocabularySize(), afterSpace);
    return std::unique_ptr<LocalModel>(new LocalModel(std::move(spec), std::move(model), std::move(tokenizer),
                                                      std::move(turns), std::move(spellings)));
}

LocalModel::LocalModel(std::string spec, std::unique_ptr<nn::TextModel> model,
                       std::unique_ptr<text::PromptTokenizer> tokenizer, PromptTemplate wrapper,
                       YesNoSpellings spellings)
    : m_spec(std::move(spec)), m_model(std::move(model)), m_tokenizer(std::move(tokenizer)),
      m_wrapper(std::move(wrapper)), m_spellings(std::move(spellings)) {
    m_asked = m_spellings.yes;
    m_asked.insert(m_asked.end(), m_spellings.no.begin(), m_spellings.no.end());
    m_asked.push_back(m_spellings.defaultYes.value_or(0));
    m_asked.push_back(m_spellings.defaultNo.value_or(0));
}

std::string LocalModel::identity() const {
    Hasher hasher;
    hasher.add(m_model->weightsHash().hex());
    hasher.add(m_tokenizer->hash().hex());
    hasher.add(m_wrapper.text());
    for (const auto* ids : {&m_spellings.yes, &m_spellings.no}) {
        hasher.add(ids->size());
        for (const text::TokenId id : *ids)
            hasher.add(static_cast<std::uint64_t>(id));
    }
    return "model " + hasher.finish().hex();
}

std::string LocalModel::description() const {
    return m_spec + " on " + m_model->deviceText();
}

std::size_t LocalModel::promptsAtOnce() const {
    return kPromptsAtOnce;
}

nn::TokenSequence LocalModel::tokenize(const Prompt& prompt) const {
    return m_tokenizer->encodePrompt(m_wrapper.wrap(prompt));
}

std::optional<std::uint64_t> LocalModel::countTokens(const Prompt& prompt) const {
    return tokenize(prompt).size();
}

std::vector<nn::TokenSequence> LocalModel::tokenizeAll(std::span<const Prompt> prompts) const {
    std::vector<nn::TokenSequence> sequences;
    sequences.reserve(prompts.size());
    for (const Prompt& prompt : prompts)
        sequences.push_back(tokenize(prompt));
    return sequences;
}

bool LocalModel::fits(const nn::TokenSequence& prompt, std::size_t answer) const {
    const std::size_t limit = m_model->maxTokens();
    return !prompt.empty() && prompt.size() <= kLongestPrompt && (limit == 0 || prompt.size() + answer <= limit);
}

Status LocalModel::inBatches(std::span<const nn::TokenSequence> prompts, std::size_t answer,
                             const std::stop_token& stop, const std::function<Status(std::size_t)>& tooLong,
                             const OnBatch& run) const {
    std::vector<std::size_t> numbers;
    std::vector<nn::TokenSequence> fitting;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        if (!fits(prompts[i], answer)) {
            NS_TRY(tooLong(i));
            continue;
        }
        numbers.push_back(i);
        fitting.push_back(prompts[i]);
    }
    const BatchOrder order = m_model->isEncoderDecoder() ? BatchOrder::ByLength : BatchOrder::AsGiven;
    for (Batch& batch : planBatches(fitting, order, kBatchPositions, answer)) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, m_spec, "stopped", ""};
        std::vector<nn::TokenSequence> sequences;
        for (std::size_t& number : batch) {
            sequences.push_back(std::move(fitting[number]));
            number = numbers[number];
        }
        NS_TRY(run(batch, sequences));
    }
    return {};
}

Status LocalModel::generateIds(std::span<const nn::TokenSequence> prompts, std::uint32_t maxTokens,
                               std::stop_token stop, const OnIds& done) {
    const auto run = [&](const Batch& numbers, const std::vector<nn::TokenSequence>& batch) -> Status {
        NS_ASSIGN(const auto answers, m_model->generate(batch, maxTokens, stop));
        for (std::size_t i = 0; i < numbers.size(); ++i)
            NS_TRY(done(numbers[i], &answers[i]));
        return {};
    };
    return inBatches(
        prompts, maxTokens, stop, [&](std::size_t i) { return done(i, nullptr); }, run);
}

Status LocalModel::firstSteps(std::span<const nn::TokenSequence> prompts, std::stop_token stop, const OnLogits& done) {
    if (!m_spellings.complete())
        return Error{ErrorCode::Unsupported, m_spec, "the vocabulary has no single token for Yes and for No", ""};
    const auto run = [&](const Batch& numbers, const std::vector<nn::TokenSequence>& batch) -> Status {
        NS_ASSIGN(const nn::FirstStep step, m_model->firstStep(batch, m_asked, stop));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto row = std::span(step.logits).subspan(i * m_asked.size(), m_asked.size());
            const YesNoLogits logits = logitsOf(row, step.logSumExp[i]);
            NS_TRY(done(numbers[i], &logits));
        }
        return {};
    };
    return inBatches(
        prompts, 1, stop, [&](std::size_t i) { return done(i, nullptr); }, run);
}

YesNoLogits LocalModel::logitsOf(std::span<const float> row, float all) const {
    const std::size_t yesCount = m_spellings.yes.size();
    const double yes = logSumExp(row.subspan(0, yesCount));
    const double no = logSumExp(row.subspan(yesCount, m_spellings.no.size()));
    const double mass = std::exp(yes - all) + std::exp(no - all);
    return {row[row.size() - 2], row.back(), static_cast<float>(yes - no), static_cast<float>(std::min(mass, 1.0))};
}

Status LocalModel::generate(std::span<const Prompt> prompts, std::uint32_t maxTokens, std::stop_token stop,
                            const OnReply& done) {
    return generateIds(tokenizeAll(prompts), maxTokens, std::move(stop),
                       [&](std::size_t i, const nn::TokenSequence* ids) {
                           if (!ids)
                               return done(i, {"", false, Failure::TooLong, kDoesNotFit});
                           return done(i, {decode(*ids), ids->size() >= maxTokens, Failure::None, ""});
                       });
}

Status LocalModel::askYesNo(std::span<const Prompt> prompts, std::stop_token stop, const OnYesNo& done) {
    return firstSteps(tokenizeAll(prompts), std::move(stop), [&](std::size_t i, const YesNoLogits* logits) {
        YesNoReply reply;
        if (logits) {
            decide(reply, logits->margin, logits->mass);
        } else {
            reply.failure = Failure::TooLong;
            reply.detail = kDoesNotFit;
        }
        return done(i, std::move(reply));
    });
}

} // namespace neuroscribe::llm
