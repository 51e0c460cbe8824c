// The built-in study: membership becomes labels, an unfinished one is resumed, a person's study is never touched.
#include "core/pipeline/demo.h"

#include <cstdio>
#include <string>

#include "core/corpus/sentence.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::pipeline {
namespace {

/// `count` synsets of lexicographer files 05 (animal) and 13 (food), as data.noun writes them.
std::string madeSynsets(int count) {
    std::string lines = "  1 This software and database is being provided to you  \n";
    for (int i = 0; i < count; ++i) {
        char line[256];
        std::snprintf(
            line, sizeof line,
            "%08d %s n 01 word%d 0 001 @ 00001740 n 0000 | thing number %d that is known to somebody as one of "
            "the many %s  \n",
            i, i % 3 == 0 ? "13" : "05", i, i, i % 3 == 0 ? "dishes" : "beasts");
        lines += line;
    }
    return lines;
}

bool nnBuilt() {
    return std::filesystem::exists(test::programFolder() / "neuroscribe_nn.so");
}

DemoOptions optionsFor(const test::ScratchFolder& scratch) {
    test::writeFile(scratch.file("data.noun"), madeSynsets(150));
    DemoOptions options;
    options.folder = scratch.file("demo");
    options.model = (test::sourceFolder() / "resources/demo/reviews-bert-mini").string();
    options.wordnet = scratch.file("data.noun");
    options.device = "cpu";
    return options;
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
    REQUIRE((*study)->descriptors.size() == 2);
    CHECK((*study)->corpus->size() == 150);
    CHECK((*study)->run->neurons() == 768);
    const corpus::CorpusIndex& index = *(*study)->corpus;
    for (std::uint32_t id = 0; id < index.size(); ++id)
        for (std::uint32_t c = 0; c < 2; ++c)
            CHECK((*study)->labels->at(SentenceId(id), c) ==
                  (index.categories[index.category[id]] == (*study)->descriptors[c].name ? labels::Answer::Yes
                                                                                         : labels::Answer::No));
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
    auto again = buildDemo(options, {}, progress);
    REQUIRE(again);
    checkFinished(*again);
}

TEST_CASE("the built-in study, stopped in any step, is resumed") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const test::ScratchFolder scratch;
    const DemoOptions options = optionsFor(scratch);
    for (const char* step : {"import", "label", "extract"}) {
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
