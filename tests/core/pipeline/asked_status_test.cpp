#include "core/corpus/importer.h"
#include "core/descriptors/describe.h"
#include "core/labels/labeler.h"
#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/support/fake_language_model.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;

namespace {

struct Study {
    test::ScratchFolder scratch;
    store::Project project = store::Project::create(scratch.file("study")).value();
    NullProgress progress;

    void import(int first, int count) {
        std::string csv = "text\n";
        for (int i = first; i < first + count; ++i)
            csv += "sentence number " + std::to_string(i) + " of a made corpus with enough words in it\n";
        test::writeFile(scratch.file("in.csv"), csv);
        corpus::ImportOptions options;
        options.language = "any";
        REQUIRE(corpus::importFiles(project, {scratch.file("in.csv")}, options, {}, progress));
    }
    void add(const std::string& name, const std::vector<std::string>& synonyms = {}) {
        REQUIRE(labels::addDescriptor(project.writer(), name, synonyms));
    }
    void label(const std::string& identity, const std::string& prompt = llm::kDefaultYesNoTemplate) {
        test::FakeLanguageModel model;
        model.identityText = identity;
        labels::LabelRequest request;
        request.prompt = prompt;
        REQUIRE(labels::labelWithModel(project, model, request, {}, progress));
    }
    StepStatus step(Step step) {
        const auto steps = status(project);
        REQUIRE(steps);
        return steps->at(static_cast<std::size_t>(step));
    }
};

bool has(const StepStatus& status, const std::string& text) {
    return status.why.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("labels are partial where sentences or questions are new, and stale where an earlier engine still answers") {
    Study study;
    study.import(0, 10);
    study.add("food");
    CHECK(study.step(Step::Labels).state == StepState::Missing);
    study.label("one");
    CHECK(study.step(Step::Labels).state == StepState::Done);
    study.import(10, 4);
    CHECK(study.step(Step::Labels).state == StepState::Partial);
    CHECK(study.step(Step::Labels).done == 10);
    CHECK(study.step(Step::Labels).total == 14);
    study.label("one");
    study.add("place");
    CHECK(has(study.step(Step::Labels), "14 of 28"));
    study.label("one");
    CHECK(study.step(Step::Labels).state == StepState::Done);

    // Another engine was asked, and has not answered everything: the first still stands in for it.
    const auto engine = llm::registerEngine(
        study.project.writer(),
        {.annotator = "B", .spec = "fake", .identity = "two", .promptHash = "x", .prompt = "{sentence} {descriptor}"});
    REQUIRE(engine);
    CHECK(study.step(Step::Labels).state == StepState::Stale);
    CHECK(has(study.step(Step::Labels), "28 answers"));
    REQUIRE(labels::storeAnswers(study.project.writer(), *engine, "food", SentenceId(0),
                                 std::vector<labels::Answer>(14, labels::Answer::Yes)));
    CHECK(has(study.step(Step::Labels), "14 answers"));
    study.label("one");
    CHECK(study.step(Step::Labels).state == StepState::Done);
    study.label("one", "About {descriptor}? {sentence}");
    CHECK(study.step(Step::Labels).state == StepState::Done);
}

TEST_CASE("labels by words are stale when a descriptor's terms have changed") {
    Study study;
    study.import(0, 10);
    study.add("food", {"corpus"});
    const test::ScratchFolder wordnet;
    REQUIRE(labels::labelLexically(study.project, "B", {}, study.progress, test::writeWordNet(wordnet)));
    CHECK(study.step(Step::Labels).state == StepState::Done);
    study.add("food", {"sentence"});
    CHECK(study.step(Step::Labels).state == StepState::Stale);
    CHECK(has(study.step(Step::Labels), "food"));
    REQUIRE(labels::labelLexically(study.project, "B", {}, study.progress, test::writeWordNet(wordnet)));
    CHECK(study.step(Step::Labels).state == StepState::Done);
}

TEST_CASE("the step of the descriptors knows which sentences wait for topics") {
    Study study;
    study.import(0, 10);
    CHECK(study.step(Step::Descriptors).state == StepState::Missing);
    test::FakeLanguageModel model;
    model.describe = [](const std::string& prompt) -> llm::Reply {
        if (prompt.find("number 3") != std::string::npos)
            return {.failure = llm::Failure::Server, .detail = "500"};
        return {.text = "Taste"};
    };
    descriptors::DescribeRequest request;
    request.prompt = "Topics of {sentence}?";
    const auto describe = [&] {
        REQUIRE(descriptors::describeWithModel(study.project, model, request, {}, study.progress));
    };
    describe();
    CHECK(study.step(Step::Descriptors).state == StepState::Partial);
    CHECK(has(study.step(Step::Descriptors), "1 of 10 questions for topics failed"));
    study.import(10, 2);
    CHECK(has(study.step(Step::Descriptors), "2 of 12 questions for topics were not asked"));
    model.describe = [](const std::string&) { return llm::Reply{.text = "Taste"}; };
    request.retryFailed = true;
    describe();
    CHECK(study.step(Step::Descriptors).state == StepState::Partial);
    CHECK(has(study.step(Step::Descriptors), "none is a descriptor"));
    study.add("taste");
    CHECK(study.step(Step::Descriptors).state == StepState::Done);
    CHECK(study.step(Step::Descriptors).done == 1);
}
