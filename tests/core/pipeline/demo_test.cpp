// The built-in study: topics become clusters, clusters labels, membership reference labels. An unfinished one is
// resumed, a person's study is never touched.
// resumed, a person's study is never touched.
#include "core/pipeline/demo.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "core/corpus/sentence.h"
#include "core/descriptors/curation_edits.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/curate.h"
#include "core/pipeline/report.h"
#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

namespace neuroscribe::pipeline {
namespace {

constexpr const char* kAnimals[] = {"dog", "horse", "bird", "fish"};
constexpr const char* kDishes[] = {"bread", "soup", "cake", "salad"};
constexpr int kGlosses = 144;

/// A WordNet of eight nouns and as many glosses about them as above: three in four are animals (05), the others food
/// (13); of gizmos it knows nothing.
void writeWordNetOf(const test::ScratchFolder& scratch) {
    test::writeWordNetNouns(scratch); // for the files of the other parts of speech
    std::string data = "  1 This software and database is being provided to you  \n";
    std::string index;
    std::string counts;
    for (int i = 0; i < kGlosses; ++i) {
        const bool isFood = i % 4 == 3;
        const char* noun = isFood ? kDishes[i / 4 % 4] : kAnimals[i % 3 + (i / 4 % 2)];
        char line[256];
        std::snprintf(
            line, sizeof line,
            "%08d %s n 01 %s_%d 0 000 | number %d of the gizmos that are as good as the very best %s of all  \n", i,
            isFood ? "13" : "05", noun, i, i, noun);
        data += line;
    }
    int offset = kGlosses;
    for (const auto& [nouns, file] : {std::pair(kAnimals, "05"), std::pair(kDishes, "13")})
        for (int i = 0; i < 4; ++i, ++offset) {
            char line[256];
            std::snprintf(line, sizeof line, "%08d %s n 01 %s 0 000 | too short  \n", offset, file, nouns[i]);
            data += line;
            std::snprintf(line, sizeof line, "%s n 1 0 1 1 %08d\n", nouns[i], offset);
            index += line;
            counts += std::string(nouns[i]) + "%1:05:00:: 1 9\n";
        }
    test::writeFile(scratch.file("data.noun"), data);
    test::writeFile(scratch.file("index.noun"), index);
    test::writeFile(scratch.file("cntlist.rev"), counts);
}

bool nnBuilt() {
    return std::filesystem::exists(test::programFolder() / "neuroscribe_nn.so");
}

DemoOptions optionsFor(const test::ScratchFolder& scratch) {
    writeWordNetOf(scratch);
    DemoOptions options;
    options.folder = scratch.file("demo");
    options.model = (test::sourceFolder() / "resources/demo/reviews-bert-mini").string();
    options.encoder = (test::sourceFolder() / "resources/demo/reviews-sbert-mini").string();
    options.wordnet = scratch.file("data.noun");
    options.device = "cpu";
    options.minClusterSize = 1;
    return options;
}

/// B says whether a word of the descriptor occurs, WordNet whether the gloss is of the category.
void checkColumn(store::Project& project, const StudyData& study, const labels::LabelMatrix& reference,
                 std::uint32_t column, const std::string& category) {
    const labels::Descriptor& descriptor = study.descriptors[column];
    for (std::uint32_t id = 0; id < study.corpus->size(); ++id) {
        const auto sentence = corpus::loadSentence(project.connection(), SentenceId(id));
        REQUIRE(sentence);
        bool occurs = sentence->text.find(descriptor.name) != std::string::npos;
        for (const std::string& term : descriptor.synonyms)
            occurs = occurs || sentence->text.find(term) != std::string::npos;
        CHECK(study.labels->at(SentenceId(id), column) == (occurs ? labels::Answer::Yes : labels::Answer::No));
        const bool belongs = study.corpus->categories[study.corpus->category[id]] == category;
        CHECK(reference.at(SentenceId(id), column) == (belongs ? labels::Answer::Yes : labels::Answer::No));
    }
}

void checkFinished(store::Project& project) {
    const auto steps = status(project);
    REQUIRE(steps);
    for (const StepStatus& step : *steps) {
        INFO(stepName(step.step) << ": " << step.why);
        CHECK(step.state == StepState::Done);
    }
    const auto study = loadStudy(project);
    REQUIRE(study);
    CHECK((*study)->corpus->size() == kGlosses);
    CHECK((*study)->run->neurons() == 768);
    const auto reference = labels::loadLabels(project.connection(), (*study)->descriptors, kWordNetAnnotator);
    REQUIRE(reference);
    for (std::uint32_t c = 0; c < (*study)->descriptors.size(); ++c) {
        const labels::Descriptor& descriptor = (*study)->descriptors[c];
        INFO(descriptor.name);
        const bool isAnimal = std::ranges::find(kAnimals, descriptor.name) != std::end(kAnimals);
        const bool isDish = std::ranges::find(kDishes, descriptor.name) != std::end(kDishes);
        CHECK_FALSE(descriptor.excluded);
        CHECK((isAnimal || isDish)); // the gizmos are of no category
        checkColumn(project, **study, *reference, c, isAnimal ? "animal" : "food");
    }
    CHECK((*study)->descriptors.size() >= 2);
    const auto curation = descriptors::loadCuration(project.connection());
    REQUIRE(curation);
    CHECK(std::ranges::any_of(curation->clusters(), [](const auto& entry) { return !entry.second.isDescriptor(); }));
}

/// Asks to stop as soon as a step is reported.
struct StopAt final : ProgressSink {
    explicit StopAt(std::string stepName) : step(std::move(stepName)) {}
    void progress(const Progress& progress) override {
        if (progress.step == step)
            stop.request_stop();
    }
    std::string step;
    std::stop_source stop;
};

} // namespace

TEST_CASE("the built-in study is complete, and opens without WordNet afterwards") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const test::ScratchFolder scratch;
    DemoOptions options = optionsFor(scratch);
    NullProgress progress;
    {
        auto project = buildDemo(options, {}, progress);
        REQUIRE(project);
        checkFinished(*project);
    }
    options.wordnet = scratch.file("gone");
    options.model = scratch.file("gone");
    options.encoder = scratch.file("gone");
    auto again = buildDemo(options, {}, progress);
    REQUIRE(again);
    checkFinished(*again);
}

TEST_CASE("the report of the built-in study, and of no other, stands beside the paper") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const test::ScratchFolder scratch;
    NullProgress progress;
    auto project = buildDemo(optionsFor(scratch), {}, progress);
    REQUIRE(project);
    const auto reportOf = [&] {
        const auto study = loadStudy(*project);
        REQUIRE(study);
        ReportOptions options;
        options.resamples = 5;
        auto report = studyReport(project->connection(), **study, (*study)->thresholds, options, {}, progress);
        REQUIRE(report);
        return io::reportHtml(*report);
    };
    const std::string ours = reportOf();
    for (const char* text : {"<h2>Beside the paper</h2>", "<td>0.75</td>", "<td>0.50</td>",
                             "<td>0.95 at its best t</td>", "<dt>Truth</dt><dd>WordNet, 100.0 %"})
        CHECK(ours.find(text) != std::string::npos);
    REQUIRE(project->setValue("demo", "\"wordnet-nouns 1\""));
    CHECK(reportOf().find("Beside the paper") == std::string::npos);
}

TEST_CASE("the built-in study, stopped in any step, is resumed") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const test::ScratchFolder scratch;
    const DemoOptions options = optionsFor(scratch);
    for (const char* step : {"import", "describe", "embed", "label", "extract"}) {
        StopAt stopper(step);
        const auto stopped = buildDemo(options, stopper.stop.get_token(), stopper);
        if (!stopped)
            CHECK(stopped.error().code == ErrorCode::Cancelled);
    }
    NullProgress progress;
    auto project = buildDemo(options, {}, progress);
    REQUIRE(project);
    checkFinished(*project);
}

TEST_CASE("what a person changed in a finished built-in study stays, and one of the first version just opens") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const test::ScratchFolder scratch;
    const DemoOptions options = optionsFor(scratch);
    NullProgress progress;
    {
        auto project = buildDemo(options, {}, progress);
        REQUIRE(project);
        auto curation = descriptors::loadCuration(project->writer());
        REQUIRE(curation);
        const ClusterId first = curation->clusters().begin()->first;
        REQUIRE(applyCurationEdit(project->writer(), *curation,
                                  *descriptors::rename(*curation, first, "Something else", false)));
        REQUIRE(project->writer().execute("DELETE FROM study_value WHERE key = 'demo_finished'"));
        REQUIRE(project->setValue("demo", "\"wordnet-nouns 1\""));
    }
    for (int round = 0; round < 2; ++round) {
        auto project = buildDemo(options, {}, progress);
        REQUIRE(project);
        const auto curation = descriptors::loadCuration(project->writer());
        REQUIRE(curation);
        CHECK(curation->clusters().begin()->second.name == "Something else");
        CHECK(project->value("demo")->value() == "\"wordnet-nouns 1\"");
    }
}

TEST_CASE("a folder with another study is left alone") {
    const test::ScratchFolder scratch;
    const DemoOptions options = optionsFor(scratch);
    {
        auto project = store::Project::create(options.folder);
        REQUIRE(project);
        REQUIRE(project->setValue("demo", "\"something else\""));
    }
    NullProgress progress;
    const auto built = buildDemo(options, {}, progress);
    REQUIRE_FALSE(built);
    CHECK(built.error().code == ErrorCode::AlreadyExists);
}

} // namespace neuroscribe::pipeline
