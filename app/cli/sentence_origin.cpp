#include "app/cli/sentence_origin.h"

#include <ctime>

#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "core/corpus/sentence.h"
#include "core/descriptors/description.h"
#include "core/labels/answer_origin.h"

namespace neuroscribe::cli {
namespace {

using descriptors::DescriptionOrigin;
using labels::AnswerOrigin;

struct SentenceOrigin {
    corpus::Sentence sentence;
    std::vector<DescriptionOrigin> topics;
    std::vector<std::pair<std::string, AnswerOrigin>> answers; ///< with the descriptor's name
};

Result<SentenceOrigin> load(store::Database& database, SentenceId id) {
    SentenceOrigin origin;
    NS_ASSIGN(origin.sentence, corpus::loadSentence(database, id));
    NS_ASSIGN(origin.topics, descriptors::loadDescriptionOrigins(database, id));
    NS_ASSIGN(const auto list, labels::loadDescriptors(database));
    for (const labels::Descriptor& descriptor : list) {
        NS_ASSIGN(auto answers, labels::loadAnswerOrigins(database, id, descriptor));
        for (AnswerOrigin& answer : answers)
            origin.answers.emplace_back(descriptor.name, std::move(answer));
    }
    return origin;
}

std::string timeText(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    char text[32] = "";
    if (seconds > 0 && ::gmtime_r(&time, &parts))
        std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

const char* answerText(labels::Answer answer) {
    return answer == labels::Answer::Yes ? "yes" : answer == labels::Answer::No ? "no" : "unanswered";
}

Json orNullIfEmpty(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json failureJson(llm::Failure failure) {
    return failure == llm::Failure::None ? Json(nullptr) : Json(llm::failureName(failure));
}

Json engineJson(const llm::EngineRecord& engine) {
    return {{"spec", engine.spec},
            {"identity", engine.identity},
            {"prompt_hash", orNullIfEmpty(engine.promptHash)},
            {"device", orNullIfEmpty(engine.device)}};
}

Json topicJson(const DescriptionOrigin& origin) {
    return {{"engine", engineJson(origin.engine)},
            {"topics", origin.description.topics},
            {"reply", origin.description.reply},
            {"failure", failureJson(origin.description.failure)},
            {"detail", orNullIfEmpty(origin.description.detail)},
            {"asked_at", orNullIfEmpty(timeText(origin.description.askedAt))},
            {"prompt", orNullIfEmpty(origin.prompt)}};
}

Json answerJson(const std::string& descriptor, const AnswerOrigin& origin) {
    return {{"descriptor", descriptor},
            {"question", origin.question},
            {"annotator", origin.engine.annotator},
            {"answer", origin.answer == labels::Answer::Unanswered ? Json(nullptr) : Json(answerText(origin.answer))},
            {"margin", origin.margin ? Json(*origin.margin) : Json(nullptr)},
            {"reply", origin.reply},
            {"failure", failureJson(origin.failure)},
            {"detail", orNullIfEmpty(origin.detail)},
            {"engine", engineJson(origin.engine)},
            {"asked_at", orNullIfEmpty(timeText(origin.askedAt))},
            {"prompt", orNullIfEmpty(origin.prompt)}};
}

void printAsJson(const SentenceOrigin& origin) {
    Json document{
        {"id", origin.sentence.id.value},   {"text", origin.sentence.text}, {"category", origin.sentence.category},
        {"source", origin.sentence.source}, {"topics", Json::array()},      {"answers", Json::array()}};
    for (const DescriptionOrigin& topic : origin.topics)
        document["topics"].push_back(topicJson(topic));
    for (const auto& [descriptor, answer] : origin.answers)
        document["answers"].push_back(answerJson(descriptor, answer));
    printJson(document);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string saidText(const std::string& reply, llm::Failure failure, const std::string& detail) {
    if (failure == llm::Failure::None)
        return reply;
    return std::string(llm::failureName(failure)) + (detail.empty() ? "" : ": " + detail) +
           (reply.empty() ? "" : " (" + reply + ")");
}

void printAsTables(const SentenceOrigin& origin) {
    std::printf("%s\n\n", origin.sentence.text.c_str());
    Table topics({{"engine"}, {"topics"}, {"said"}, {"asked"}});
    for (const DescriptionOrigin& topic : origin.topics)
        topics.add({topic.engine.spec, joined(topic.description.topics),
                    saidText(topic.description.reply, topic.description.failure, topic.description.detail),
                    timeText(topic.description.askedAt)});
    if (!topics.empty()) {
        topics.print();
        std::printf("\n");
    }
    Table answers({{"descriptor"}, {"by"}, {"answer"}, {"margin", Align::Right}, {"said"}, {"engine"}, {"asked"}});
    for (const auto& [descriptor, answer] : origin.answers)
        answers.add({descriptor, answer.engine.annotator, answerText(answer.answer),
                     answer.margin ? fixedText(*answer.margin, 3) : "",
                     saidText(answer.reply, answer.failure, answer.detail), answer.engine.spec,
                     timeText(answer.askedAt)});
    answers.print();
}

} // namespace

Status printSentence(const Context& context, store::Project& project, SentenceId sentence) {
    NS_ASSIGN(const SentenceOrigin origin, load(project.connection(), sentence));
    if (context.json)
        printAsJson(origin);
    else
        printAsTables(origin);
    return {};
}

} // namespace neuroscribe::cli
