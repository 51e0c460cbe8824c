#include "core/pipeline/demo.h"

#include <algorithm>
#include <filesystem>

#include "core/corpus/importer.h"
#include "core/descriptors/describe.h"
#include "core/descriptors/description.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/cluster_descriptors.h"
#include "core/pipeline/demo_reference.h"
#include "core/pipeline/device.h"
#include "core/pipeline/embed_descriptors.h"
#include "core/pipeline/thresholds.h"

namespace neuroscribe::pipeline {
namespace {

namespace fs = std::filesystem;
using store::Project;

/// Marks a study as ours, so that no study of a person is ever filled with glosses.
constexpr const char* kMark = "demo";
constexpr const char* kMarkValue = "\"wordnet-nouns 2\"";
/// Of version 0.1: its descriptors are the categories themselves.
constexpr const char* kFirstMarkValue = "\"wordnet-nouns 1\"";
constexpr const char* kFinished = "demo_finished";

constexpr std::uint32_t kTopics = 4; ///< of a gloss at most
/// High: most topics are single words, which this encoder tells apart less well than phrases.
constexpr double kThreshold = 0.8;
/// Such topics are in one gloss of a hundred: a tenth of the exemplars is far from chance.
constexpr std::uint32_t kShareMilli = 100;

Result<Project> openOrCreate(const std::string& folder) {
    std::error_code error;
    if (!fs::exists(fs::path(folder) / "study.neuroscribe", error)) {
        NS_ASSIGN(Project project, Project::create(folder));
        NS_TRY(project.setValue(kMark, kMarkValue));
        return project;
    }
    NS_ASSIGN(Project project, Project::open(folder));
    NS_ASSIGN(const auto mark, project.value(kMark));
    if (mark == kMarkValue || mark == kFirstMarkValue)
        return project;
    // Killed between creating and marking: an empty study is nobody's.
    NS_ASSIGN(const auto sentences, project.connection().integer("SELECT count(*) FROM sentence"));
    if (mark || sentences.value_or(0) != 0)
        return Error{ErrorCode::AlreadyExists, folder, "the folder holds another study",
                     "Name an empty folder with --folder"};
    NS_TRY(project.setValue(kMark, kMarkValue));
    return project;
}

Status importGlosses(Project& project, const std::string& file, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto sentences, project.connection().integer("SELECT count(*) FROM sentence"));
    if (sentences.value_or(0) != 0)
        return {};
    corpus::ImportOptions options;
    options.format = corpus::Format::WordNet;
    options.maxPerCategory = 0;
    options.language = "any"; // known to be English; short glosses would confuse a guess
    NS_ASSIGN(const auto counts, corpus::importFiles(project, {file}, options, stop, progress));
    if (counts.kept == 0)
        return Error{ErrorCode::Parse, file, "no gloss of 10 to 200 words was found", ""};
    return {};
}

Status nameTopics(Project& project, const std::string& wordnetFolder, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto coverage, descriptors::loadCoverage(project.connection()));
    if (coverage.answered > 0 && coverage.unanswered == 0)
        return {};
    return descriptors::describeLexically(project, kTopics, std::move(stop), progress, wordnetFolder);
}

Status cluster(Project& project, const DemoOptions& options, const descriptors::ClusterNamer& namer,
               std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto done, descriptors::loadClustering(project.connection()));
    if (done)
        return {};
    std::string encoder = options.encoder;
    if (encoder.empty()) {
        NS_ASSIGN(encoder, findResource("demo/reviews-sbert-mini"));
    }
    NS_ASSIGN(const auto embedded,
              embedDescriptors(project, {.encoder = encoder, .device = options.device, .threads = options.threads},
                               stop, progress));
    NS_ASSIGN(const auto embeddings, descriptors::loadEmbeddings(project.connection(), embedded.model));
    const ClusterOptions how{
        .threshold = kThreshold,
        .minSize = options.minClusterSize,
        .name = descriptors::NameKind::HeadWord}; // what is said often reads better than what is central
    NS_TRY(clusterDescriptors(project, embeddings, embedded.model, namer, how, stop, progress));
    return {};
}

/// What WordNet says, then what the words of the clusters say.
Status label(Project& project, const std::string& wordnetFolder, const descriptors::ClusterNamer& namer,
             std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto annotators, labels::loadAnnotators(project.connection()));
    if (std::ranges::find(annotators, kWordNetAnnotator) == annotators.end())
        NS_TRY(addReference(project, namer, stop, progress));
    NS_TRY(labels::labelLexically(project, labels::kLabelMatrixName, stop, progress, wordnetFolder));
    NS_ASSIGN(tagging::Thresholds thresholds, loadThresholds(project.connection()));
    thresholds.tMilli = kShareMilli;
    return saveThresholds(project.writer(), thresholds);
}

Status extractActivations(Project& project, const DemoOptions& options, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto run, extraction::currentRun(project.connection()));
    NS_ASSIGN(const auto sentences, project.connection().integer("SELECT count(*) FROM sentence"));
    if (run && run->finished && run->sentences == sentences.value_or(0))
        return {};
    extraction::ExtractOptions extract;
    extract.model = options.model;
    if (extract.model.empty()) {
        NS_ASSIGN(extract.model, findResource("demo/reviews-bert-mini"));
    }
    extract.encoder.device = options.device;
    extract.encoder.threads = options.threads;
    NS_ASSIGN(extract.encoder.precision, precisionFor(options.device, "auto"));
    NS_TRY(extraction::extract(project, extract, stop, progress));
    return {};
}

/// Its labels are there in one piece or, where it was stopped before them, not at all.
Result<bool> isOfFirstVersion(Project& project) {
    NS_ASSIGN(const auto mark, project.value(kMark));
    NS_ASSIGN(const auto descriptors, project.connection().integer("SELECT count(*) FROM descriptor"));
    if (mark != kFirstMarkValue || descriptors.value_or(0) != 0)
        return mark == kFirstMarkValue;
    NS_TRY(project.setValue(kMark, kMarkValue));
    return false;
}

Status build(Project& project, const DemoOptions& options, std::stop_token stop, ProgressSink& progress) {
    std::string file = options.wordnet;
    if (file.empty()) {
        NS_ASSIGN(file, findWordNet());
    }
    const std::string folder = fs::path(file).parent_path().string();
    NS_TRY(importGlosses(project, file, stop, progress));
    NS_TRY(nameTopics(project, folder, stop, progress));
    NS_ASSIGN(const auto namer, descriptors::ClusterNamer::open(folder));
    NS_TRY(cluster(project, options, namer, stop, progress));
    NS_TRY(label(project, folder, namer, stop, progress));
    return extractActivations(project, options, std::move(stop), progress);
}

} // namespace

Result<std::string> defaultDemoFolder() {
    NS_ASSIGN(const std::string studies, studiesFolder());
    return studies + "/demo";
}

Result<bool> isBuiltInStudy(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT value FROM study_value WHERE key = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::string_view(kMark)).step());
    return row && select.text(0) == kMarkValue;
}

Result<Project> buildDemo(const DemoOptions& options, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(Project project, openOrCreate(options.folder));
    NS_ASSIGN(const bool isOld, isOfFirstVersion(project));
    NS_ASSIGN(const auto isFinished, project.value(kFinished));
    if (isFinished)
        return project;
    if (isOld)
        NS_TRY(extractActivations(project, options, std::move(stop), progress));
    else
        NS_TRY(build(project, options, std::move(stop), progress));
    NS_TRY(project.setValue(kFinished, "true"));
    return project;
}

} // namespace neuroscribe::pipeline
