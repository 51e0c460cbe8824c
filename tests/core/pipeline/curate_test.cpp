// Edits of the curation and the descriptors that follow from them: same ids for good, answers kept, undo complete.
#include "core/pipeline/curate.h"

#include "tests/core/pipeline/curated_study.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using neuroscribe::test::CuratedStudy;
using Lines = std::vector<std::string>;

namespace {

const Lines kWords{"bread", "soup", "red", "blue", "flute"};

void answer(CuratedStudy& study, const std::string& question, const std::vector<labels::Answer>& answers) {
    const auto engine = labels::registerEngine(study.database(), labels::kLabelMatrixName, "import", "");
    REQUIRE(engine.ok());
    REQUIRE(labels::storeAnswers(study.database(), *engine, question, SentenceId(0), answers).ok());
}
constexpr auto kYes = labels::Answer::Yes;
constexpr auto kNo = labels::Answer::No;

} // namespace

TEST_CASE("a cluster becomes a descriptor when a person names it, and its members are its terms") {
    CuratedStudy study(kWords);
    const ClusterId food = study.create({1, 2}, "food");
    CHECK(study.shown().empty());
    study.make(confirm(study.curation, food));
    CHECK(study.shown() == Lines{"1 food: food; bread soup"});
    CHECK(study.descriptors()[0].cluster == food);
    study.make(moveMembers(study.curation, CuratedStudy::ids({2}), kSetAside));
    CHECK(study.shown() == Lines{"1 food: food; bread"});
    study.make(rename(study.curation, food, "meals", false));
    study.make(setExcluded(study.curation, std::vector{food}, true));
    CHECK(study.shown() == Lines{"1 meals: food; bread (excluded)"});
    study.checkEqualOnDisk();
    for (int i = 0; i < 4; ++i)
        study.undo();
    CHECK(study.shown().empty());
    study.redo();
    CHECK(study.shown() == Lines{"1 food: food; bread soup"});
    study.checkEqualOnDisk();
}

TEST_CASE("a merged descriptor is retired with its answers, and undo brings the same one back") {
    CuratedStudy study(kWords);
    const ClusterId food = study.createNamed({1, 2}, "food");
    const ClusterId colour = study.createNamed({3, 4}, "colour");
    answer(study, "food", {kYes, kNo});
    answer(study, "colour", {kNo, kNo});
    const Lines before = study.shown();
    CHECK(study.answers() == Lines{"yn", "nn"});
    study.make(merge(study.curation, std::vector{food}, colour));
    CHECK(study.shown() == Lines{"2 colour: colour food; blue bread red soup"});
    CHECK(study.answers() == Lines{"yn"});
    CHECK(study.create({5}, "food") == ClusterId(3)); // the name is free
    study.undo();
    study.undo();
    CHECK(study.shown() == before);
    CHECK(study.answers() == Lines{"yn", "nn"});
    study.checkEqualOnDisk();
}

TEST_CASE("two descriptors swap their names in one edit") {
    CuratedStudy study(kWords);
    const ClusterId food = study.createNamed({1}, "food");
    const ClusterId colour = study.createNamed({3}, "colour");
    CurationEdit swap{"swap", {}, {}};
    for (const auto& [id, name] : {std::pair{food, "colour"}, std::pair{colour, "food"}}) {
        ClusterChange change{id, *study.curation.find(id), *study.curation.find(id)};
        change.after->name = name;
        swap.delta.clusters.push_back(change);
    }
    study.make(swap);
    CHECK(study.shown() == Lines{"1 colour: food; bread", "2 food: colour; red"});
    study.undo();
    CHECK(study.shown() == Lines{"1 food: food; bread", "2 colour: colour; red"});
}

TEST_CASE("a descriptor of a file is taken over with its question, and given back by undo") {
    CuratedStudy study(kWords);
    study.add("food", {"eat"});
    REQUIRE(study.database().execute("INSERT INTO question(text) VALUES('is it edible?'); UPDATE descriptor SET "
                                     "question_id = (SELECT id FROM question WHERE text = 'is it edible?')"));
    answer(study, "is it edible?", {kYes, kNo});
    REQUIRE(labels::setExcluded(study.database(), DescriptorId(1), true));
    const Lines before = study.shown();
    const ClusterId food = study.createNamed({1, 2}, "food");
    CHECK(study.curation.find(food)->questions == Lines{"is it edible?"});
    CHECK(study.shown() == Lines{"1 food: is it edible?; bread eat soup (excluded)"});
    CHECK(study.answers() == Lines{"yn"});
    study.make(rename(study.curation, food, "meals", true));
    CHECK(study.shown() == Lines{"1 meals: meals; bread eat soup (excluded)"});
    study.checkEqualOnDisk();
    study.undo();
    study.undo();
    CHECK(study.shown() == before);
    CHECK_FALSE(study.descriptors()[0].cluster);
    study.redo();
    CHECK(study.shown() == Lines{"1 food: is it edible?; bread eat soup (excluded)"});
    CHECK(study.descriptors()[0].cluster == food);
    study.checkEqualOnDisk();
}

TEST_CASE("a descriptor that takes the name of one without a cluster asks its question too") {
    CuratedStudy study(kWords);
    const ClusterId food = study.createNamed({1, 2}, "food");
    study.add("meals");
    answer(study, "food", {kNo, kNo});
    answer(study, "meals", {kYes, kNo});
    study.make(rename(study.curation, food, "meals", false));
    CHECK(study.shown() == Lines{"1 meals: food meals; bread soup"});
    CHECK(study.answers() == Lines{"yn"});
    study.undo();
    CHECK(study.shown() == Lines{"1 food: food; bread soup", "2 meals: meals;"});
    study.redo();
    CHECK(study.shown() == Lines{"1 meals: food meals; bread soup"});
    study.checkEqualOnDisk();
}

TEST_CASE("a name that was free for a while is taken back by undo, and free again by redo") {
    CuratedStudy study(kWords);
    const ClusterId food = study.createNamed({1}, "food");
    const ClusterId colour = study.createNamed({3}, "colour");
    study.make(merge(study.curation, std::vector{food}, colour));
    study.add("food"); // from a file
    CHECK(study.shown() == Lines{"2 colour: colour food; bread red", "3 food: food;"});
    study.undo();
    CHECK(study.shown() == Lines{"1 food: food; bread", "2 colour: colour; red"});
    study.redo();
    CHECK(study.shown() == Lines{"2 colour: colour food; bread red", "3 food: food;"});
}

TEST_CASE("an edit that can't be made leaves no trace") {
    CuratedStudy study(kWords);
    const ClusterId food = study.createNamed({1, 2}, "food");
    const Curation before = study.curation;
    const auto strange = moveMembers(study.curation, CuratedStudy::ids({99}), food);
    const auto made = pipeline::applyCurationEdit(study.database(), study.curation, *strange);
    REQUIRE_FALSE(made);
    CHECK(made.error().where == "member 99");
    CHECK(study.curation == before);
    study.checkEqualOnDisk();
    CHECK(loadCurationHistory(study.database())->size() == 2);
}

TEST_CASE("jumping goes to any edit of the history, and to before the first") {
    CuratedStudy study(kWords);
    const ClusterId food = study.create({1, 2}, "food");
    std::vector<Curation> states{Curation{}, study.curation};
    for (const char* name : {"a", "b", "c"}) {
        study.make(rename(study.curation, food, name, false));
        states.push_back(study.curation);
    }
    const auto history = loadCurationHistory(study.database());
    REQUIRE(history->size() == 4);
    for (const std::size_t target : {1, 4, 2, 3, 3, 0, 4}) {
        const std::int64_t entry = target == 0 ? 0 : (*history)[target - 1].id;
        REQUIRE(pipeline::jumpInCuration(study.database(), study.curation, entry));
        CHECK(study.curation.clusters() == states[target].clusters());
        study.checkEqualOnDisk();
    }
    CHECK_FALSE(*pipeline::redoCuration(study.database(), study.curation));
    CHECK(pipeline::jumpInCuration(study.database(), study.curation, 99).error().code == ErrorCode::NotFound);
}

TEST_CASE("a history that does not fit is an error and changes nothing") {
    CuratedStudy study(kWords);
    study.createNamed({1, 2}, "food");
    REQUIRE(study.database().execute("UPDATE edit SET after = '{\"clusters\":[],\"moves\":[[0,5,[1]]]}'"));
    const Curation before = study.curation;
    CHECK(pipeline::undoCuration(study.database(), study.curation).error().code == ErrorCode::Corrupt);
    CHECK(study.curation == before);
    study.checkEqualOnDisk();
}

TEST_CASE("moving a member makes the lexical answers of its clusters stale and of no other") {
    CuratedStudy study(kWords, {"a bread", "a flute", "all red"});
    const ClusterId food = study.createNamed({1, 2}, "food");
    study.createNamed({3, 4}, "colour");
    const ClusterId music = study.createNamed({5}, "music");
    NullProgress progress;
    REQUIRE(labels::labelLexically(study.project, labels::kLabelMatrixName, {}, progress).ok());
    const Lines before{"ynn", "nny", "nyn"};
    CHECK(study.answers() == before);
    const auto stale = [&] {
        Lines names;
        for (const labels::Descriptor& descriptor : study.descriptors()) {
            bool found = false;
            const auto counts = labels::countByEngine(study.database(), {descriptor});
            for (const auto& [engine, count] : counts->front())
                found = found || labels::hasOtherTerms(llm::loadEngine(study.database(), engine).value(), descriptor);
            if (found)
                names.push_back(descriptor.name);
        }
        return names;
    };
    CHECK(stale().empty());
    study.make(moveMembers(study.curation, CuratedStudy::ids({1}), music));
    CHECK(stale() == Lines{"food", "music"});
    REQUIRE(labels::labelLexically(study.project, labels::kLabelMatrixName, {}, progress).ok());
    CHECK(stale().empty());
    CHECK(study.answers() == Lines{"nnn", "nny", "yyn"});
    study.undo();
    CHECK(study.answers() == before);
    CHECK(stale().empty());
    CHECK(study.curation.find(food)->members == CuratedStudy::ids({1, 2}));
}
