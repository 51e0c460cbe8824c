// `report`: what stands in it is what the other verbs say.
#include <cstdio>
#include <string>

#include "core/base/random.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr int kSentences = 300;

struct Study {
    ScratchFolder scratch;
    std::string folder = scratch.file("study");

    Study() { makeStudy(folder, madeReviews(kSentences)); }
    /// Someone with answers about every `every`th sentence.
    void addAnnotator(const std::string& name, int every) const {
        Random random(name.size());
        std::string csv = "id,food,place\n";
        for (int id = 0; id < kSentences; id += every)
            csv += std::to_string(id) + (random.below(3) ? ",1," : ",0,") + (random.below(2) ? "1\n" : "0\n");
        writeFile(scratch.file("answers.csv"), csv);
        runJson({"label", "-p", folder, "--import", scratch.file("answers.csv"), "--as", name});
    }
    std::string report(const std::vector<std::string>& more = {}, const std::string& t = "0.2") const {
        std::vector<std::string> arguments{
            "report", "-p", folder, "--out", scratch.file("report.html"), "-k", "10", "-t", t, "--resamples", "20"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        runJson(arguments);
        return readFile(scratch.file("report.html"));
    }
};

bool has(const std::string& html, const std::string& text) {
    return html.find(text) != std::string::npos;
}

std::string fixed(const json& value) {
    if (value.is_null())
        return "undefined";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value.get<double>());
    return std::string(text) == "-0.00" ? "0.00" : text;
}

std::string withInterval(const json& value, const json& low, const json& high) {
    return fixed(value) + " (95 %: " + fixed(low) + " to " + fixed(high) + ")";
}

std::string numberCells(const json& estimate) {
    std::string cells;
    for (const char* key : {"value", "lo", "hi"})
        cells += "<td class=\"n\">" + (estimate.is_null() ? "undefined" : fixed(estimate[key])) + "</td>";
    return cells;
}

} // namespace

TEST_CASE("report is one file with hashes, parameters, counts of what was dropped, figures and tables") {
    const Study study;
    const std::string file = study.scratch.file("report.html");
    const json result =
        runJson({"report", "-p", study.folder, "--out", file, "-k", "10", "-t", "0.2", "--resamples", "20"});
    const std::string html = readFile(file);
    CHECK(result["bytes"] == html.size());
    // Halves, three correlations, consistency twice, the landscape of corrected J and of tags.
    CHECK(result["figures"] == 8);
    for (const char* text :
         {"<h2>Corpus</h2>", "<h2>Model</h2>", "<h2>Labels</h2>", "<h2>Agreement</h2>", "<h2>Tags</h2>",
          "<h2>Evaluation</h2>", "<dt>Sentences kept</dt><dd>300</dd>", "<dt>Hash of the run</dt>",
          "<dt>k</dt><dd>10 %, 15 exemplars</dd>", "there is no truth to compare with", "one annotator alone",
          "Correlation over neurons minus over sentences", "Strongest neurons of each descriptor",
          "k and t: corrected J", "k and t: tags"})
        CHECK(has(html, text));
    for (const char* text : {"<script", " src=\"", "http://x", "url(", "Beside the paper", "k and t: precision"})
        CHECK_FALSE(has(html, text));
    CHECK(html.ends_with("</html>\n"));

    const std::string empty = study.scratch.file("empty");
    REQUIRE(runCli({"new", "-p", empty}).status == 0);
    runJson({"report", "-p", empty, "--out", file});
    CHECK(has(readFile(file), "No sentence has been imported"));
}

TEST_CASE("the report's facts are what evaluate and consistency say, with interval and chance") {
    const Study study;
    study.addAnnotator("anna", 1);
    const std::string html = study.report({"--seed", "7"}, "0.5");
    const auto ask = [&study](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(),
                         {"-p", study.folder, "-k", "10", "--t-grid", "0.5", "--resamples", "20", "--seed", "7"});
        return runJson(arguments);
    };
    const json judged = ask({"evaluate"});
    const json& two = judged["precision_at"][1];
    CHECK(has(html, "<dt>Precision@2</dt><dd>" + withInterval(two["mean"], two["lo"], two["hi"]) + ", chance " +
                        fixed(two["chance"])));
    const json& recall = judged["recall"][0];
    CHECK(has(html, "<dt>Recall at t = 0.5</dt><dd>" + withInterval(recall["mean"], recall["lo"], recall["hi"])));
    for (const char* by : {"neuron", "descriptor"}) {
        const json point = ask({"consistency", "--by", by})["points"][0];
        REQUIRE_FALSE(point["corrected"].is_null());
        CHECK(has(html, std::string("<dt>Consistency of ") + by + "s at t = 0.5</dt><dd>corrected for chance " +
                            withInterval(point["corrected"], point["lo"], point["hi"]) + "; plain J " +
                            withInterval(point["jaccard"], point["jaccard_lo"], point["jaccard_hi"]) +
                            ", chance alone (J0) " + fixed(point["chance"])));
    }
    CHECK(has(html, "k and t: precision"));
    CHECK(has(html, "k and t: recall"));
}

TEST_CASE("the report compares every two annotators, the model among them") {
    const Study study;
    study.addAnnotator("anna", 1);
    study.addAnnotator("bob", 2);
    const std::string html = study.report();
    const char* pairs[][2] = {{"B", "anna"}, {"B", "bob"}, {"anna", "bob"}};
    for (const auto& [a, b] : pairs) {
        const json pooled = runJson({"agreement", "-p", study.folder, "--a", a, "--b", b})["pooled"];
        REQUIRE(pooled["n"].get<int>() > 0);
        CHECK(has(html, std::string("<tr><td>") + a + "</td><td>" + b + "</td><td class=\"n\">" +
                            std::to_string(pooled["n"].get<int>()) +
                            "</td><td class=\"n\">0</td><td class=\"n\">0</td>" + numberCells(pooled["kappa"]) +
                            numberCells(pooled["ac1"]) + "</tr>"));
    }
    const json byAnna = runJson({"agreement", "-p", study.folder, "--a", "B", "--b", "anna"});
    CHECK(has(html, "<tr><td>anna</td><td class=\"n\">" + std::to_string(byAnna["pooled"]["n"].get<int>()) + "</td>" +
                        numberCells(byAnna["pooled"]["precision"]["raw"]) +
                        numberCells(byAnna["pooled"]["recall"]["raw"]) +
                        numberCells(byAnna["pooled"]["precision"]["weighted"])));
    CHECK(has(html, "judged by anna, by descriptor"));
}

TEST_CASE("of several annotators the report says whose answers are the truth, and the command line chooses") {
    const Study study;
    study.addAnnotator("ann", 30);
    study.addAnnotator("bob", 1);
    const std::string unasked = study.report();
    CHECK(has(unasked, "Several annotators have answered: ann, bob. The truth here is bob, who has answered most of "
                       "what is needed; nobody chose."));
    CHECK(has(unasked, "<dt>Truth</dt><dd>bob, 100.0 % of the labels"));
    const std::string asked = study.report({"--truth", "ann"});
    CHECK(has(asked, "The truth here is ann, as was asked."));
    CHECK(has(asked, "<dt>Truth</dt><dd>ann, "));
    CHECK(has(asked, "<dt>Precision@2</dt><dd>undefined, chance undefined; 0 neurons, 0 left out"));
    const std::string file = study.scratch.file("report.html");
    const Finished nobody = runCli({"report", "-p", study.folder, "--out", file, "--truth", "bert"});
    CHECK(nobody.status == 1);
    CHECK(has(nobody.err, "There are: ann, bob"));
    CHECK(runCli({"report", "-p", study.folder, "--out", file, "--truth", "B"}).status == 1);
    CHECK(readFile(file) == asked); // a failure leaves the file alone
}

TEST_CASE("under a rule of whole rows the report says what is not computed") {
    const Study study;
    study.addAnnotator("anna", 1);
    const std::string html = study.report({"--rule", "auroc"}, "0.6");
    CHECK(has(html, "are defined for the rules share and occurrence"));
    CHECK(has(html, "<h2>Agreement</h2>"));
    CHECK_FALSE(has(html, "<dt>Precision@2</dt>"));
}

} // namespace neuroscribe::test
