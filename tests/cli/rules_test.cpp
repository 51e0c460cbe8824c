// Every rule of `tag` and `tag-matrix` against its definition over arrays.
#include <cmath>
#include <filesystem>
#include <functional>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr std::size_t kRows = 97;
constexpr std::size_t kNeurons = 5;
constexpr std::size_t kDescriptors = 4;

/// One column of answers beside one of activations; the exemplars are the first `m` rows of the order.
struct Column {
    std::vector<double> yes, no;                ///< activations
    double x = 0, m = 0, b = 0, n = 0, all = 0; ///< all: yes of every descriptor among the exemplars
};

double undefined() {
    return std::nan("");
}

double naiveR(const Column& column) {
    const double n1 = static_cast<double>(column.yes.size()), n0 = static_cast<double>(column.no.size());
    double sum1 = 0, sum0 = 0, squares = 0;
    for (const double a : column.yes)
        sum1 += a;
    for (const double a : column.no)
        sum0 += a;
    const double mean = (sum1 + sum0) / (n1 + n0);
    for (const auto* values : {&column.yes, &column.no})
        for (const double a : *values)
            squares += (a - mean) * (a - mean);
    if (n1 == 0 || n0 == 0 || squares == 0)
        return undefined();
    return (sum1 / n1 - sum0 / n0) / std::sqrt(squares / (n1 + n0)) * std::sqrt(n1 * n0) / (n1 + n0);
}

double naiveAuroc(const Column& column) {
    double wins = 0;
    for (const double a : column.yes)
        for (const double b : column.no)
            wins += a > b ? 1 : a == b ? 0.5 : 0;
    const double pairs = static_cast<double>(column.yes.size()) * static_cast<double>(column.no.size());
    return pairs > 0 ? wins / pairs : undefined();
}

double naiveAuprc(const Column& column) {
    double sum = 0;
    for (const double step : column.yes) { // each yes adds the precision at its own activation
        double hits = 0, drawn = 0;
        for (const double a : column.yes)
            hits += a >= step;
        for (const double a : column.no)
            drawn += a >= step;
        sum += hits / (hits + drawn);
    }
    return column.yes.empty() ? undefined() : sum / static_cast<double>(column.yes.size());
}

const std::vector<std::pair<std::string, std::function<double(const Column&)>>>& definitions() {
    static const std::vector<std::pair<std::string, std::function<double(const Column&)>>> kAll{
        {"share", [](const Column& c) { return c.x / c.m; }},
        {"occurrence", [](const Column& c) { return c.m > 0 ? c.x / c.all : undefined(); }},
        {"lift", [](const Column& c) { return (c.x / c.m) / (c.b / c.n); }},
        {"r", naiveR},
        {"f1", [](const Column& c) { return c.m > 0 ? 2 * c.x / (c.m + c.b) : undefined(); }},
        {"iou", [](const Column& c) { return c.m > 0 ? c.x / (c.m + c.b - c.x) : undefined(); }},
        {"auroc", naiveAuroc},
        {"auprc", naiveAuprc}};
    return kAll;
}

struct Arrays {
    std::vector<float> activations;
    std::vector<std::int8_t> labels;

    Arrays() {
        for (std::size_t i = 0; i < kRows; ++i) {
            for (std::size_t n = 0; n < kNeurons; ++n)
                activations.push_back(n == 4 ? 1.5F : static_cast<float>((i * 31 + n * 17) % 23)); // 4: constant
            for (std::size_t c = 0; c < kDescriptors; ++c)
                labels.push_back(c == 3 ? std::int8_t{-1}
                                        : static_cast<std::int8_t>(static_cast<int>((i * 7 + c * i) % 3) - 1));
        }
    }
    Column column(std::size_t neuron, std::size_t c, std::size_t exemplars, bool bottom) const {
        std::vector<std::size_t> order(kRows);
        for (std::size_t i = 0; i < kRows; ++i)
            order[i] = i;
        const auto value = [&](std::size_t i) {
            return (bottom ? -1.0 : 1.0) * static_cast<double>(activations[i * kNeurons + neuron]);
        };
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return value(a) > value(b); });
        Column column;
        for (std::size_t rank = 0; rank < kRows; ++rank) {
            const std::int8_t* row = labels.data() + order[rank] * kDescriptors;
            const bool exemplar = rank < exemplars;
            for (std::size_t d = 0; d < kDescriptors; ++d)
                column.all += exemplar && row[d] == 1;
            if (row[c] >= 0)
                (row[c] == 1 ? column.yes : column.no).push_back(value(order[rank]));
            column.x += exemplar && row[c] == 1;
            column.m += exemplar && row[c] >= 0;
        }
        column.b = static_cast<double>(column.yes.size());
        column.n = column.b + static_cast<double>(column.no.size());
        return column;
    }
};

} // namespace

TEST_CASE("tag-matrix writes the value of every rule, on both tails") {
    const ScratchFolder scratch;
    const Arrays arrays;
    writeFloats(scratch.file("a.npy"), kRows, kNeurons, arrays.activations);
    writeInt8(scratch.file("b.npy"), kRows, kDescriptors, arrays.labels);
    for (const auto& [rule, value] : definitions())
        for (const bool bottom : {false, true}) {
            const json counts =
                runJson({"tag-matrix", "--activations", scratch.file("a.npy"), "--labels", scratch.file("b.npy"), "-k",
                         "10", "--rule", rule, "--tail", bottom ? "bottom" : "top", "--out", scratch.file("f.npy")});
            CHECK(counts["rule"] == rule);
            const Npy written = readNpy(scratch.file("f.npy"));
            std::vector<std::size_t> tagged(kDescriptors);
            for (std::size_t n = 0; n < kNeurons; ++n)
                for (std::size_t c = 0; c < kDescriptors; ++c) {
                    const Column column = arrays.column(n, c, 10, bottom);
                    const double expected = value(column);
                    INFO(rule << " " << n << " " << c);
                    REQUIRE(std::isnan(written.at(n, c)) == std::isnan(expected));
                    if (!std::isnan(expected))
                        CHECK(written.at(n, c) == Approx(expected).epsilon(1e-6));
                    const double score = rule == "auprc" ? expected / (column.b / column.n) : expected;
                    tagged[c] += score > counts["t"].get<double>();
                }
            CHECK(counts["neurons_by_descriptor"] == tagged);
        }
}

TEST_CASE("a rule brings its own t, and one that there is not is refused with the names of all") {
    const ScratchFolder scratch;
    const Arrays arrays;
    writeFloats(scratch.file("a.npy"), kRows, kNeurons, arrays.activations);
    writeInt8(scratch.file("b.npy"), kRows, kDescriptors, arrays.labels);
    const auto run = [&](std::vector<std::string> more) {
        std::vector<std::string> all{"tag-matrix", "--activations", scratch.file("a.npy"), "--labels",
                                     scratch.file("b.npy")};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    CHECK(runJson(run({"--rule", "lift"}))["t"] == 2.0);
    CHECK(runJson(run({"--rule", "auprc"}))["t"] == 2.0);
    CHECK(runJson(run({"--rule", "auroc"}))["t"] == 0.65);
    CHECK(runJson(run({"--rule", "lift", "-t", "12.5"}))["t"] == 12.5);
    CHECK(runCli(run({"--rule", "iou", "-t", "12.5"})).status == 2);
    const Finished refused = runCli(run({"--rule", "cosine"}));
    CHECK(refused.status == 2);
    CHECK(refused.err.find("auprc") != std::string::npos);
}

} // namespace neuroscribe::test
