#include "core/pipeline/neuron_choice.h"

#include "core/pipeline/evaluation_setup.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;
using Kind = NeuronChoice::Kind;

namespace {

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairsIn(const std::string& text) {
    const auto names = parseNeurons(text);
    REQUIRE(names);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const NeuronName& name : *names)
        pairs.emplace_back(name.layer, name.unit);
    return pairs;
}

} // namespace

TEST_CASE("Neurons are listed with commas, semicolons or blanks between them") {
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected{{3, 127}, {5, 12}};
    for (const char* text : {"3/127,5/12", "3/127, 5/12", " 3/127 5/12 ", "3/127;5/12,", "\t3/127\n5/12"})
        CHECK(pairsIn(text) == expected);
    CHECK(pairsIn("0/0") == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 0}});
}

TEST_CASE("What is no neuron in a list is quoted in the error") {
    for (const auto& [text, where] :
         std::initializer_list<std::pair<const char*, const char*>>{{"3/127, 5", "5"},
                                                                    {"3/", "3/"},
                                                                    {"a/1", "a/1"},
                                                                    {"1/2/3", "1/2/3"},
                                                                    {"-1/2", "-1/2"},
                                                                    {"99999999999/1", "99999999999/1"}}) {
        const auto names = parseNeurons(text);
        REQUIRE_FALSE(names);
        CHECK(names.error().code == ErrorCode::InvalidArgument);
        CHECK(names.error().where == where);
    }
    for (const char* text : {"", " ", ",;"}) {
        const auto names = parseNeurons(text);
        REQUIRE_FALSE(names);
        CHECK(names.error().code == ErrorCode::InvalidArgument);
    }
}

TEST_CASE("A name beyond the model is told by its name") {
    const auto ids = neuronIds(*parseNeurons("5/127, 0/0, 2/3"), 6, 128);
    REQUIRE(ids);
    CHECK(*ids == std::vector<NeuronId>{NeuronId(767), NeuronId(0), NeuronId(259)});
    for (const char* text : {"6/0", "0/128"}) {
        const auto wrong = neuronIds(*parseNeurons(std::string("1/1,") + text), 6, 128);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code == ErrorCode::NotFound);
        CHECK(wrong.error().where == text);
    }
}

TEST_CASE("Chosen neurons ascend, each once, and none is an error") {
    NeuronChoice choice{Kind::List, 0, 0, {NeuronId(5), NeuronId(2), NeuronId(5)}};
    CHECK(*chosenNeurons(choice, 10) == std::vector<NeuronId>{NeuronId(2), NeuronId(5)});
    choice.kind = Kind::Bookmarked;
    CHECK(*chosenNeurons(choice, 10) == std::vector<NeuronId>{NeuronId(2), NeuronId(5)});
    CHECK_FALSE(chosenNeurons(choice, 5));
    choice.list.clear();
    CHECK_FALSE(chosenNeurons(choice, 10));
    choice.kind = Kind::All;
    CHECK(chosenNeurons(choice, 3)->size() == 3);
    choice = {Kind::Random, 4, 7, {}};
    CHECK(chosenNeurons(choice, 10)->size() == 4);
    CHECK(*chosenNeurons(choice, 10) == *chosenNeurons(choice, 10));
}

TEST_CASE("What is chosen in an evaluation comes back as it was stored, but for the bookmarks") {
    test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    REQUIRE(loadEvaluationSetup(project->connection()));
    CHECK(*loadEvaluationSetup(project->connection()) == EvaluationSetup{});
    for (const Kind kind : {Kind::All, Kind::Random, Kind::List, Kind::Bookmarked}) {
        EvaluationSetup setup{{kind, 25, 12'345'678'901, {NeuronId(7), NeuronId(3)}}, "Märia \"x\"", 1500};
        REQUIRE(saveEvaluationSetup(project->writer(), setup));
        const auto stored = loadEvaluationSetup(project->connection());
        REQUIRE(stored);
        if (kind == Kind::Bookmarked)
            setup.neurons.list.clear();
        CHECK(*stored == setup);
    }
}

TEST_CASE("A damaged setup of an evaluation is an error that names the part") {
    const std::string whole = evaluationSetupToJson({{Kind::List, 1, 2, {NeuronId(3)}}, "Ann", 10});
    REQUIRE(evaluationSetupFromJson(whole));
    for (const auto& [from, to] :
         std::initializer_list<std::pair<const char*, const char*>>{{"\"list\":[3]", "\"list\":[-3]"},
                                                                    {"\"list\":[3]", "\"list\":3"},
                                                                    {"\"list\":[3]", "\"list\":[5000000000]"},
                                                                    {"\"neurons\":\"list\"", "\"neurons\":\"some\""},
                                                                    {"\"neurons\":\"list\"", "\"neurons\":2"},
                                                                    {"\"count\":1", "\"count\":-1"},
                                                                    {"\"seed\":2", "\"seed\":0.5"},
                                                                    {"\"truth\":\"Ann\"", "\"truth\":null"},
                                                                    {"\"false_milli\":10", "\"false\":10"},
                                                                    {"{", "{\"more\":1,"},
                                                                    {"}", ""}}) {
        std::string text = whole;
        text.replace(text.find(from), std::string(from).size(), to);
        const auto setup = evaluationSetupFromJson(text);
        INFO(text);
        REQUIRE_FALSE(setup);
        CHECK(setup.error().code == ErrorCode::Corrupt);
    }
}
