#include "app/session/engine_trial.h"

#include "core/corpus/sentence.h"
#include "core/llm/prompt_text.h"
#include "core/llm/topic_parser.h"

namespace neuroscribe::app {

Result<EngineTrial> tryTopics(store::Database& database, const llm::EngineOptions& engine,
                              const descriptors::DescribeRequest& request, SentenceId sentence, std::stop_token stop) {
    NS_ASSIGN(const auto prompt, descriptors::makeTopicPrompt(database, request));
    NS_ASSIGN(const corpus::Sentence text, corpus::loadSentence(database, sentence));
    NS_ASSIGN(const llm::Prompt asked, prompt.about(text.text));
    NS_ASSIGN(const auto model, llm::openLanguageModel(engine));
    EngineTrial trial{.engine = model->description(), .prompt = llm::promptText(asked)};
    NS_TRY(model->generate({&asked, 1}, request.maxTokens, stop, [&](std::size_t, llm::Reply reply) -> Status {
        trial.reply = std::move(reply.text);
        trial.failure = reply.failure;
        trial.detail = std::move(reply.detail);
        trial.topics = llm::parseTopics(trial.reply, reply.cutOff, {.topics = request.topics});
        return {};
    }));
    return trial;
}

Result<EngineTrial> tryYesNo(store::Database& database, const llm::EngineOptions& engine,
                             const labels::LabelRequest& request, SentenceId sentence, const std::string& question,
                             std::stop_token stop) {
    NS_ASSIGN(const auto body, llm::PromptTemplate::parse(llm::TemplateKind::YesNo, request.prompt));
    NS_ASSIGN(const corpus::Sentence text, corpus::loadSentence(database, sentence));
    NS_ASSIGN(const llm::Prompt asked, body.fill({{"sentence", text.text}, {"descriptor", question}}));
    NS_ASSIGN(const auto model, llm::openLanguageModel(engine));
    EngineTrial trial{.engine = model->description(), .prompt = llm::promptText(asked)};
    NS_TRY(model->askYesNo({&asked, 1}, stop, [&](std::size_t, llm::YesNoReply reply) -> Status {
        trial.reply = std::move(reply.text);
        trial.failure = reply.failure;
        trial.detail = std::move(reply.detail);
        trial.verdict = reply.verdict;
        trial.margin = reply.margin;
        return {};
    }));
    return trial;
}

} // namespace neuroscribe::app
