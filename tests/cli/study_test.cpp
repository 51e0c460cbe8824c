// A small study from the first record to the last number, through the program; the numbers are compared with the
// definitions applied to the exported arrays.
#include <cmath>
#include <filesystem>

#include "core/extraction/extractor.h"

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/naive_tags.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_model.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr int kSentences = 300;
constexpr std::uint32_t kLayers = 2;
constexpr std::uint32_t kUnits = 12;

/// Imported with labels, not extracted.
std::string importStudy(const ScratchFolder& scratch) {
    const std::string study = scratch.file("study");
    writeFile(scratch.file("made.jsonl"), madeReviews(kSentences));
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    const json counts = runJson({"import", scratch.file("made.jsonl"), "--label-field", "food", "--label-field",
                                 "place", "--language", "any", "-p", study});
    REQUIRE(counts["kept"] == kSentences);
    return study;
}

/// Through the library with a model that needs no weights.
void extractSynthetic(const std::string& study) {
    auto project = store::Project::open(study);
    REQUIRE(project);
    SyntheticEncoder encoder(kLayers, kUnits);
    const SyntheticTokenizer tokenizer;
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    REQUIRE(extraction::extract(*project, encoder, tokenizer, options, {}, progress));
}

struct Exported {
    Npy activations, labels;
    std::vector<json> sentences;
    std::vector<std::size_t> members(const std::string& split) const {
        std::vector<std::size_t> ids;
        for (const json& sentence : sentences)
            if (sentence["split"] == split)
                ids.push_back(sentence["id"]);
        return ids;
    }
};

Exported exportAll(const ScratchFolder& scratch, const std::string& study) {
    const auto write = [&](const char* what, const char* format, const std::string& file) {
        runJson({"export", "-p", study, "--what", what, "--format", format, "--out", scratch.file(file)});
    };
    write("activations", "npy", "a.npy");
    write("labels", "npy", "b.npy");
    write("sentences", "jsonl", "s.jsonl");
    return {readNpy(scratch.file("a.npy")), readNpy(scratch.file("b.npy")), readJsonLines(scratch.file("s.jsonl"))};
}

void checkNumber(const json& value, const std::optional<double>& expected) {
    REQUIRE(value.is_null() == !expected.has_value());
    if (expected)
        CHECK(value.get<double>() == Approx(*expected).epsilon(1e-9).margin(1e-300));
}

void checkCell(const json& cell, const NaiveCell& expected) {
    CHECK(cell["yes"] == expected.yes);
    CHECK(cell["answered"] == expected.answered);
    checkNumber(cell["f"], expected.f);
    checkNumber(cell["base_rate"], expected.baseRate);
    checkNumber(cell["lift"], expected.lift);
    checkNumber(cell["p"], expected.p);
    checkNumber(cell["q"], expected.q);
}

} // namespace

TEST_CASE("import counts what it read, kept and dropped, and where it put it") {
    const ScratchFolder scratch;
    writeFile(scratch.file("few.jsonl"), madeReviews(20) + madeReviews(2) + "{\"text\":\"too short\"}\nbroken\n");
    REQUIRE(runCli({"new", "-p", scratch.file("study")}).status == 0);
    const json counts =
        runJson({"import", scratch.file("few.jsonl"), "--language", "any", "-p", scratch.file("study")});
    CHECK(counts["read"] == 24);
    CHECK(counts["kept"] == 20);
    CHECK(counts["dropped"]["duplicate"] == 2);
    CHECK(counts["dropped"]["too_short"] == 1);
    CHECK(counts["dropped"]["invalid"] == 1);
    for (const char* reason : {"too_long", "language", "empty", "over_category_cap"})
        CHECK(counts["dropped"][reason] == 0);
    CHECK(counts["categories"]["c0"] == 7);
    CHECK(counts["split"]["calibration"].get<int>() + counts["split"]["validation"].get<int>() == 20);
}

TEST_CASE("status tells which steps are done and why the others are not") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    const auto states = [&] {
        std::map<std::string, std::string> found;
        const json report = runJson({"status", "-p", study});
        for (const json& step : report["steps"])
            found[step["step"]] = step["state"];
        return found;
    };
    using States = std::map<std::string, std::string>;
    CHECK(states() == States{{"corpus", "done"},
                             {"descriptors", "done"},
                             {"labels", "partial"},
                             {"activations", "missing"},
                             {"tags", "missing"}});
    extractSynthetic(study);
    CHECK(states()["tags"] == "done");
    // More sentences: activations no longer cover the corpus.
    std::string more = madeReviews(kSentences + 10);
    writeFile(scratch.file("more.jsonl"), more);
    REQUIRE(runCli({"import", scratch.file("more.jsonl"), "--language", "any", "-p", study}).status == 0);
    CHECK(states()["activations"] == "stale");
    CHECK(states()["tags"] == "stale");
    const Finished tag = runCli({"tag", "-p", study});
    CHECK(tag.status == 1);
    CHECK(tag.err.find("Run extract again") != std::string::npos);
}

TEST_CASE("every number of tag equals the definition applied to the exported arrays") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    const Exported exported = exportAll(scratch, study);
    REQUIRE(exported.activations.columns == kLayers * kUnits);
    for (const std::string split : {"calibration", "validation"}) {
        const auto members = exported.members(split);
        const std::size_t exemplars = (members.size() * 7 + 99) / 100;
        const auto cells = naiveCells(exported.activations, exported.labels, members, exemplars);
        const json document = runJson({"tag", "-p", study, "-k", "7", "-t", "0.5", "--split", split});
        REQUIRE(document["neurons"].size() == kLayers * kUnits);
        CHECK(document["summary"]["exemplars"] == exemplars);
        std::size_t tags = 0;
        for (std::size_t neuron = 0; neuron < cells.size(); ++neuron) {
            std::map<std::string, json> found;
            for (const json& tag : document["neurons"][neuron]["tags"])
                found[tag["descriptor"]] = tag;
            const char* names[] = {"food", "place"};
            for (std::size_t c = 0; c < 2; ++c) {
                const bool expected = cells[neuron][c].f && *cells[neuron][c].f > 0.5;
                REQUIRE(found.contains(names[c]) == expected);
                if (expected)
                    checkCell(found[names[c]], cells[neuron][c]);
                tags += expected;
            }
        }
        CHECK(tags > 0);
        CHECK(document["summary"]["tags"] == tags);
    }
}

TEST_CASE("tag --neuron shows every cell and the exemplars, tag --descriptor the inverse map") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    const Exported exported = exportAll(scratch, study);
    const auto members = exported.members("calibration");
    const std::size_t exemplars = (members.size() * 7 + 99) / 100;
    const auto cells = naiveCells(exported.activations, exported.labels, members, exemplars);

    const json neuron = runJson({"tag", "-p", study, "-k", "7", "-t", "0.5", "--neuron", "1/3", "--exemplars", "4"});
    const std::size_t id = kUnits + 3;
    REQUIRE(neuron["cells"].size() == 2);
    for (std::size_t c = 0; c < 2; ++c)
        checkCell(neuron["cells"][c], cells[id][c]);
    const auto rows = naiveExemplars(exported.activations, id, members, exemplars);
    REQUIRE(neuron["exemplars"].size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(neuron["exemplars"][i]["sentence"] == rows[i]);
        CHECK(neuron["exemplars"][i]["activation"].get<double>() == exported.activations.at(rows[i], id));
        CHECK(neuron["exemplars"][i]["text"] == exported.sentences[rows[i]]["text"]);
    }

    for (const json& cell : neuron["cells"]) { // both halves and strata are there; their numbers are tested in core
        const json validation = runJson({"tag", "-p", study, "-k", "7", "-t", "0.5", "--neuron", "1/3", "--split",
                                         "validation"})["cells"][cell["descriptor"] == "food" ? 0 : 1];
        CHECK(cell["persistence"]["t_end"] == std::min(cell["f"].get<double>(), validation["f"].get<double>()));
        CHECK(validation["persistence"] == cell["persistence"]);
        CHECK(cell["other_half"]["yes"] == validation["yes"]);
        CHECK(cell["other_half"]["answered"] == validation["answered"]);
        const double expected = cell["adjusted"]["expected"];
        CHECK(cell["adjusted"]["lift"].get<double>() == Approx(cell["yes"].get<double>() / expected));
    }

    const json inverse = runJson({"tag", "-p", study, "-k", "7", "-t", "0.5", "--descriptor", "food"});
    std::size_t expected = 0;
    for (const auto& row : cells)
        expected += *row[0].f > 0.5;
    CHECK(inverse["neurons"].size() == expected);
    for (const json& tagged : inverse["neurons"]) { // as the neuron itself tells it
        const json own = runJson({"tag", "-p", study, "-k", "7", "-t", "0.5", "--neuron", tagged["neuron"]});
        for (const json& cell : own["cells"])
            if (cell["descriptor"] == "food") {
                CHECK(tagged["adjusted"]["lift"].get<double>() == Approx(cell["adjusted"]["lift"].get<double>()));
                CHECK(tagged["adjusted"]["p"].get<double>() == Approx(cell["adjusted"]["p"].get<double>()));
            }
        CHECK(tagged["adjusted_why"].is_null());
    }
    CHECK(runCli({"tag", "-p", study, "-k", "7", "-t", "0.5", "--descriptor", "food"}).out.find("adjusted lift") !=
          std::string::npos);
    CHECK(runCli({"tag", "-p", study, "--neuron", "9/0"}).status == 1);
    CHECK(runCli({"tag", "-p", study, "--descriptor", "joy"}).status == 1);
}

TEST_CASE("rules of whole rows are kept beside the ranks and made again when labels have changed") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    const auto values = [&] {
        const json document = runJson({"tag", "-p", study, "--neuron", "1/3", "--rule", "auroc"});
        return std::pair(document["cells"][0]["rules"], document["cells"][1]["rules"]);
    };
    std::filesystem::path kept;
    const auto find = [&] {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(study))
            if (entry.path().filename() == "rules-calibration.bin")
                kept = entry.path();
    };
    const auto before = values();
    REQUIRE(before.first["auroc"].is_number());
    REQUIRE(before.first["share"].is_number());
    find();
    REQUIRE(!kept.empty());
    const std::string bytes = readFile(kept.string());
    CHECK(values() == before);
    CHECK(readFile(kept.string()) == bytes);
    std::string damaged = bytes;
    damaged[damaged.size() / 2] ^= 0x20;
    writeFile(kept.string(), damaged);
    CHECK(values() == before); // made again, not believed
    CHECK(readFile(kept.string()) == bytes);
    REQUIRE(runCli({"tag", "-p", study, "--rule", "auroc", "--save"}).status == 0);
    const auto tagStep = [&] { return runJson({"status", "-p", study})["steps"].back(); };
    CHECK(tagStep()["state"] == "done");
    runJson({"label", "-p", study, "--engine", "lexical", "--descriptor", "joy=joy,word"});
    CHECK(tagStep()["state"] == "missing"); // labels have changed: they are computed when tags are asked for
    const json after = runJson({"tag", "-p", study, "--neuron", "1/3", "--rule", "auroc"});
    CHECK(after["cells"].size() == 3);
    CHECK(after["cells"][0]["rules"] == before.first);
    CHECK(readFile(kept.string()) != bytes);
}

TEST_CASE("rules of whole rows that a newer version has written are neither read nor written over") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    REQUIRE(runCli({"tag", "-p", study, "--rule", "auroc", "--save"}).status == 0);
    const auto tagStep = [&] { return runJson({"status", "-p", study})["steps"].back(); };
    REQUIRE(tagStep()["state"] == "done");
    std::filesystem::path kept;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(study))
        if (entry.path().filename() == "rules-calibration.bin")
            kept = entry.path();
    REQUIRE(!kept.empty());
    std::string newer = readFile(kept.string());
    ++newer[8]; // the version
    writeFile(kept.string(), newer);
    const auto refused = runCli({"tag", "-p", study});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("newer version") != std::string::npos);
    CHECK(readFile(kept.string()) == newer);
    CHECK(tagStep()["state"] == "missing"); // and the other steps are told
    CHECK(tagStep()["why"].get<std::string>().find("newer version") != std::string::npos);
    CHECK(runCli({"tag", "-p", study, "--rule", "share"}).status == 0);
}

TEST_CASE("a study of one sentence says that a half has none, not to run again what has run") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("one");
    writeFile(scratch.file("one.jsonl"),
              R"({"text":"The food was very good and the service was quick and friendly at noon today."})");
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    REQUIRE(runCli({"import", "-p", study, scratch.file("one.jsonl"), "--text-field", "text"}).status == 0);
    extractSynthetic(study);
    REQUIRE(runCli({"label", "-p", study, "--engine", "lexical", "--descriptor", "food=food"}).status == 0);
    for (const char* verb : {"tag", "consistency"}) {
        const auto told = runCli({verb, "-p", study});
        INFO(told.err);
        CHECK(told.status == 1);
        CHECK(told.err.find("one of its halves has no sentence") != std::string::npos);
        CHECK(told.err.find("Import more sentences") != std::string::npos);
    }
    const json steps = runJson({"status", "-p", study})["steps"];
    CHECK(steps[3]["state"] == "partial");
    CHECK(steps[4]["state"] == "missing");
    CHECK(steps[4]["why"] == "one of its halves has no sentence");
}

TEST_CASE("tag changes the stored thresholds only with --save") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    const auto stored = [&] { return runJson({"status", "-p", study})["thresholds"]; };
    const json before = stored();
    REQUIRE(runCli({"tag", "-p", study, "-k", "2", "-t", "0.4", "--rule", "occurrence"}).status == 0);
    CHECK(stored() == before);
    REQUIRE(runCli({"tag", "-p", study, "-k", "2.5", "-t", "0.4", "--save"}).status == 0);
    CHECK(stored()["k_milli"] == 2500);
    CHECK(stored()["t_milli"] == 400);
    CHECK(runJson({"tag", "-p", study})["k"] == 2.5);
    REQUIRE(runCli({"tag", "-p", study, "--rule", "lift", "--save"}).status == 0);
    CHECK(runJson({"tag", "-p", study, "-t", "2.5"})["t"] == 2.5); // of the study's rule, not of the default
    CHECK(runCli({"tag", "-p", study, "-t", "2.5", "--rule", "share"}).status == 2);
}

TEST_CASE("exports agree with each other in every format") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    extractSynthetic(study);
    const auto write = [&](const char* what, const char* format, const std::string& file) {
        runJson({"export", "-p", study, "--what", what, "--format", format, "--out", scratch.file(file), "-k", "7",
                 "-t", "0.5"});
    };
    write("heatmap", "npy", "h.npy");
    write("heatmap", "jsonl", "h.jsonl");
    const Npy heat = readNpy(scratch.file("h.npy"));
    const auto rows = readJsonLines(scratch.file("h.jsonl"));
    REQUIRE(heat.rows == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i]["place"].get<double>() == Approx(heat.at(i, 1)));

    write("ranks", "npy", "r.npy");
    write("ranks", "jsonl", "r.jsonl");
    const Npy ranks = readNpy(scratch.file("r.npy"));
    const auto ranked = readJsonLines(scratch.file("r.jsonl"));
    REQUIRE(ranked.size() == ranks.rows * ranks.columns);
    for (std::size_t i = 0; i < ranked.size(); ++i)
        CHECK(ranked[i]["sentence"].get<double>() == ranks.values[i]);

    write("labels", "csv", "l.csv");
    const std::string csv = readFile(scratch.file("l.csv"));
    CHECK(csv.starts_with("id,food,place\n0,"));
    write("tags", "json", "t.json");
    const json tags = json::parse(readFile(scratch.file("t.json")));
    CHECK(tags.size() == runJson({"tag", "-p", study, "-k", "7", "-t", "0.5"})["summary"]["tags"]);
}

TEST_CASE("exported labels can be imported again as another annotator") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    runJson({"export", "-p", study, "--what", "labels", "--format", "csv", "--out", scratch.file("b.csv")});
    const json counts = runJson({"label", "-p", study, "--import", scratch.file("b.csv"), "--as", "copy"});
    CHECK(counts["unmatched_rows"] == 0);
    runJson({"export", "-p", study, "--what", "labels", "--format", "csv", "--out", scratch.file("copy.csv"), "--as",
             "copy"});
    CHECK(readFile(scratch.file("copy.csv")) == readFile(scratch.file("b.csv")));
}

TEST_CASE("the lexical engine answers for descriptors given on the command line") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch);
    writeFile(scratch.file("list.txt"), "# two more\nwater\nstone = river, cloud\n");
    const json counts = runJson({"label", "-p", study, "--engine", "lexical", "--as", "words", "--descriptor",
                                 "music=paper", "--descriptors", scratch.file("list.txt")});
    CHECK(counts["unanswered"] == 0);
    CHECK(counts["coverage"] == 1.0);
    runJson({"export", "-p", study, "--what", "labels", "--format", "jsonl", "--out", scratch.file("l.jsonl"), "--as",
             "words"});
    runJson({"export", "-p", study, "--what", "sentences", "--format", "jsonl", "--out", scratch.file("s.jsonl")});
    const auto labels = readJsonLines(scratch.file("l.jsonl"));
    const auto sentences = readJsonLines(scratch.file("s.jsonl"));
    const auto has = [](const json& sentence, const char* word) {
        return sentence["text"].get<std::string>().find(word) != std::string::npos;
    };
    REQUIRE(labels.size() == sentences.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK((labels[i]["music"] == 1) == (has(sentences[i], "music") || has(sentences[i], "paper")));
        CHECK((labels[i]["stone"] == 1) ==
              (has(sentences[i], "stone") || has(sentences[i], "river") || has(sentences[i], "cloud")));
        CHECK((labels[i]["water"] == 1) == has(sentences[i], "water"));
    }
}

} // namespace neuroscribe::test
