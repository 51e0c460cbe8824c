#include "core/descriptors/describe.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>

#include "core/corpus/sentence.h"
#include "core/descriptors/description_store.h"
#include "core/descriptors/topic_prompt.h"
#include "core/llm/commit_pace.h"
#include "core/llm/topic_parser.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::uint32_t kMostTopics = 16;
constexpr std::uint32_t kMostTokens = 1024;
/// A call holds so many times what keeps the engine busy: its window runs dry less often.
constexpr std::size_t kCallFactor = 4;
constexpr std::size_t kTokenSample = 1000;
constexpr int kTrialCalls = 3;

std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::vector<std::string> readTopics(const llm::Reply& reply, std::uint32_t topics) {
    std::vector<std::string> keys;
    std::set<std::string> seen;
    for (const std::string& topic : llm::parseTopics(reply.text, reply.cutOff, {.topics = topics}))
        if (std::string key = llm::topicKey(topic); seen.insert(key).second)
            keys.push_back(std::move(key));
    return keys;
}

/// One run: who is open, the prompt, what waits to be committed.
class Describer {
public:
    static Result<Describer> make(store::Project& project, llm::LanguageModel& model, const DescribeRequest& request) {
        if (project.readOnly())
            return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only",
                         "Save a copy and use that"};
        NS_ASSIGN(auto prompt, makeTopicPrompt(project.writer(), request));
        NS_ASSIGN(const auto index, corpus::loadIndex(project.writer()));
        if (index.size() == 0)
            return Error{ErrorCode::MissingInput, "corpus", "the study has no sentences", "Run import first"};
        llm::EngineRecord engine{.task = llm::Task::Topics,
                                 .spec = model.spec(),
                                 .identity = model.identity(),
                                 .wrapper = model.wrapperText(),
                                 .device = model.description()};
        prompt.describe(engine);
        NS_ASSIGN(const EngineId id, joinUnion(project.writer(), engine));
        Describer describer(project.writer(), model, std::move(prompt), id);
        NS_TRY(describer.findOpen(static_cast<std::uint32_t>(index.size()), request.retryFailed));
        return describer;
    }

    std::size_t open() const { return m_open.size(); }

    Status askAll(std::stop_token stop, ProgressSink& progress) {
        std::uint64_t done = m_sentences - m_open.size();
        ProgressMeter meter(progress, "describe", m_sentences, done);
        Status asked;
        for (std::size_t first = 0; asked && first < m_open.size(); first += kCallFactor * m_model.promptsAtOnce())
            asked = ask(first, kCallFactor * m_model.promptsAtOnce(), stop, [&] { meter.update(++done); });
        return finish(asked);
    }

    /// A few calls. The first warms up; where there are more, only they are timed.
    Status askTrial(llm::AskEstimate& estimate, std::stop_token stop, ProgressSink& progress) {
        const std::size_t call = m_model.promptsAtOnce();
        ProgressMeter meter(progress, "trial", std::uint64_t{kTrialCalls} * call);
        double secondsEach = 0;
        Status asked;
        for (std::size_t first = 0; asked && first < std::min(m_open.size(), kTrialCalls * call); first += call) {
            const auto start = std::chrono::steady_clock::now();
            asked = ask(first, call, stop, [&] { meter.update(++estimate.trialPrompts); });
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            estimate.trialSeconds += seconds;
            secondsEach = seconds / static_cast<double>(std::min(call, m_open.size() - first));
        }
        estimate.seconds = secondsEach * static_cast<double>(estimate.prompts - estimate.trialPrompts);
        return finish(asked);
    }

    /// Nothing where the engine can't count.
    Result<std::optional<std::uint64_t>> countTokens() {
        const std::size_t step = m_open.size() / kTokenSample + 1;
        std::uint64_t tokens = 0;
        std::uint64_t sampled = 0;
        for (std::size_t i = 0; i < m_open.size(); i += step, ++sampled) {
            NS_ASSIGN(const auto prompts, promptsFor(i, 1));
            const auto count = m_model.countTokens(prompts.front());
            if (!count)
                return std::optional<std::uint64_t>{};
            tokens += *count;
        }
        const double each = sampled == 0 ? 0 : static_cast<double>(tokens) / static_cast<double>(sampled);
        return std::optional(static_cast<std::uint64_t>(std::llround(each * static_cast<double>(m_open.size()))));
    }

private:
    Describer(store::Database& database, llm::LanguageModel& model, TopicPrompt prompt, EngineId engine)
        : m_database(database), m_model(model), m_prompt(std::move(prompt)), m_writer(database, engine),
          m_engine(engine), m_pace(model.promptsInFlight()) {}

    Status findOpen(std::uint32_t sentences, bool retryFailed) {
        m_sentences = sentences;
        NS_ASSIGN(const auto asked, loadAsked(m_database, m_engine, sentences));
        for (std::uint32_t i = 0; i < sentences; ++i)
            if (asked[i] == Asked::No || (asked[i] == Asked::Failed && retryFailed))
                m_open.emplace_back(i);
        return {};
    }

    Result<std::vector<llm::Prompt>> promptsFor(std::size_t first, std::size_t count) {
        std::vector<llm::Prompt> prompts;
        for (std::size_t i = first; i < std::min(m_open.size(), first + count); ++i) {
            NS_ASSIGN(const auto texts, corpus::loadTexts(m_database, m_open[i], 1));
            NS_ASSIGN(auto prompt, m_prompt.about(texts.front()));
            prompts.push_back(std::move(prompt));
        }
        return prompts;
    }

    Status ask(std::size_t first, std::size_t count, std::stop_token stop, const std::function<void()>& counted) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "describe", "stopped; what is answered is kept",
                         "Run it again to go on"};
        NS_ASSIGN(const auto prompts, promptsFor(first, count));
        return m_model.generate(prompts, m_prompt.maxTokens, stop, [&](std::size_t prompt, llm::Reply reply) -> Status {
            NS_TRY(keep(m_open[first + prompt], std::move(reply)));
            counted();
            return {};
        });
    }

    Status keep(SentenceId sentence, llm::Reply reply) {
        Description description{.sentence = sentence, .failure = reply.failure, .askedAt = now()};
        if (reply.failure == llm::Failure::None) {
            description.topics = readTopics(reply, m_prompt.topics);
            if (description.topics.empty())
                description.failure = llm::Failure::Unparsable;
        }
        description.reply = std::move(reply.text);
        description.detail = std::move(reply.detail);
        m_waiting.push_back(std::move(description));
        return m_pace.due(m_waiting.size()) ? commit() : Status();
    }

    Status commit() {
        NS_TRY(m_writer.write(m_waiting));
        m_waiting.clear();
        m_pace.committed();
        return {};
    }

    /// What was answered before an error is stored all the same.
    Status finish(const Status& asked) {
        const Status stored = m_waiting.empty() ? Status() : commit();
        return asked ? stored : asked;
    }

    store::Database& m_database;
    llm::LanguageModel& m_model;
    TopicPrompt m_prompt;
    DescriptionWriter m_writer;
    EngineId m_engine;
    llm::CommitPace m_pace;
    std::uint64_t m_sentences = 0;
    std::vector<SentenceId> m_open;
    std::vector<Description> m_waiting;
};

} // namespace

Result<TopicPrompt> makeTopicPrompt(store::Database& database, const DescribeRequest& request) {
    NS_TRY(request.validate());
    NS_ASSIGN(auto body, llm::PromptTemplate::parse(llm::TemplateKind::Topics, request.prompt));
    TopicPrompt prompt{.body = std::move(body), .topics = request.topics, .maxTokens = request.maxTokens};
    if (request.example) {
        NS_ASSIGN(const corpus::Sentence example, corpus::loadSentence(database, *request.example));
        prompt.exampleId = request.example->value;
        prompt.example = example.text;
        prompt.exampleTopics = request.exampleTopics;
    }
    return prompt;
}

Status DescribeRequest::validate() const {
    if (topics == 0 || topics > kMostTopics)
        return Error{ErrorCode::InvalidArgument, "topics", "it is a number from 1 to " + std::to_string(kMostTopics),
                     ""};
    if (maxTokens == 0 || maxTokens > kMostTokens)
        return Error{ErrorCode::InvalidArgument, "max tokens",
                     "it is a number from 1 to " + std::to_string(kMostTokens), ""};
    NS_ASSIGN(const auto body, llm::PromptTemplate::parse(llm::TemplateKind::Topics, prompt));
    if ((body.uses("example") && !example) || (body.uses("example_topics") && exampleTopics.empty()))
        return Error{ErrorCode::InvalidArgument, "example", "the prompt shows an example, and none is given",
                     "Choose a sentence and write the topics expected of it"};
    return {};
}

Status describeWithModel(store::Project& project, llm::LanguageModel& model, const DescribeRequest& request,
                         std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(Describer describer, Describer::make(project, model, request));
    return describer.askAll(std::move(stop), progress);
}

Result<llm::AskEstimate> estimateDescribe(store::Project& project, llm::LanguageModel& model,
                                          const DescribeRequest& request, std::stop_token stop,
                                          ProgressSink& progress) {
    NS_ASSIGN(Describer describer, Describer::make(project, model, request));
    llm::AskEstimate estimate;
    estimate.prompts = describer.open();
    NS_ASSIGN(estimate.tokens, describer.countTokens());
    NS_TRY(describer.askTrial(estimate, std::move(stop), progress));
    return estimate;
}

} // namespace neuroscribe::descriptors
