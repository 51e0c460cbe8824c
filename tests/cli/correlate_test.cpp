// `correlate` and `correlation`: the numbers are compared with Pearson's r of the exported arrays.
#include <cmath>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

/// Pearson's r of two lists, undefined where one is constant; pairs with NaN are left out.
double pearson(const std::vector<double>& a, const std::vector<double>& b) {
    double n = 0, sumA = 0, sumB = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!std::isnan(a[i]) && !std::isnan(b[i]))
            n += 1, sumA += a[i], sumB += b[i];
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!std::isnan(a[i]) && !std::isnan(b[i])) {
            const double x = a[i] - sumA / n, y = b[i] - sumB / n;
            xy += x * y, xx += x * x, yy += y * y;
        }
    return xx < 1e-12 || yy < 1e-12 ? std::nan("") : xy / std::sqrt(xx * yy);
}

std::vector<double> column(const Npy& array, std::size_t index) {
    std::vector<double> values;
    for (std::size_t row = 0; row < array.rows; ++row)
        values.push_back(array.at(row, index));
    return values;
}

/// -1 is unanswered.
std::vector<double> answers(const Npy& labels, std::size_t index) {
    std::vector<double> values = column(labels, index);
    for (double& value : values)
        value = value < 0 ? std::nan("") : value;
    return values;
}

void requireSame(const json& value, double expected) {
    REQUIRE(value.is_null() == std::isnan(expected));
    if (!value.is_null())
        REQUIRE(std::abs(value.get<double>() - expected) < 1e-6);
}

std::string madeStudy(const ScratchFolder& scratch) {
    makeStudy(scratch.file("study"), madeReviews(300));
    return scratch.file("study");
}

} // namespace

TEST_CASE("correlate is Pearson's r of the exported labels, with interval, p and q") {
    const ScratchFolder scratch;
    const std::string study = madeStudy(scratch);
    runJson({"export", "-p", study, "--what", "labels", "--format", "npy", "--out", scratch.file("b.npy")});
    const Npy labels = readNpy(scratch.file("b.npy"));
    const json result = runJson({"correlate", "-p", study, "--seed", "7"});
    REQUIRE(result["view"] == "sentences");
    REQUIRE(result["descriptors"] == json({"food", "place"}));
    REQUIRE(result["matrix"].size() == 2);
    requireSame(result["matrix"][0][1], pearson(answers(labels, 0), answers(labels, 1)));
    REQUIRE(result["matrix"][0][0] == 1.0);
    REQUIRE(result["matrix"][1][0] == result["matrix"][0][1]);
    REQUIRE(result["low"][0][1] <= result["matrix"][0][1]);
    REQUIRE(result["high"][0][1] >= result["matrix"][0][1]);
    REQUIRE(result["low"][0][0].is_null());
    REQUIRE(result["q"][0][1] == result["p"][0][1]); // a family of one pair
    const std::vector<double> food = answers(labels, 0), place = answers(labels, 1);
    int both = 0;
    for (std::size_t i = 0; i < food.size(); ++i)
        both += !std::isnan(food[i]) && !std::isnan(place[i]);
    REQUIRE(result["n"] == json({{nullptr, both}, {both, nullptr}}));
    REQUIRE(result["seed"] == 7);
    REQUIRE(runJson({"correlate", "-p", study, "--seed", "7"}) == result);
    REQUIRE(runJson({"correlate", "-p", study, "--seed", "8"})["low"] != result["low"]);
    const Finished table = runCli({"correlate", "-p", study});
    REQUIRE(table.out.find("food") != std::string::npos);
}

TEST_CASE("correlate over neurons is Pearson's r of the columns of f, and the difference their difference") {
    const ScratchFolder scratch;
    const std::string study = madeStudy(scratch);
    runJson(
        {"export", "-p", study, "--what", "heatmap", "--format", "npy", "-k", "10", "--out", scratch.file("f.npy")});
    const Npy f = readNpy(scratch.file("f.npy"));
    const json neurons = runJson({"correlate", "-p", study, "--view", "neurons", "-k", "10"});
    requireSame(neurons["matrix"][0][1], pearson(column(f, 0), column(f, 1)));
    REQUIRE(neurons["neurons"] == 24);
    REQUIRE_FALSE(neurons.contains("q"));
    const json sentences = runJson({"correlate", "-p", study});
    const json difference = runJson({"correlate", "-p", study, "--view", "difference", "-k", "10"});
    requireSame(difference["matrix"][0][1],
                neurons["matrix"][0][1].get<double>() - sentences["matrix"][0][1].get<double>());
    REQUIRE(difference["matrix"][0][0] == 0.0);
}

TEST_CASE("correlate says which step is missing") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    const Finished finished = runCli({"correlate", "-p", study});
    REQUIRE(finished.status == 1);
    REQUIRE(finished.err.find("Run label first") != std::string::npos);
    REQUIRE(runCli({"correlate", "-p", study, "--view", "words"}).status == 2);
}

TEST_CASE("correlation of an array is Pearson's r over the rows that know both, NaN where undefined") {
    const ScratchFolder scratch;
    constexpr std::size_t kRows = 211, kColumns = 5;
    std::vector<std::int8_t> labels;
    for (std::size_t i = 0; i < kRows; ++i)
        for (std::size_t c = 0; c < kColumns; ++c)
            labels.push_back(c == 4   ? std::int8_t{1} // constant
                             : c == 3 ? static_cast<std::int8_t>(i % 3 == 0)
                                      : static_cast<std::int8_t>(static_cast<int>((i * (c + 3) + i / 7) % 3) - 1));
    writeInt8(scratch.file("b.npy"), kRows, kColumns, labels);
    const json counts = runJson({"correlation", "--labels", scratch.file("b.npy"), "--out", scratch.file("r.npy")});
    const Npy b = readNpy(scratch.file("b.npy")), r = readNpy(scratch.file("r.npy"));
    REQUIRE(r.type == "<f4");
    REQUIRE(r.rows == kColumns);
    REQUIRE(r.columns == kColumns);
    int undefined = 0;
    for (std::size_t x = 0; x < kColumns; ++x)
        for (std::size_t y = 0; y < kColumns; ++y) {
            const double expected = x == y && x != 4 ? 1 : pearson(answers(b, x), answers(b, y));
            REQUIRE(std::isnan(r.at(x, y)) == std::isnan(expected));
            if (!std::isnan(expected))
                REQUIRE(std::abs(r.at(x, y) - expected) < 1e-6);
            undefined += x < y && std::isnan(expected);
        }
    REQUIRE(undefined == 4);
    REQUIRE(counts["undefined"] == 4);
    REQUIRE(counts["pairs"] == 10);
    writeInt8(scratch.file("bad.npy"), 1, 1, {5});
    REQUIRE(runCli({"correlation", "--labels", scratch.file("bad.npy"), "--out", scratch.file("x.npy")}).status == 1);
    REQUIRE(runCli({"correlation", "--labels", scratch.file("b.npy")}).status == 2);
}

TEST_CASE("exports of correlation, of the matrix of tags and of reference labels agree with the verbs") {
    const ScratchFolder scratch;
    const std::string study = madeStudy(scratch);
    const json result = runJson({"correlate", "-p", study});
    const auto exported = [&](const char* what, const char* format, const std::string& file,
                              std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"export",   "-p",   study,   "--what",          what,
                                           "--format", format, "--out", scratch.file(file)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runJson(arguments);
    };
    exported("correlation", "npy", "r.npy");
    REQUIRE(std::abs(readNpy(scratch.file("r.npy")).at(0, 1) - result["matrix"][0][1].get<double>()) < 1e-6);
    exported("correlation", "json", "r.json");
    REQUIRE(json::parse(readFile(scratch.file("r.json"))) == result);
    exported("correlation", "csv", "r.csv");
    const std::string csv = readFile(scratch.file("r.csv"));
    REQUIRE(csv.starts_with("# Correlation of descriptors over sentences\n"));
    REQUIRE(csv.find(
                "\ndescriptor,other descriptor,phi,low,high,p,q,both answered,both,first only,second only,neither\n") !=
            std::string::npos);
    exported("correlation", "svg", "r.svg", {"--view", "neurons"});
    REQUIRE(readFile(scratch.file("r.svg")).ends_with("</svg>\n"));

    exported("matrix", "npy", "t.npy", {"-k", "10", "-t", "0.2"});
    const Npy tags = readNpy(scratch.file("t.npy"));
    const json tagged = runJson({"tag", "-p", study, "-k", "10", "-t", "0.2"});
    double sum = 0;
    for (const double value : tags.values)
        sum += value > 0 ? 1 : 0;
    REQUIRE(sum == tagged["summary"]["tags"].get<double>());
    REQUIRE(sum > 0);

    runJson({"export", "-p", study, "--what", "labels", "--format", "csv", "--out", scratch.file("b.csv")});
    runJson({"label", "-p", study, "--import", scratch.file("b.csv"), "--as", "anna"});
    exported("reference-labels", "csv", "anna.csv", {"--as", "anna"});
    REQUIRE(readFile(scratch.file("anna.csv")) == readFile(scratch.file("b.csv")));
    REQUIRE(runCli({"export", "-p", study, "--what", "reference-labels", "--out", scratch.file("x.csv")}).status == 2);
}

} // namespace neuroscribe::test
