// f* and lift* of `tag --neuron`, from the numbers that `agreement` and `tag` tell.
#include <algorithm>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr int kSentences = 300;

std::string madeStudy(const ScratchFolder& scratch) {
    makeStudy(scratch.file("study"), madeReviews(kSentences));
    return scratch.file("study");
}

/// Says of "food" what the labels say but for every sixth sentence, of "place" nothing.
void addAnn(const ScratchFolder& scratch, const std::string& study) {
    runJson({"export", "-p", study, "--what", "labels", "--format", "npy", "--out", scratch.file("b.npy")});
    const Npy labels = readNpy(scratch.file("b.npy"));
    std::string csv = "id,food,place\n";
    for (std::size_t id = 0; id < labels.rows; ++id) {
        const bool yes = labels.at(id, 0) == 1;
        csv += std::to_string(id) + (yes != (id % 6 == 0) ? ",1,\n" : ",0,\n");
    }
    writeFile(scratch.file("ann.csv"), csv);
    runJson({"label", "-p", study, "--import", scratch.file("ann.csv"), "--as", "Ann"});
}

/// Without what depends on who judges.
json uncorrected(json document) {
    document.erase("truth");
    for (const char* list : {"tags", "cells"})
        for (json& cell : document[list]) {
            cell.erase("noise_corrected");
            cell.erase("noise_corrected_why");
        }
    return document;
}

} // namespace

TEST_CASE("tag --neuron tells f* and lift* from the Se and Sp that agreement tells, and nothing else moves") {
    const ScratchFolder scratch;
    const std::string study = madeStudy(scratch);
    const json before = runJson({"tag", "-p", study, "--neuron", "1/3", "-k", "10", "-t", "0.2"});
    CHECK(before["truth"].is_null());
    for (const json& cell : before["cells"])
        CHECK((cell["noise_corrected"].is_null() && cell["noise_corrected_why"].is_null()));
    addAnn(scratch, study);
    CHECK(runJson({"tag", "-p", study, "--neuron", "1/3", "-k", "10", "-t", "0.2"}) == before); // Ann is no person

    const json judged = runJson({"tag", "-p", study, "--neuron", "1/3", "-k", "10", "-t", "0.2", "--truth", "Ann"});
    CHECK(judged["truth"] == "Ann");
    CHECK(uncorrected(judged) == uncorrected(before));
    const json quality = runJson({"agreement", "-p", study, "--a", "B", "--b", "Ann"})["descriptors"][0];
    const double se = quality["recall"]["weighted"]["value"], sp = quality["specificity"]["weighted"]["value"];
    REQUIRE(se + sp > 1);
    const auto corrected = [&](double share) { return std::clamp((share + sp - 1) / (se + sp - 1), 0.0, 1.0); };
    const json& food = judged["cells"][0];
    const double f = food["f"], base = food["base_rate"];
    const json& found = food["noise_corrected"];
    CHECK(food["noise_corrected_why"].is_null());
    CHECK(found["value"].get<double>() == Approx(corrected(f)).margin(1e-12));
    CHECK(found["lift"].get<double>() == Approx(corrected(f) / corrected(base)).epsilon(1e-9));
    CHECK(found["low"] <= found["value"]);
    CHECK(found["high"] >= found["value"]);
    CHECK(found["annotator"] == "Ann");
    CHECK(judged["cells"][1]["noise_corrected"].is_null());
    CHECK(judged["cells"][1]["noise_corrected_why"] == "not_judged");
    const Finished table = runCli({"tag", "-p", study, "--neuron", "1/3", "-k", "10", "-t", "0", "--truth", "Ann"});
    CHECK(table.out.find("as Ann judges them") != std::string::npos);
    CHECK(table.out.find("undefined: not_judged") != std::string::npos);
}

TEST_CASE("who judges has to exist, and goes with a neuron") {
    const ScratchFolder scratch;
    const std::string study = madeStudy(scratch);
    addAnn(scratch, study);
    const Finished unknown = runCli({"tag", "-p", study, "--neuron", "1/3", "--truth", "Tom"});
    CHECK(unknown.status == 1);
    CHECK(unknown.err.find("There are: Ann") != std::string::npos);
    CHECK(runCli({"tag", "-p", study, "--truth", "Ann"}).status == 2);
}

} // namespace neuroscribe::test
