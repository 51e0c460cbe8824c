#include "core/labels/labeler.h"

#include <chrono>
#include <cmath>

#include "core/corpus/sentence.h"
#include "core/labels/label_writer.h"
#include "core/labels/question_set.h"
#include "core/llm/engine_record.h"

namespace neuroscribe::labels {
namespace {

/// A call holds so many times what keeps the engine busy: its window runs dry less often.
constexpr std::size_t kCallFactor = 4;
constexpr std::uint64_t kTokenSample = 1000;
constexpr int kTrialCalls = 3;

std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

struct Pair {
    std::uint32_t sentence = 0;
    std::uint32_t question = 0;
};

/// One run: what is open, the prompts, the writer.
class Labeler {
public:
    static Result<Labeler> make(store::Project& project, llm::LanguageModel& model, const LabelRequest& request) {
        if (project.readOnly())
            return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only",
                         "Save a copy and use that"};
        store::Database& database = project.writer();
        NS_ASSIGN(auto descriptors, loadDescriptors(database));
        if (descriptors.empty())
            return Error{ErrorCode::MissingInput, "descriptors", "the study has no descriptors", "Add some first"};
        NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
        if (sentences == 0)
            return Error{ErrorCode::MissingInput, "corpus", "the study has no sentences", "Run import first"};
        NS_ASSIGN(auto prompt, llm::PromptTemplate::parse(llm::TemplateKind::YesNo, request.prompt));
        const auto columns = static_cast<std::uint32_t>(descriptors.size());
        PairSet pairs = request.pairs.value_or(PairSet(sentences, columns, true));
        if (pairs.sentences() != sentences || pairs.descriptors() != columns)
            return Error{ErrorCode::Mismatch, "pairs", "they are of another corpus or other descriptors", ""};
        NS_ASSIGN(auto questions, QuestionSet::make(database, descriptors));
        Labeler labeler(database, model, std::move(prompt), std::move(descriptors), std::move(questions),
                        std::move(pairs));
        NS_TRY(labeler.prepare(request));
        return labeler;
    }

    std::uint64_t open() const { return m_open.count(); }
    EngineId engine() const { return m_engine; }
    const std::vector<Descriptor>& descriptors() const { return m_descriptors; }
    const PairSet& wanted() const { return m_wanted; }

    /// Everything that is open; what was answered is stored, however it ends.
    Status askAll(std::stop_token stop, ProgressSink& progress) {
        const std::uint64_t total = m_questions.questionsOf(m_wanted).count();
        const std::uint64_t before = total - m_open.count();
        ProgressMeter meter(progress, "label", total, before);
        LabelWriter writer(m_database, m_engine, m_model.promptsInFlight());
        std::uint64_t done = before;
        std::uint32_t next = 0;
        Status asked;
        while (asked && next < m_open.sentences()) {
            const std::vector<Pair> pairs = nextPairs(next, kCallFactor * m_model.promptsAtOnce());
            asked = ask(pairs, writer, stop, [&] { meter.update(++done); });
        }
        return finish(asked, writer);
    }

    /// A few calls. The first warms up; where there are more, only they are timed.
    Status askTrial(llm::AskEstimate& estimate, std::stop_token stop, ProgressSink& progress) {
        ProgressMeter meter(progress, "trial", std::uint64_t{kTrialCalls} * m_model.promptsAtOnce());
        LabelWriter writer(m_database, m_engine, m_model.promptsInFlight());
        std::uint32_t next = 0;
        double secondsEach = 0;
        Status asked;
        for (int call = 0; asked && call < kTrialCalls && next < m_open.sentences(); ++call) {
            const std::vector<Pair> pairs = nextPairs(next, m_model.promptsAtOnce());
            const auto start = std::chrono::steady_clock::now();
            asked = ask(pairs, writer, stop, [&] { meter.update(++estimate.trialPrompts); });
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            estimate.trialSeconds += seconds;
            if (!pairs.empty())
                secondsEach = seconds / static_cast<double>(pairs.size());
        }
        estimate.seconds = secondsEach * static_cast<double>(estimate.prompts - estimate.trialPrompts);
        return finish(asked, writer);
    }

    /// Nothing where the engine can't count.
    Result<std::optional<std::uint64_t>> countTokens() {
        const std::uint64_t total = m_open.count();
        const std::uint64_t step = total / kTokenSample + 1;
        std::uint64_t seen = 0;
        std::uint64_t sampled = 0;
        std::uint64_t tokens = 0;
        for (std::uint32_t s = 0; s < m_open.sentences(); ++s)
            for (std::uint32_t c = 0; c < m_open.descriptors(); ++c) {
                if (!m_open.wants(s, c) || seen++ % step != 0)
                    continue;
                NS_ASSIGN(const auto prompts, promptsFor({{s, c}}));
                const auto count = m_model.countTokens(prompts.front());
                if (!count)
                    return std::optional<std::uint64_t>{};
                tokens += *count;
                ++sampled;
            }
        if (sampled == 0)
            return std::optional<std::uint64_t>(0);
        const double each = static_cast<double>(tokens) / static_cast<double>(sampled);
        return std::optional(static_cast<std::uint64_t>(std::llround(each * static_cast<double>(total))));
    }

private:
    Labeler(store::Database& database, llm::LanguageModel& model, llm::PromptTemplate prompt,
            std::vector<Descriptor> descriptors, QuestionSet questions, PairSet wanted)
        : m_database(database), m_model(model), m_prompt(std::move(prompt)), m_descriptors(std::move(descriptors)),
          m_questions(std::move(questions)), m_wanted(std::move(wanted)), m_open(0, 0, false) {}

    Status prepare(const LabelRequest& request) {
        NS_ASSIGN(m_engine, llm::registerEngine(m_database, {.task = llm::Task::Labels,
                                                             .annotator = request.annotator,
                                                             .spec = m_model.spec(),
                                                             .identity = m_model.identity(),
                                                             .promptHash = m_prompt.hash().hex(),
                                                             .prompt = request.prompt,
                                                             .wrapper = m_model.wrapperText(),
                                                             .device = m_model.description()}));
        NS_TRY(LabelWriter(m_database, m_engine, 1).open());
        NS_ASSIGN(m_open, openQuestions(m_database, m_engine, m_questions, m_wanted, request.retryFailed));
        return {};
    }

    /// Open pairs from sentence `next` on: whole sentences, until there are `enough`.
    std::vector<Pair> nextPairs(std::uint32_t& next, std::size_t enough) const {
        std::vector<Pair> pairs;
        for (; next < m_open.sentences() && pairs.size() < enough; ++next)
            for (std::uint32_t c = 0; c < m_open.descriptors(); ++c)
                if (m_open.wants(next, c))
                    pairs.push_back({next, c});
        return pairs;
    }

    Result<std::vector<llm::Prompt>> promptsFor(const std::vector<Pair>& pairs) {
        std::vector<llm::Prompt> prompts;
        std::string text;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i == 0 || pairs[i].sentence != pairs[i - 1].sentence) {
                NS_ASSIGN(auto texts, corpus::loadTexts(m_database, SentenceId(pairs[i].sentence), 1));
                text = std::move(texts.front());
            }
            NS_ASSIGN(auto prompt,
                      m_prompt.fill({{"sentence", text}, {"descriptor", m_questions.texts[pairs[i].question]}}));
            prompts.push_back(std::move(prompt));
        }
        return prompts;
    }

    Status ask(const std::vector<Pair>& pairs, LabelWriter& writer, std::stop_token stop,
               const std::function<void()>& counted) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "label", "stopped; what is answered is kept", "Run it again to go on"};
        NS_ASSIGN(const auto prompts, promptsFor(pairs));
        return m_model.askYesNo(prompts, stop, [&](std::size_t prompt, llm::YesNoReply reply) -> Status {
            NS_TRY(writer.add(pendingAnswer(pairs[prompt], std::move(reply))));
            counted();
            return {};
        });
    }

    PendingAnswer pendingAnswer(Pair pair, llm::YesNoReply reply) const {
        PendingAnswer answer{.question = m_questions.ids[pair.question],
                             .sentence = SentenceId(pair.sentence),
                             .answer = static_cast<Answer>(reply.verdict),
                             .margin = reply.margin,
                             .failure = reply.failure,
                             .reply = std::move(reply.text),
                             .detail = std::move(reply.detail),
                             .askedAt = now()};
        if (answer.failure != llm::Failure::None)
            answer.answer = Answer::Unanswered;
        else if (answer.answer == Answer::Unanswered)
            answer.failure = llm::Failure::Unparsable; // without a reason it would be asked again and again
        return answer;
    }

    /// What was answered before an error is stored all the same.
    static Status finish(const Status& asked, LabelWriter& writer) {
        const Status stored = writer.close();
        return asked ? stored : asked;
    }

    store::Database& m_database;
    llm::LanguageModel& m_model;
    llm::PromptTemplate m_prompt;
    std::vector<Descriptor> m_descriptors;
    QuestionSet m_questions;
    EngineId m_engine;
    PairSet m_wanted; ///< of descriptors
    PairSet m_open;   ///< of questions: wanted and to be asked
};

} // namespace

Result<LabelCounts> labelWithModel(store::Project& project, llm::LanguageModel& model, const LabelRequest& request,
                                   std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(Labeler labeler, Labeler::make(project, model, request));
    NS_TRY(labeler.askAll(std::move(stop), progress));
    NS_ASSIGN(const LabelMatrix answers, loadEngineLabels(project.writer(), labeler.descriptors(), labeler.engine()));
    return countLabels(answers, labeler.wanted());
}

Result<llm::AskEstimate> estimateLabels(store::Project& project, llm::LanguageModel& model, const LabelRequest& request,
                                        std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(Labeler labeler, Labeler::make(project, model, request));
    llm::AskEstimate estimate;
    estimate.prompts = labeler.open();
    NS_ASSIGN(estimate.tokens, labeler.countTokens());
    NS_TRY(labeler.askTrial(estimate, std::move(stop), progress));
    return estimate;
}

} // namespace neuroscribe::labels
