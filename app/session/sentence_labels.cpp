#include "app/session/sentence_labels.h"

#include "core/descriptors/description.h"
#include "core/labels/answer_origin.h"
#include "core/labels/descriptor.h"

#include <algorithm>
#include <set>

namespace neuroscribe::app {
namespace {

SentenceLabel labelFrom(const labels::Descriptor& descriptor, labels::AnswerOrigin origin) {
    return {.descriptor = descriptor.name,
            .answer = origin.answer,
            .annotator = std::move(origin.engine.annotator),
            .engine = std::move(origin.engine.spec),
            .margin = origin.margin,
            .reply = std::move(origin.reply),
            .detail = std::move(origin.detail),
            .prompt = std::move(origin.prompt)};
}

/// One for each annotator, before the answers that it follows from.
void addDerived(const labels::Descriptor& descriptor, const std::vector<labels::AnswerOrigin>& origins,
                std::vector<SentenceLabel>& labels) {
    std::set<std::string> annotators;
    for (const labels::AnswerOrigin& origin : origins) {
        if (!annotators.insert(origin.engine.annotator).second)
            continue;
        SentenceLabel label{.descriptor = descriptor.name, .annotator = origin.engine.annotator};
        label.answer = labels::standingAnswer(origins, descriptor, label.annotator);
        label.engine = origin.engine.spec;
        label.derived = true;
        label.questions = descriptor.questions();
        labels.push_back(std::move(label));
    }
}

Status readTopics(store::Database& database, SentenceId id, std::vector<SentenceTopics>& topics) {
    NS_ASSIGN(auto origins, descriptors::loadDescriptionOrigins(database, id));
    for (descriptors::DescriptionOrigin& origin : origins)
        topics.push_back({std::move(origin.engine.spec), std::move(origin.description.topics),
                          std::move(origin.description.reply), std::move(origin.description.detail)});
    return {};
}

} // namespace

Result<SentenceRecord> loadSentenceRecord(store::Database& database, SentenceId id) {
    SentenceRecord record;
    NS_ASSIGN(record.sentence, corpus::loadSentence(database, id));
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(database));
    for (const labels::Descriptor& descriptor : descriptors) {
        NS_ASSIGN(auto origins, labels::loadAnswerOrigins(database, id, descriptor));
        if (descriptor.isDerived())
            addDerived(descriptor, origins, record.labels);
        for (labels::AnswerOrigin& origin : origins)
            record.labels.push_back(labelFrom(descriptor, std::move(origin)));
    }
    std::ranges::stable_sort(record.labels, {},
                             [](const SentenceLabel& label) { return label.annotator != labels::kLabelMatrixName; });
    NS_TRY(readTopics(database, id, record.topics));
    return record;
}

} // namespace neuroscribe::app
