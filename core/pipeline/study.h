// The study as a whole: steps with state, and the data that views need, loaded once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/corpus/sentence.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/thresholds.h"
#include "core/store/project.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::pipeline {

enum class Step : std::uint8_t { Corpus, Descriptors, Labels, Activations, Tags };
enum class StepState : std::uint8_t { Missing, Running, Partial, Stale, Done };
const char* stepName(Step step);        ///< "corpus", "descriptors", "labels", "activations", "tags"
const char* stateName(StepState state); ///< "missing", ...

struct StepStatus {
    Step step = Step::Corpus;
    StepState state = StepState::Missing;
    std::string why;        ///< English; why stale, what is missing
    std::uint64_t done = 0; ///< units: sentences, descriptors, answered pairs, sentences, tagged neurons
    std::uint64_t total = 0;
};
/// In the order of Step. Never Running: that is known by who runs it.
Result<std::vector<StepStatus>> status(store::Project& project);

/// What the views draw from: an immutable snapshot, loaded on any thread.
struct StudyData {
    std::string folder;
    std::shared_ptr<const corpus::CorpusIndex> corpus;
    std::vector<labels::Descriptor> descriptors;
    std::shared_ptr<const labels::LabelMatrix> labels;
    std::optional<extraction::RunInfo> run;
    std::shared_ptr<const tagging::SplitLabels> splitLabels[2]; ///< by split; null without labels
    std::shared_ptr<const tagging::RankTable> ranks[2];         ///< by split; null without activations
    std::string ranksNote;                                      ///< why there are no ranks, English; may be empty
    tagging::Thresholds thresholds;                             ///< as stored
    std::vector<std::uint8_t> active() const;                   ///< 1 per descriptor that is not excluded
    bool taggable() const { return run && labels && ranks[0] && ranks[1]; }
};
/// Missing steps leave their members empty; a damaged one is an error.
Result<std::shared_ptr<const StudyData>> loadStudy(store::Project& project);

/// The study with descriptors and labels as they are stored now; everything else is shared with `study`. Light enough
/// to follow an edit, on any connection.
Result<std::shared_ptr<const StudyData>> reloadLabels(const StudyData& study, store::Database& database);

/// Fine when tags can be computed; else MissingInput or Stale, saying which step to run.
Status requireTaggable(const StudyData& study);
/// A tagger over one split and tail of a taggable study. Errors: those of requireTaggable.
Result<tagging::Tagger> makeTagger(const StudyData& study, corpus::Split split, tagging::Tail tail);

} // namespace neuroscribe::pipeline
