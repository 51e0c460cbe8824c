#include <array>

#include "core/pipeline/asked_status.h"
#include "core/pipeline/row_rules.h"

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
        const auto& members = study.corpus->members; // of an empty half there are no ranks, and none can be made
        status.state = members[0].empty() || members[1].empty() ? StepState::Partial : StepState::Stale;
        status.why = study.ranksNote;
    }
    return status;
}

Result<StepStatus> tagStatus(const StudyData& study, store::Database& database) {
    StepStatus status{Step::Tags, StepState::Missing, "", 0, study.run ? study.run->neurons() : 0};
    if (const Status ready = requireTaggable(study); !ready) {
        status.state = ready.error().code == ErrorCode::Stale ? StepState::Stale : StepState::Missing;
        status.why = ready.error().why;
        return status;
    }
    NS_ASSIGN(tagging::Tagger tagger, makeTagger(study, study.thresholds.split, study.thresholds.tail));
    if (tagging::isOfWholeRows(study.thresholds.rule)) {
        auto rules = keptRowRules(study, database, study.thresholds.split);
        if (!rules && rules.error().code != ErrorCode::NewerVersion)
            return rules.error();
        if (!rules || !rules.value()) { // the other steps are told all the same
            status.why = rules ? "the rules of whole rows are not computed yet"
                               : "the rules of whole rows were written by a newer version";
            return status;
        }
        NS_TRY(tagger.setRowRules(std::move(rules).value()));
    }
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
    NS_ASSIGN(const StepStatus descriptors, descriptorStatus(project.connection(), *study));
    NS_ASSIGN(const StepStatus labels, labelStatus(project.connection(), *study));
    NS_ASSIGN(const StepStatus activations, activationStatus(project, *study));
    NS_ASSIGN(const StepStatus tags, tagStatus(*study, project.connection()));
    return std::vector<StepStatus>{corpusStatus(*study), descriptors, labels, activations, tags};
}

} // namespace neuroscribe::pipeline
