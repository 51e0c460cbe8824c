#include "core/llm/server_model.h"

#include "core/llm/api_key.h"
#include "core/llm/decision.h"
#include "core/llm/prompt_template.h"
#include "core/llm/yes_no_parser.h"

namespace neuroscribe::llm {
namespace {

/// Room for "The answer is: **Yes**"; models that have answered stop before.
constexpr std::uint32_t kYesNoTokens = 16;
/// Windows of requests in a call, so that its end, when fewer are left than the window holds, weighs little.
constexpr std::size_t kWindowsAtOnce = 4;

/// A remote answer is parsed strictly; where log-probabilities came, its margin decides.
YesNoReply yesNoReply(AnswerFailure failure, ServerAnswer answer) {
    YesNoReply reply;
    reply.text = std::move(answer.text);
    reply.failure = failure.failure;
    reply.detail = std::move(failure.detail);
    if (reply.failure != Failure::None)
        return reply;
    reply.verdict = parseYesNo(reply.text);
    if (reply.verdict == Verdict::Unanswered) {
        reply.failure = Failure::Unparsable;
        reply.detail = "neither Yes nor No";
    } else if (answer.margin) {
        decide(reply, answer.margin->margin, answer.margin->mass);
    }
    return reply;
}

class ServerModel final : public LanguageModel {
public:
    ServerModel(EngineSpec spec, bool hasKey, std::size_t window, PromptTemplate wrapper,
                std::unique_ptr<ServerSession> session)
        : m_spec(std::move(spec)), m_hasKey(hasKey), m_window(window), m_wrapper(std::move(wrapper)),
          m_session(std::move(session)) {}

    const std::string& spec() const override { return m_spec.text; }
    std::string identity() const override {
        const std::string server = "server " + m_spec.baseUrl + '#' + m_spec.model;
        return m_wrapper.text() == kPlainWrapper ? server : server + ' ' + m_wrapper.hash().hex();
    }
    std::string description() const override { return m_spec.model + " at " + m_spec.baseUrl; }
    std::string wrapperText() const override { return m_wrapper.text(); }
    std::size_t promptsAtOnce() const override { return kWindowsAtOnce * m_window; }
    std::size_t promptsInFlight() const override { return m_window; }
    std::optional<std::uint64_t> countTokens(const Prompt&) const override { return std::nullopt; }

    std::string describeTraffic() const override {
        std::string text = "Each prompt, with the sentence and the descriptor in it, and the model's name " +
                           m_spec.model + " are sent to " + m_spec.baseUrl;
        text += m_hasKey ? ", with the key." : ", without a key.";
        if (m_spec.baseUrl.starts_with("http://"))
            text += " The connection is not encrypted.";
        return text + " Nothing else leaves this machine.";
    }

    Status generate(std::span<const Prompt> prompts, std::uint32_t maxTokens, std::stop_token stop,
                    const OnReply& done) override {
        const auto question = [&](std::size_t i) { return makeQuestion(prompts[i], maxTokens, false); };
        return m_session->ask(
            prompts.size(), question, std::move(stop), [&](std::size_t i, AnswerFailure failure, ServerAnswer answer) {
                return done(i, {std::move(answer.text), answer.cutOff, failure.failure, std::move(failure.detail)});
            });
    }

    Status askYesNo(std::span<const Prompt> prompts, std::stop_token stop, const OnYesNo& done) override {
        const auto question = [&](std::size_t i) { return makeQuestion(prompts[i], kYesNoTokens, true); };
        return m_session->ask(prompts.size(), question, std::move(stop),
                              [&](std::size_t i, AnswerFailure failure, ServerAnswer answer) {
                                  return done(i, yesNoReply(std::move(failure), std::move(answer)));
                              });
    }

private:
    ServerQuestion makeQuestion(const Prompt& prompt, std::uint32_t maxTokens, bool yesNo) const {
        ServerQuestion question{m_spec.model, {}, maxTokens, yesNo};
        for (const text::PromptPart& part : m_wrapper.wrap(prompt))
            question.prompt += part.text;
        return question;
    }

    EngineSpec m_spec;
    bool m_hasKey;
    std::size_t m_window;
    PromptTemplate m_wrapper;
    std::unique_ptr<ServerSession> m_session;
};

} // namespace

Result<std::unique_ptr<LanguageModel>> openServerModel(const EngineOptions& options, const ServerSettings& settings) {
    NS_ASSIGN(EngineSpec spec, parseEngineSpec(options.spec));
    if (spec.kind != EngineKind::Server)
        return Error{ErrorCode::InvalidArgument, options.spec, "it names no server", ""};
    NS_TRY(checkApiKey(options.apiKey, "key"));
    NS_ASSIGN(auto wrapper,
              PromptTemplate::parse(TemplateKind::Wrapper, options.wrapper.empty() ? kPlainWrapper : options.wrapper));
    NS_ASSIGN(auto session, ServerSession::open(spec, options.apiKey, settings));
    return std::unique_ptr<LanguageModel>(new ServerModel(
        std::move(spec), !options.apiKey.empty(), settings.http.connections, std::move(wrapper), std::move(session)));
}

} // namespace neuroscribe::llm
