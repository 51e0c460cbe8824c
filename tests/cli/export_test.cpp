// `export`: answers of people there and back, and every rule's value of every cell.
#include <cmath>
#include <filesystem>

#include "core/base/random.h"
#include "core/labels/person_answers.h"
#include "core/store/project.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using labels::PersonAnswer;
using nlohmann::json;

/// Answers of every kind by two people, one of whom has a name that needs quotes.
void addAnswers(const std::string& folder) {
    auto project = store::Project::open(folder);
    REQUIRE(project);
    auto transaction = store::Transaction::begin(project->writer());
    REQUIRE(transaction);
    Random random(8);
    for (const char* person : {"Maria", "Tom, \"T\""})
        for (const char* question : {"food", "place"})
            for (std::uint32_t id = 0; id < 60; ++id) {
                const PersonAnswer answer{question,
                                          SentenceId(id),
                                          static_cast<labels::Verdict>(random.below(3)),
                                          static_cast<labels::Drawn>(random.below(2)),
                                          static_cast<labels::Answer>(random.below(3)),
                                          random.below(3) ? static_cast<double>(random.below(1000)) / 7 : 0.0,
                                          static_cast<std::int64_t>(random.below(2) * 1'700'000'000)};
                REQUIRE(labels::storePersonAnswer(project->writer(), person, answer));
            }
    REQUIRE(transaction->commit());
}

std::vector<std::pair<std::string, std::vector<PersonAnswer>>> answersIn(const std::string& folder) {
    auto project = store::Project::open(folder, store::Access::ReadOnly);
    REQUIRE(project);
    std::vector<std::pair<std::string, std::vector<PersonAnswer>>> all;
    const auto people = labels::loadPeople(project->connection());
    REQUIRE(people);
    for (const std::string& person : *people)
        all.emplace_back(person, labels::loadPersonAnswers(project->connection(), person).value());
    return all;
}

} // namespace

TEST_CASE("answers that are exported and imported into a copy of the study are the same there") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    makeStudy(study, madeReviews(120));
    for (const char* format : {"csv", "json", "jsonl"})
        std::filesystem::copy(study, scratch.file(std::string("copy.") + format),
                              std::filesystem::copy_options::recursive);
    addAnswers(study);
    const auto given = answersIn(study);
    REQUIRE(given.size() == 2);
    REQUIRE(given[0].second.size() == 120);
    for (const std::string format : {"csv", "json", "jsonl"}) {
        const std::string file = scratch.file("answers." + format), copy = scratch.file("copy." + format);
        const json written = runJson({"export", "-p", study, "--what", "answers", "--format", format, "--out", file});
        CHECK(written["rows"] == 240);
        CHECK(written["columns"] == 9);
        const json imported = runJson({"label", "-p", copy, "--import", file});
        CHECK(imported["pairs"] == 240);
        CHECK(imported["unsure"].get<int>() > 0);
        CHECK(imported["unanswered"] == 0);
        CHECK(answersIn(copy) == given);
        for (const char* other : {"Tom, \"T\"", "B"})
            CHECK(runJson({"agreement", "-p", copy, "--a", "Maria", "--b", other}) ==
                  runJson({"agreement", "-p", study, "--a", "Maria", "--b", other}));
    }
    const std::string one = scratch.file("maria.csv");
    CHECK(runJson({"export", "-p", study, "--what", "answers", "--as", "Maria", "--out", one})["rows"] == 120);
    const Finished nobody =
        runCli({"export", "-p", study, "--what", "answers", "--as", "Mario", "--out", scratch.file("x.csv")});
    CHECK(nobody.status == 1);
    CHECK(nobody.err.find("There are: Maria, Tom") != std::string::npos);
}

TEST_CASE("a study in which no person has answered says so, and a wrong row of answers by file and row") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    makeStudy(study, madeReviews(60));
    const Finished none = runCli({"export", "-p", study, "--what", "answers", "--out", scratch.file("x.csv")});
    CHECK(none.status == 1);
    CHECK(none.err.find("no person has answered yet") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scratch.file("x.csv")));
    const std::string file = scratch.file("answers.csv");
    writeFile(file, "id,descriptor,answer\n0,food,yes\n1,food,perhaps\n");
    const Finished wrong = runCli({"label", "-p", study, "--import", file, "--as", "Maria"});
    CHECK(wrong.status == 1);
    CHECK(wrong.err.find(file + ":3: answer") != std::string::npos);
    CHECK(answersIn(study).empty());
}

TEST_CASE("every rule's value of every cell is exported, and is what tag says") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study"), file = scratch.file("values");
    makeStudy(study, madeReviews(300));
    const std::vector<std::string> thresholds{"-k", "10", "-t", "0"};
    const auto with = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), thresholds.begin(), thresholds.end());
        arguments.insert(arguments.end(), {"-p", study});
        return runJson(arguments);
    };
    for (const std::string rule : {"share", "occurrence", "lift", "r", "f1", "iou", "auroc", "auprc"}) {
        INFO(rule);
        const auto exported = [&](const std::string& format) {
            with({"export", "--what", "heatmap", "--value", rule, "--format", format, "--out", file});
        };
        exported("npy");
        const Npy values = readNpy(file);
        REQUIRE(values.rows == kMadeNeurons);
        REQUIRE(values.columns == 2);
        std::size_t seen = 0;
        for (std::uint32_t neuron = 0; neuron < kMadeNeurons; ++neuron) {
            const std::string name = std::to_string(neuron / kMadeUnits) + "/" + std::to_string(neuron % kMadeUnits);
            const json document = with({"tag", "--neuron", name});
            REQUIRE(document["cells"].size() == 2);
            for (const json& cell : document["cells"]) {
                const std::size_t column = cell["descriptor"] == "food" ? 0 : 1;
                const json& value = cell["rules"][rule];
                REQUIRE(value.is_null() == std::isnan(values.at(neuron, column)));
                if (!value.is_null())
                    CHECK(values.at(neuron, column) == Approx(value.get<double>()).margin(1e-6));
                ++seen;
            }
        }
        CHECK(seen == 2 * kMadeNeurons);
        exported("json");
        const json rows = json::parse(readFile(file));
        REQUIRE(rows.size() == kMadeNeurons);
        CHECK(rows[3]["neuron"] == "0/3");
        CHECK(rows[3]["place"].get<double>() == Approx(values.at(3, 1)).margin(1e-6));
        exported("csv");
        CHECK(readFile(file).starts_with("neuron,food,place\n0/0,"));
        exported("svg");
        CHECK(readFile(file).find(">" + rule + "<") != std::string::npos);
    }
    CHECK(runCli({"export", "-p", study, "--what", "heatmap", "--value", "cosine", "--out", file}).status == 2);
}

} // namespace neuroscribe::test
