#include <array>

#include "core/pipeline/study.h"

namespace neuroscribe::pipeline {
namespace {

constexpr std::array<const char*, 5> kSteps{"corpus", "descriptors", "labels", "activations", "tags"};
constexpr std::array<const char*, 5> kStates{"missing", "running", "partial", "stale", "done"};

StepStatus corpusStatus(const StudyData& study) {
    const std::uint64_t size = study.corpus->size();
    if (size == 0)
        return {Step::Corpus, StepState::Missing, "no sentences have been imported", 0, 0};
    return {Step::Corpus, StepState::Done, "", size, size};
}

StepStatus descriptorStatus(const StudyData& study) {
    const std::uint64_t count = study.descriptors.size();
    if (count == 0)
        return {Step::Descriptors, StepState::Missing, "there are no descriptors", 0, 0};
    return {Step::Descriptors, StepState::Done, "", count, count};
}

StepStatus labelStatus(const StudyData& study) {
    if (!study.labels)
        return {Step::Labels, StepState::Missing, "no sentence has been asked about", 0, 0};
    const labels::LabelCounts counts = labels::countLabels(*study.labels);
    StepStatus status{Step::Labels, StepState::Done, "", counts.yes + counts.no, counts.pairs};
    if (status.done == 0) {
        status.state = StepState::Missing;
        status.why = "no question has been answered";
    } else if (status.done < status.total) {
        status.state = StepState::Partial;
        status.why =
            std::to_string(counts.unanswered) + " of " + std::to_string(counts.pairs) + " questions are unanswered";
    }
    return status;
}

/// A run that was begun and not finished.
Result<std::uint64_t> unfinishedSentences(store::Database& database) {
    NS_ASSIGN(const auto sentences,
              database.integer("SELECT sentences FROM run WHERE finished = 0 ORDER BY id DESC LIMIT 1"));
    return static_cast<std::uint64_t>(sentences.value_or(0));
}

Result<StepStatus> activationStatus(store::Project& project, const StudyData& study) {
    const std::uint64_t size = study.corpus->size();
    StepStatus status{Step::Activations, StepState::Done, "", study.run ? study.run->sentences : 0, size};
    if (!study.run) {
        NS_ASSIGN(status.done, unfinishedSentences(project.connection()));
        status.state = status.done ? StepState::Partial : StepState::Missing;
        status.why = status.done ? "the extraction has not finished" : "no model has been run over the sentences";
    } else if (!study.ranksNote.empty()) {
        status.state = StepState::Stale;
        status.why = study.ranksNote;
    }
    return status;
}

Result<StepStatus> tagStatus(const StudyData& study) {
    StepStatus status{Step::Tags, StepState::Missing, "", 0, study.run ? study.run->neurons() : 0};
    if (const Status ready = requireTaggable(study); !ready) {
        status.state = ready.error().code == ErrorCode::Stale ? StepState::Stale : StepState::Missing;
        status.why = ready.error().why;
        return status;
    }
    NS_ASSIGN(tagging::Tagger tagger, makeTagger(study, study.thresholds.split, study.thresholds.tail));
    NS_TRY(tagger.apply(study.thresholds));
    status.done = tagger.summary().neuronsTagged;
    status.state = StepState::Done;
    return status;
}

} // namespace

const char* stepName(Step step) {
    return kSteps[static_cast<std::size_t>(step)];
}

const char* stateName(StepState state) {
    return kStates[static_cast<std::size_t>(state)];
}

Result<std::vector<StepStatus>> status(store::Project& project) {
    NS_ASSIGN(const std::shared_ptr<const StudyData> study, loadStudy(project));
    NS_ASSIGN(const StepStatus activations, activationStatus(project, *study));
    NS_ASSIGN(const StepStatus tags, tagStatus(*study));
    return std::vector<StepStatus>{corpusStatus(*study), descriptorStatus(*study), labelStatus(*study), activations,
                                   tags};
}

} // namespace neuroscribe::pipeline
