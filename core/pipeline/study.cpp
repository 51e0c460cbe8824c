#include "core/pipeline/study.h"

#include "core/extraction/ranks.h"

namespace neuroscribe::pipeline {
namespace {

using corpus::Split;

std::size_t indexOf(Split split) {
    return static_cast<std::size_t>(split);
}

Status loadCorpus(store::Database& database, StudyData& study) {
    NS_ASSIGN(auto index, corpus::loadIndex(database));
    study.corpus = std::make_shared<const corpus::CorpusIndex>(std::move(index));
    return {};
}

Status loadStudyLabels(store::Database& database, StudyData& study) {
    study.labels.reset();
    for (auto& labels : study.splitLabels)
        labels.reset();
    NS_ASSIGN(study.descriptors, labels::loadDescriptors(database));
    if (study.descriptors.empty() || study.corpus->size() == 0)
        return {};
    NS_ASSIGN(auto matrix, labels::loadLabels(database, study.descriptors));
    study.labels = std::make_shared<const labels::LabelMatrix>(std::move(matrix));
    for (const Split split : {Split::Calibration, Split::Validation})
        study.splitLabels[indexOf(split)] =
            tagging::SplitLabels::make(*study.labels, study.corpus->members[indexOf(split)]);
    return {};
}

bool canBeMadeAgain(ErrorCode code) {
    return code == ErrorCode::NotFound || code == ErrorCode::Stale || code == ErrorCode::Corrupt ||
           code == ErrorCode::Truncated || code == ErrorCode::MissingInput;
}

/// Ranks can always be made again: that they are missing or old is a state of the study, not a failure to open it.
Status openRanks(store::Project& project, StudyData& study) {
    NS_ASSIGN(const Hash128 corpus, corpus::corpusHash(project.connection()));
    for (const Split split : {Split::Calibration, Split::Validation}) {
        auto ranks = extraction::openRanks(project.activationsFolder(), *study.run, *study.corpus, corpus, split);
        if (ranks) {
            study.ranks[indexOf(split)] = std::move(ranks).value();
            continue;
        }
        const Error& error = ranks.error();
        if (!canBeMadeAgain(error.code))
            return error;
        study.ranksNote = error.why;
    }
    return {};
}

Status loadRun(store::Project& project, StudyData& study) {
    NS_ASSIGN(study.run, extraction::currentRun(project.connection()));
    if (!study.run)
        return {};
    if (study.run->sentences != study.corpus->size()) {
        study.ranksNote = "activations cover " + std::to_string(study.run->sentences) + " of " +
                          std::to_string(study.corpus->size()) + " sentences";
        return {};
    }
    return openRanks(project, study);
}

} // namespace

std::vector<std::uint8_t> StudyData::active() const {
    std::vector<std::uint8_t> flags;
    for (const labels::Descriptor& descriptor : descriptors)
        flags.push_back(descriptor.excluded ? 0 : 1);
    return flags;
}

Result<std::shared_ptr<const StudyData>> loadStudy(store::Project& project) {
    auto study = std::make_shared<StudyData>();
    study->folder = project.folder();
    NS_TRY(loadCorpus(project.connection(), *study));
    NS_TRY(loadStudyLabels(project.connection(), *study));
    NS_TRY(loadRun(project, *study));
    NS_ASSIGN(study->thresholds, loadThresholds(project.connection()));
    return std::shared_ptr<const StudyData>(std::move(study));
}

Result<std::shared_ptr<const StudyData>> reloadLabels(const StudyData& study, store::Database& database) {
    auto reloaded = std::make_shared<StudyData>(study);
    NS_TRY(loadStudyLabels(database, *reloaded));
    return std::shared_ptr<const StudyData>(std::move(reloaded));
}

Status requireTaggable(const StudyData& study) {
    if (study.corpus->size() == 0)
        return Error{ErrorCode::MissingInput, "corpus", "the study has no sentences", "Run import first"};
    if (study.corpus->members[0].empty() || study.corpus->members[1].empty())
        return Error{ErrorCode::MissingInput, "corpus", "one of its halves has no sentence", "Import more sentences"};
    if (!study.labels)
        return Error{ErrorCode::MissingInput, "labels", "the study has no descriptors", "Run label first"};
    if (!study.run)
        return Error{ErrorCode::MissingInput, "activations", "the study has no finished extraction",
                     "Run extract first"};
    if (!study.taggable())
        return Error{ErrorCode::Stale, "activations", study.ranksNote, "Run extract again"};
    return {};
}

Result<tagging::Tagger> makeTagger(const StudyData& study, Split split, tagging::Tail tail) {
    NS_TRY(requireTaggable(study));
    return tagging::Tagger(study.ranks[indexOf(split)], study.splitLabels[indexOf(split)], study.active(),
                           study.run->units, tail);
}

} // namespace neuroscribe::pipeline
