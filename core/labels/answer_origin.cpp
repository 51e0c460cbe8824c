#include "core/labels/answer_origin.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/corpus/sentence.h"
#include "core/labels/label_detail.h"
#include "core/labels/pending_answers.h"
#include "core/llm/prompt_template.h"
#include "core/llm/prompt_text.h"

namespace neuroscribe::labels {
namespace {

Result<AnswerOrigin> fromBlock(store::Database& database, EngineId engine, QuestionId question, SentenceId sentence) {
    const std::uint32_t block = sentence.value / kAnswerBlock;
    const std::size_t place = sentence.value % kAnswerBlock;
    AnswerOrigin origin;
    NS_ASSIGN(const auto answers, loadBlock(database, engine, question, block));
    if (place >= answers.size())
        return origin;
    origin.answer = answers[place];
    NS_ASSIGN(LabelDetail detail, loadDetail(database, engine, question, block));
    detail.resize(answers.size());
    if (!std::isnan(detail.margins[place]))
        origin.margin = detail.margins[place];
    if (detail.failures[place] > static_cast<std::uint8_t>(llm::Failure::Server))
        return Error{ErrorCode::Corrupt, database.path(), "what the answers came with is damaged",
                     "Restore the study from a copy or label again"};
    origin.failure = static_cast<llm::Failure>(detail.failures[place]);
    ReplyTexts texts(database);
    NS_ASSIGN(origin.reply, texts.text(detail.replies[place]));
    NS_ASSIGN(origin.detail, texts.text(detail.details[place]));
    origin.askedAt = detail.askedAt[place];
    return origin;
}

/// What is pending is newer than what lies in the block.
Status overlayPending(store::Database& database, EngineId engine, QuestionId question, SentenceId sentence,
                      AnswerOrigin& origin) {
    NS_ASSIGN(const auto pending, findPending(database, engine, question, sentence));
    if (!pending)
        return {};
    origin.answer = pending->answer;
    origin.margin = pending->margin;
    origin.failure = pending->failure;
    origin.reply = pending->reply;
    origin.detail = pending->detail;
    origin.askedAt = pending->askedAt;
    return {};
}

Result<std::string> promptOf(const llm::EngineRecord& engine, const std::string& sentence,
                             const std::string& question) {
    if (engine.prompt.empty())
        return std::string();
    NS_ASSIGN(const auto body, llm::PromptTemplate::parse(llm::TemplateKind::YesNo, engine.prompt));
    NS_ASSIGN(const auto prompt, body.fill({{"sentence", sentence}, {"descriptor", question}}));
    return llm::wrappedText(prompt, engine.wrapper);
}

} // namespace

Result<std::vector<AnswerOrigin>> loadAnswerOrigins(store::Database& database, SentenceId sentence,
                                                    const std::string& question) {
    NS_ASSIGN(const corpus::Sentence about, corpus::loadSentence(database, sentence));
    NS_ASSIGN(auto engines, llm::loadEngines(database, llm::Task::Labels));
    NS_ASSIGN(const auto id, findQuestion(database, question));
    std::vector<AnswerOrigin> origins;
    if (!id)
        return origins;
    for (llm::EngineRecord& engine : engines) {
        NS_ASSIGN(AnswerOrigin origin, fromBlock(database, engine.id, *id, sentence));
        NS_TRY(overlayPending(database, engine.id, *id, sentence, origin));
        if (origin.answer == Answer::Unanswered && origin.failure == llm::Failure::None)
            continue;
        const float margin = origin.margin.value_or(std::nanf(""));
        origin.answer = decideByMargin(origin.answer, margin, engine.marginThreshold);
        NS_ASSIGN(origin.prompt, promptOf(engine, about.text, question));
        origin.engine = std::move(engine);
        origin.question = question;
        origins.push_back(std::move(origin));
    }
    std::ranges::reverse(origins);
    return origins;
}

Result<std::vector<AnswerOrigin>> loadAnswerOrigins(store::Database& database, SentenceId sentence,
                                                    const Descriptor& descriptor) {
    std::vector<AnswerOrigin> all;
    for (const std::string& question : descriptor.questions()) {
        NS_ASSIGN(auto origins, loadAnswerOrigins(database, sentence, question));
        std::stable_partition(origins.begin(), origins.end(),
                              [&](const AnswerOrigin& origin) { return !hasOtherTerms(origin.engine, descriptor); });
        std::ranges::move(origins, std::back_inserter(all));
    }
    return all;
}

Answer standingAnswer(const std::vector<AnswerOrigin>& origins, const Descriptor& descriptor,
                      const std::string& annotator) {
    Answer standing = Answer::No;
    for (const std::string& question : descriptor.questions()) {
        const auto counts = std::ranges::find_if(origins, [&](const AnswerOrigin& origin) {
            return origin.question == question && origin.engine.annotator == annotator &&
                   origin.answer != Answer::Unanswered;
        });
        if (counts == origins.end())
            standing = Answer::Unanswered;
        else if (counts->answer == Answer::Yes)
            return Answer::Yes;
    }
    return standing;
}

} // namespace neuroscribe::labels
