#include "core/pipeline/asked_status.h"

#include <map>

#include "core/descriptors/description.h"

namespace neuroscribe::pipeline {
namespace {

using labels::Descriptor;
using EnginesById = std::map<EngineId, llm::EngineRecord>;

std::string ofAll(std::uint64_t part, std::uint64_t whole, const std::string& what) {
    return std::to_string(part) + " of " + std::to_string(whole) + " " + what;
}

bool isModel(const llm::EngineRecord& engine) {
    return !engine.prompt.empty();
}

/// Why B is not what its newest engine would say; empty where it is.
Result<std::string> whyStale(store::Database& database, const std::vector<Descriptor>& descriptors) {
    NS_ASSIGN(const auto records, llm::loadEngines(database, llm::Task::Labels));
    NS_ASSIGN(const auto answers, labels::countByEngine(database, descriptors));
    EnginesById engines;
    EngineId newest;
    for (const llm::EngineRecord& engine : records) {
        engines[engine.id] = engine;
        if (isModel(engine) && engine.annotator == labels::kLabelMatrixName)
            newest = engine.id;
    }
    std::uint64_t superseded = 0;
    for (std::size_t c = 0; c < descriptors.size(); ++c)
        for (const auto& [id, count] : answers[c]) {
            const llm::EngineRecord& engine = engines[id];
            if (labels::hasOtherTerms(engine, descriptors[c]))
                return "the terms of " + descriptors[c].name + " have changed since it was labelled";
            superseded += isModel(engine) && id != newest ? count : 0;
        }
    if (superseded == 0)
        return std::string();
    return std::to_string(superseded) + " answers are those of another language model or prompt than the newest";
}

} // namespace

Result<StepStatus> descriptorStatus(store::Database& database, const StudyData& study) {
    const std::uint64_t count = study.descriptors.size();
    StepStatus status{Step::Descriptors, StepState::Done, "", count, count};
    NS_ASSIGN(const auto coverage, descriptors::loadCoverage(database));
    const std::uint64_t pairs = coverage.answered + coverage.unanswered;
    if (count == 0 && pairs == 0) {
        status.state = StepState::Missing;
        status.why = "there are no descriptors";
    } else if (coverage.unanswered > 0) {
        status = {Step::Descriptors, StepState::Partial, "", coverage.answered, pairs};
        status.why = coverage.failed == coverage.unanswered
                         ? ofAll(coverage.failed, pairs, "questions for topics failed")
                         : ofAll(coverage.unanswered - coverage.failed, pairs, "questions for topics were not asked");
    } else if (count == 0) {
        status = {Step::Descriptors, StepState::Partial, "topics were named, and none is a descriptor yet",
                  coverage.answered, pairs};
    }
    return status;
}

Result<StepStatus> labelStatus(store::Database& database, const StudyData& study) {
    if (!study.labels)
        return StepStatus{Step::Labels, StepState::Missing, "no sentence has been asked about", 0, 0};
    const labels::LabelCounts counts = labels::countLabels(*study.labels);
    StepStatus status{Step::Labels, StepState::Done, "", counts.yes + counts.no, counts.pairs};
    NS_ASSIGN(const std::string stale, whyStale(database, study.descriptors));
    if (status.done == 0) {
        status.state = StepState::Missing;
        status.why = "no question has been answered";
    } else if (!stale.empty()) {
        status.state = StepState::Stale;
        status.why = stale;
    } else if (status.done < status.total) {
        status.state = StepState::Partial;
        status.why = ofAll(counts.unanswered, counts.pairs, "questions are unanswered");
    }
    return status;
}

} // namespace neuroscribe::pipeline
