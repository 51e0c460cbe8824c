// evaluate and consistency through the program; the numbers are compared with the definitions applied to the exported
// arrays.
#include <cmath>

#include "core/base/random.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/cli/naive_tags.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr int kSentences = 300;
constexpr std::uint32_t kNeurons = kMadeNeurons;
constexpr std::size_t kDescriptors = 2;

struct Study {
    ScratchFolder scratch;
    std::string folder = scratch.file("study");
    Npy activations, labels, reference;
    std::vector<std::size_t> members[2];

    /// With labels of two descriptors and a reference annotator "Ann" who says otherwise now and then; of the last
    /// fifth of the sentences she says nothing about the second descriptor.
    Study() {
        makeStudy(folder, madeReviews(kSentences));
        runJson({"label", "-p", folder, "--import", annotatorFile(), "--as", "Ann"});
        activations = exported("activations", {});
        labels = exported("labels", {});
        reference = exported("labels", {"--as", "Ann"});
        runJson({"export", "-p", folder, "--what", "sentences", "--format", "jsonl", "--out", scratch.file("s.jsonl")});
        for (const json& sentence : readJsonLines(scratch.file("s.jsonl")))
            members[sentence["split"] == "validation"].push_back(sentence["id"]);
    }

    /// f of a descriptor, with its exemplars.
    struct Side {
        double x = 0, m = 0, base = 0, answered = 0;
        double f() const { return x / m; }
        double lift() const { return f() / (base / answered); }
    };
    Side side(const Npy& matrix, std::size_t neuron, std::size_t c, std::size_t half, std::size_t exemplars) const {
        Side found;
        for (const std::size_t id : naiveExemplars(activations, neuron, members[half], exemplars)) {
            found.x += matrix.at(id, c) == 1;
            found.m += matrix.at(id, c) >= 0;
        }
        for (const std::size_t id : members[half]) {
            found.base += matrix.at(id, c) == 1;
            found.answered += matrix.at(id, c) >= 0;
        }
        return found;
    }

    /// f of a descriptor under the rule; not a number where it is undefined.
    double f(const Npy& matrix, std::size_t neuron, std::size_t c, std::size_t half, std::size_t exemplars,
             const std::string& rule) const {
        const Side found = side(matrix, neuron, c, half, exemplars);
        double whole = found.m;
        if (rule == "occurrence") {
            whole = 0;
            for (std::size_t other = 0; other < kDescriptors; ++other)
                whole += side(matrix, neuron, other, half, exemplars).x;
        }
        return found.m > 0 && whole > 0 ? found.x / whole : std::nan("");
    }
    /// m = ceil(k n / 100), k in percent as it is typed.
    std::size_t exemplars(const std::string& k, std::size_t half) const {
        const auto milli = static_cast<std::size_t>(std::lround(std::stod(k) * 1000));
        return (milli * members[half].size() + 99'999) / 100'000;
    }

private:
    std::string annotatorFile() const {
        Random random(5);
        std::string csv = "id,food,place\n";
        for (int id = 0; id < kSentences; ++id) {
            csv += std::to_string(id) + "," + (random.below(3) ? "1" : "0") + ",";
            csv += id * 5 > kSentences * 4 ? "\n" : (random.below(2) ? "1\n" : "0\n");
        }
        writeFile(scratch.file("ann.csv"), csv);
        return scratch.file("ann.csv");
    }
    Npy exported(const std::string& what, const std::vector<std::string>& more) const {
        std::vector<std::string> arguments{
            "export", "-p", folder, "--what", what, "--format", "npy", "--out", scratch.file("x.npy")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        runJson(arguments);
        return readNpy(scratch.file("x.npy"));
    }
};

void checkMean(const json& found, const std::vector<double>& values) {
    REQUIRE(found["mean"].is_null() == values.empty());
    REQUIRE(found["used"] == values.size());
    if (values.empty())
        return;
    double mean = 0, squares = 0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    CHECK(found["mean"].get<double>() == Approx(mean).margin(1e-12));
    REQUIRE(found["sd"].is_null() == (values.size() < 2));
    if (values.size() > 1)
        CHECK(found["sd"].get<double>() == Approx(std::sqrt(squares / static_cast<double>(values.size() - 1))));
}

} // namespace

namespace {

/// Precision and recall at every t, counted by the definition.
void checkEvaluation(const Study& study, const std::string& k, const std::string& rule) {
    INFO("k " << k << ", " << rule);
    const std::size_t exemplars = study.exemplars(k, 0);
    const json document = runJson({"evaluate", "-p", study.folder, "-k", k, "--neurons", "all", "--t-grid",
                                   "0.3:0.7:0.2", "--resamples", "50", "--rule", rule});
    CHECK(document["truth"] == "Ann");
    CHECK(document["neurons"].size() == kNeurons);
    CHECK(document["exemplars"] == exemplars);
    REQUIRE(document["precision"].size() == 3);
    std::size_t undefinedCells = 0;
    for (std::size_t point = 0; point < 3; ++point) {
        const double t = 0.3 + 0.2 * static_cast<double>(point);
        std::vector<double> precisions, recalls;
        std::size_t judged = 0;
        undefinedCells = 0;
        for (std::size_t neuron = 0; neuron < kNeurons; ++neuron) {
            double predicted = 0, truth = 0, hits = 0, cells = 0;
            for (std::size_t c = 0; c < kDescriptors; ++c) {
                const double answered = study.side(study.reference, neuron, c, 0, exemplars).m;
                if (answered < 0.9 * static_cast<double>(exemplars)) {
                    ++undefinedCells;
                    continue;
                }
                // No f of a few exemplars is so near a t that doubles err; not a number exceeds nothing.
                const bool tagged = study.f(study.labels, neuron, c, 0, exemplars, rule) > t + 1e-12;
                const bool isTrue = study.f(study.reference, neuron, c, 0, exemplars, rule) > t + 1e-12;
                ++cells;
                predicted += tagged;
                truth += isTrue;
                hits += tagged && isTrue;
            }
            judged += cells > 0;
            if (predicted > 0)
                precisions.push_back(hits / predicted);
            if (truth > 0)
                recalls.push_back(hits / truth);
        }
        checkMean(document["precision"][point], precisions);
        checkMean(document["recall"][point], recalls);
        CHECK(document["judged_neurons"] == judged);
        CHECK(document["precision"][point]["left_out"] == judged - precisions.size());
    }
    CHECK(undefinedCells > 0);
    CHECK(document["coverage"]["undefined_cells"] == undefinedCells);
}

/// Consistency of neurons at t = 0.5 by the definition: J of each with itself, J0 of each with every other one.
void checkConsistency(const Study& study, const std::string& k, const std::string& rule) {
    INFO("k " << k << ", " << rule);
    const json point = runJson({"consistency", "-p", study.folder, "-k", k, "--t-grid", "0.5", "--resamples", "20",
                                "--rule", rule})["points"][0];
    std::vector<std::vector<bool>> tags[2];
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t neuron = 0; neuron < kNeurons; ++neuron) {
            tags[half].emplace_back();
            for (std::size_t c = 0; c < kDescriptors; ++c)
                tags[half].back().push_back(study.f(study.labels, neuron, c, half, study.exemplars(k, half), rule) >
                                            0.5 + 1e-12);
        }
    double own = 0, others = 0, ownCount = 0, othersCount = 0;
    for (std::size_t i = 0; i < kNeurons; ++i)
        for (std::size_t j = 0; j < kNeurons; ++j) {
            double both = 0, either = 0;
            for (std::size_t c = 0; c < kDescriptors; ++c) {
                both += tags[0][i][c] && tags[1][j][c];
                either += tags[0][i][c] || tags[1][j][c];
            }
            if (either == 0)
                continue;
            (i == j ? own : others) += both / either;
            (i == j ? ownCount : othersCount) += 1;
        }
    REQUIRE(ownCount > 0);
    CHECK(point["jaccard"].get<double>() == Approx(own / ownCount));
    CHECK(point["chance"].get<double>() == Approx(others / othersCount));
    CHECK(point["left_out"] == kNeurons - ownCount);
    const double chance = others / othersCount;
    REQUIRE(point["corrected"].is_null() == (1 - chance < 0.05));
    if (!point["corrected"].is_null())
        CHECK(point["corrected"].get<double>() == Approx((own / ownCount - chance) / (1 - chance)));
}

} // namespace

TEST_CASE("precision and recall of evaluate equal the definition applied to the exported arrays") {
    const Study study;
    for (const char* rule : {"share", "occurrence"})
        for (const char* k : {"7", "0.1"}) // 0.1 %: one exemplar
            checkEvaluation(study, k, rule);
    REQUIRE(study.exemplars("0.1", 0) == 1);
}

TEST_CASE("consistency under both readings of f, and of one exemplar, equals the definition") {
    const Study study;
    for (const char* rule : {"share", "occurrence"})
        for (const char* k : {"7", "0.1"})
            checkConsistency(study, k, rule);
}

TEST_CASE("a reference annotator who says the same is always right") {
    const Study study;
    runJson(
        {"export", "-p", study.folder, "--what", "labels", "--format", "csv", "--out", study.scratch.file("b.csv")});
    runJson({"label", "-p", study.folder, "--import", study.scratch.file("b.csv"), "--as", "Twin"});
    const json twin = runJson({"evaluate", "-p", study.folder, "-k", "7", "--truth", "Twin", "--neurons", "all"});
    for (const char* list : {"precision", "recall", "recall_at", "precision_at"})
        for (const json& entry : twin[list])
            if (!entry["mean"].is_null() && (list[0] != 'r' || !entry.contains("k") || entry["k"] >= 2))
                CHECK(entry["mean"].get<double>() == 1.0);
    CHECK(twin["precision"].size() == 56);
    CHECK(twin["precision_at"].size() == 6);
    CHECK(twin["best_t"]["held_out_cost"].get<double>() >= twin["best_t"]["apparent_cost"].get<double>());
}

TEST_CASE("consistency equals the definition applied to the exported arrays") {
    const Study study;
    const json document =
        runJson({"consistency", "-p", study.folder, "-k", "7", "--t-grid", "0.5", "--resamples", "60", "--seed", "3"});
    const auto tags = [&](std::size_t neuron, std::size_t half) {
        const std::size_t exemplars = (study.members[half].size() * 7 + 99) / 100;
        std::vector<bool> found;
        for (std::size_t c = 0; c < kDescriptors; ++c) {
            const auto side = study.side(study.labels, neuron, c, half, exemplars);
            found.push_back(side.m > 0 && side.f() > 0.5 + 1e-12);
        }
        return found;
    };
    double own = 0, others = 0, ownCount = 0, othersCount = 0;
    for (std::size_t i = 0; i < kNeurons; ++i)
        for (std::size_t j = 0; j < kNeurons; ++j) {
            double both = 0, either = 0;
            const auto a = tags(i, 0), b = tags(j, 1);
            for (std::size_t c = 0; c < kDescriptors; ++c) {
                both += a[c] && b[c];
                either += a[c] || b[c];
            }
            if (either == 0)
                continue;
            (i == j ? own : others) += both / either;
            (i == j ? ownCount : othersCount) += 1;
        }
    REQUIRE(ownCount > 0);
    const json& point = document["points"][0];
    CHECK(point["jaccard"].get<double>() == Approx(own / ownCount));
    CHECK(point["chance"].get<double>() == Approx(others / othersCount));
    CHECK(point["left_out"] == kNeurons - ownCount);
    const auto sentences = study.members[0].size() + study.members[1].size();
    CHECK(document["coverage"]["pairs"] == sentences * kDescriptors);
    std::size_t answered = 0;
    for (std::size_t s = 0; s < study.labels.rows; ++s)
        for (std::size_t c = 0; c < kDescriptors; ++c)
            answered += study.labels.at(s, c) >= 0;
    CHECK(document["coverage"]["answered"] == answered);
    const double chance = others / othersCount;
    REQUIRE(1 - chance >= 0.05);
    CHECK(point["corrected"].get<double>() == Approx((own / ownCount - chance) / (1 - chance)));
    CHECK(point["lo"].get<double>() <= point["corrected"].get<double>());
    CHECK(point["hi"].get<double>() >= point["corrected"].get<double>());
    CHECK(document["seed"] == 3);
    // The same on one thread, and another interval by another seed.
    const std::vector<std::string> base{"consistency", "-p",  study.folder,  "-k", "7",
                                        "--t-grid",    "0.5", "--resamples", "60"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), base.begin(), base.end());
        return runJson(more)["points"][0];
    };
    CHECK(with({"--seed", "3", "--threads", "1"}) == point);
    CHECK(with({"--seed", "4"})["lo"] != point["lo"]);
    CHECK(runJson({"consistency", "-p", study.folder, "--by", "descriptor", "--resamples", "5"})["points"].size() ==
          56);
}

TEST_CASE("evaluate and consistency say what is wrong with their options or missing in the study") {
    const Study study;
    const auto usage = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"-p", study.folder});
        return runCli(arguments).status;
    };
    CHECK(usage({"evaluate", "--t-grid", "0.5:0.1:0.1"}) == 2);
    CHECK(usage({"evaluate", "--t-grid", "0.5:0.6"}) == 2);
    CHECK(usage({"evaluate", "--neurons", "random:0"}) == 2);
    CHECK(usage({"evaluate", "--truth", "B"}) == 2);
    CHECK(usage({"consistency", "--by", "layer"}) == 2);
    CHECK(usage({"evaluate", "--rule", "lift"}) == 2);
    CHECK(usage({"evaluate", "--neurons", "9/0"}) == 1);
    const Finished nobody = runCli({"evaluate", "--truth", "Bob", "-p", study.folder});
    CHECK(nobody.status == 1);
    CHECK(nobody.err.find("Ann") != std::string::npos);
    CHECK(usage({"evaluate", "--neurons", "0/1,1/3"}) == 0);
    CHECK(usage({"consistency", "--resamples", "20"}) == 0);
}

} // namespace neuroscribe::test
