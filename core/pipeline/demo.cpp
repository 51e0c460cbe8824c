#include "core/pipeline/demo.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "core/corpus/importer.h"
#include "core/corpus/sentence.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/device.h"
#include "core/pipeline/thresholds.h"

namespace neuroscribe::pipeline {
namespace {

namespace fs = std::filesystem;
using store::Project;

/// Marks a study as ours, so that no study of a person is ever filled with glosses.
constexpr const char* kMark = "demo";
constexpr const char* kMarkValue = "\"wordnet-nouns 1\"";
constexpr std::uint32_t kAnswerBlock = 4096;

Result<Project> openOrCreate(const std::string& folder) {
    std::error_code error;
    if (!fs::exists(fs::path(folder) / "study.neuroscribe", error)) {
        NS_ASSIGN(Project project, Project::create(folder));
        NS_TRY(project.setValue(kMark, kMarkValue));
        return project;
    }
    NS_ASSIGN(Project project, Project::open(folder));
    NS_ASSIGN(const auto mark, project.value(kMark));
    if (mark == kMarkValue)
        return project;
    // Killed between creating and marking: an empty study is nobody's.
    NS_ASSIGN(const auto sentences, project.connection().integer("SELECT count(*) FROM sentence"));
    if (mark || sentences.value_or(0) != 0)
        return Error{ErrorCode::AlreadyExists, folder, "the folder holds another study",
                     "Name an empty folder with --folder"};
    NS_TRY(project.setValue(kMark, kMarkValue));
    return project;
}

Status importGlosses(Project& project, const std::string& wordnet, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto sentences, project.connection().integer("SELECT count(*) FROM sentence"));
    if (sentences.value_or(0) != 0)
        return {};
    std::string file = wordnet;
    if (file.empty()) {
        NS_ASSIGN(file, findWordNet());
    }
    corpus::ImportOptions options;
    options.format = corpus::Format::WordNet;
    options.maxPerCategory = 0;
    options.language = "any"; // known to be English; short glosses would confuse a guess
    NS_ASSIGN(const auto counts, corpus::importFiles(project, {file}, options, stop, progress));
    if (counts.kept == 0)
        return Error{ErrorCode::Parse, file, "no gloss of 10 to 200 words was found", ""};
    return {};
}

/// Every sentence answered: yes in its own category, no elsewhere.
Status answerCategory(store::Database& database, const corpus::CorpusIndex& index, EngineId engine,
                      const labels::Descriptor& descriptor) {
    std::vector<labels::Answer> answers;
    for (std::size_t first = 0; first < index.size(); first += kAnswerBlock) {
        const std::size_t end = std::min(index.size(), first + kAnswerBlock);
        answers.clear();
        for (std::size_t i = first; i < end; ++i)
            answers.push_back(index.categories[index.category[i]] == descriptor.name ? labels::Answer::Yes
                                                                                     : labels::Answer::No);
        NS_TRY(labels::storeAnswers(database, engine, descriptor.question,
                                    SentenceId(static_cast<std::uint32_t>(first)), answers));
    }
    return {};
}

Result<std::vector<labels::Descriptor>> addCategories(store::Database& database, std::vector<std::string> categories) {
    std::sort(categories.begin(), categories.end());
    for (const std::string& name : categories)
        NS_TRY(labels::addDescriptor(database, name));
    return labels::loadDescriptors(database);
}

/// All categories in one transaction: either every answer is there or none.
Status labelByCategory(Project& project, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto descriptors, project.connection().integer("SELECT count(*) FROM descriptor"));
    if (descriptors.value_or(0) != 0)
        return {};
    store::Database& database = project.writer();
    NS_ASSIGN(const corpus::CorpusIndex index, corpus::loadIndex(database));
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(const EngineId engine,
              labels::registerEngine(database, labels::kLabelMatrixName, kLexnamesEngine, kLexnamesEngine));
    NS_ASSIGN(const auto added, addCategories(database, index.categories));
    ProgressMeter meter(progress, "label", added.size());
    for (std::size_t i = 0; i < added.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "label", "stopped before the answers were stored", ""};
        NS_TRY(answerCategory(database, index, engine, added[i]));
        meter.update(i + 1);
    }
    return transaction.commit();
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

} // namespace

Result<std::string> defaultDemoFolder() {
    NS_ASSIGN(const std::string studies, studiesFolder());
    return studies + "/demo";
}

Result<Project> buildDemo(const DemoOptions& options, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(Project project, openOrCreate(options.folder));
    NS_TRY(importGlosses(project, options.wordnet, stop, progress));
    NS_TRY(labelByCategory(project, stop, progress));
    NS_TRY(extractActivations(project, options, stop, progress));
    return project;
}

} // namespace neuroscribe::pipeline
