#include "core/labels/person_answers.h"

#include "core/labels/disagreement.h"
#include "core/labels/pair_set.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using test::SmallCorpus;

namespace {

PersonAnswer given(const std::string& question, std::uint32_t sentence, Verdict verdict) {
    return {question, SentenceId(sentence), verdict, Drawn::Balanced, Answer::Yes, 12.5, 1000};
}

struct LabelledStudy : SmallCorpus {
    LabelledStudy() : SmallCorpus({"one", "two", "three", "four"}) {
        add("taste");
        add("price");
        const EngineId model = registerEngine(database(), "B", "lexical", "").value();
        REQUIRE(storeAnswers(database(), model, "taste", SentenceId(0),
                             {Answer::Yes, Answer::Yes, Answer::No, Answer::No}));
    }
};

} // namespace

TEST_CASE("answers of people stand beside the label matrix and never over it") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 0, Verdict::No)));
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 2, Verdict::Yes)));
    REQUIRE(storePersonAnswer(study.database(), "Tom", given("taste", 2, Verdict::No)));
    CHECK(study.answers() == std::vector<std::string>{"yynn", "----"});
    CHECK(study.answers("Maria") == std::vector<std::string>{"n-y-", "----"});
    CHECK(study.answers("Tom") == std::vector<std::string>{"--n-", "----"});
    CHECK(loadAnnotators(study.database()).value() == std::vector<std::string>{"B", "Maria", "Tom"});
    CHECK(loadPeople(study.database()).value() == std::vector<std::string>{"Maria", "Tom"});
}

TEST_CASE("unsure is kept and counts neither as Yes nor as No") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 1, Verdict::Unsure)));
    CHECK(study.answers("Maria") == std::vector<std::string>{"----", "----"});
    CHECK(loadPersonAnswers(study.database(), "Maria").value() ==
          std::vector<PersonAnswer>{given("taste", 1, Verdict::Unsure)});
    CHECK(loadPeople(study.database()).value() == std::vector<std::string>{"Maria"});
}

TEST_CASE("an answer about a sentence that does not exist is damage, not read") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 1, Verdict::Unsure)));
    for (const char* damage : {"sentence_id = 4", "sentence_id = -1", "sentence_id = 4294967297"}) {
        INFO(damage);
        REQUIRE(study.database().execute("PRAGMA foreign_keys=OFF"));
        REQUIRE(study.database().execute(std::string("UPDATE person_answer SET ") + damage));
        CHECK(loadPersonAnswers(study.database(), "Maria").error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("a person's answer can be changed and withdrawn") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 1, Verdict::Yes)));
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 1, Verdict::No)));
    CHECK(study.answers("Maria")[0] == "-n--");
    REQUIRE(removePersonAnswer(study.database(), "Maria", "taste", SentenceId(1)));
    CHECK(study.answers("Maria")[0] == "----");
    CHECK(loadPersonAnswers(study.database(), "Maria")->empty());
    CHECK(removePersonAnswer(study.database(), "Maria", "never asked", SentenceId(1)));
}

TEST_CASE("a person's answer given after an import counts, and one withdrawn lets the import be seen") {
    LabelledStudy study;
    const EngineId import = registerEngine(study.database(), "Maria", "import", "").value();
    REQUIRE(storeAnswers(study.database(), import, "taste", SentenceId(0), {Answer::Yes, Answer::Yes}));
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 1, Verdict::No)));
    CHECK(study.answers("Maria")[0] == "yn--");
    REQUIRE(removePersonAnswer(study.database(), "Maria", "taste", SentenceId(1)));
    CHECK(study.answers("Maria")[0] == "yy--");
}

TEST_CASE("answers outlive labelling again") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 0, Verdict::No)));
    const EngineId better = registerEngine(study.database(), "B", "better", "").value();
    REQUIRE(storeAnswers(study.database(), better, "taste", SentenceId(0), {Answer::No, Answer::No, Answer::Yes}));
    CHECK(study.answers() == std::vector<std::string>{"nnyn", "----"});
    CHECK(study.answers("Maria")[0] == "n---");
}

TEST_CASE("nobody answers without a name, as B, or about no sentence") {
    LabelledStudy study;
    for (const char* name : {"", "  ", "B"})
        CHECK(storePersonAnswer(study.database(), name, given("taste", 0, Verdict::No)).error().code ==
              ErrorCode::InvalidArgument);
    CHECK(storePersonAnswer(study.database(), "Maria", given("taste", 4, Verdict::No)).error().code ==
          ErrorCode::InvalidArgument);
    CHECK(study.count("person_answer") == 0);
}

TEST_CASE("annotators who differ are found, but not the one who is asked") {
    LabelledStudy study;
    REQUIRE(storePersonAnswer(study.database(), "Maria", given("taste", 0, Verdict::No)));
    REQUIRE(storePersonAnswer(study.database(), "Tom", given("taste", 2, Verdict::Yes)));
    REQUIRE(storePersonAnswer(study.database(), "Tom", given("taste", 3, Verdict::No)));
    const auto differing = [&](const std::string& asked) {
        const auto found = loadDisagreement(study.database(), study.descriptors(), asked, {});
        REQUIRE(found.ok());
        std::string word;
        for (std::uint32_t i = 0; i < 4; ++i)
            word += found->differs(0, SentenceId(i)) ? 'x' : '.';
        return word;
    };
    CHECK(differing("Maria") == "..x.");
    CHECK(differing("Tom") == "x...");
    CHECK(differing("") == "x.x.");
}

TEST_CASE("who is asked to stop looks for nobody who differs") {
    LabelledStudy study;
    std::stop_source stop;
    stop.request_stop();
    CHECK(loadDisagreement(study.database(), study.descriptors(), "Maria", stop.get_token()).error().code ==
          ErrorCode::Cancelled);
}

TEST_CASE("two engines of the label matrix that differ are found, though one of them counts") {
    LabelledStudy study;
    const EngineId second = registerEngine(study.database(), "B", "second", "").value();
    REQUIRE(storeAnswers(study.database(), second, "taste", SentenceId(0), {Answer::Yes, Answer::No}));
    const auto found = loadDisagreement(study.database(), study.descriptors(), "Maria", {});
    REQUIRE(found.ok());
    CHECK_FALSE(found->differs(0, SentenceId(0)));
    CHECK(found->differs(0, SentenceId(1)));
}

TEST_CASE("samples from labels made anew share what they can") {
    LabelMatrix before(1000, 1), after(1000, 1);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        before.set(SentenceId(i), 0, i % 4 == 0 ? Answer::Yes : Answer::No);
        after.set(SentenceId(i), 0, i % 4 == 0 && i % 40 != 0 ? Answer::Yes : Answer::No); // a tenth of Yes turns No
    }
    std::vector<Descriptor> descriptors(1);
    descriptors[0].id = DescriptorId(3);
    const PairSet first = balancedPairs(before, descriptors, 15, 1), second = balancedPairs(after, descriptors, 15, 1);
    int shared = 0;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        // Whoever still is in the stratum and was drawn is drawn again.
        if (first.wants(i, 0) && before.at(SentenceId(i), 0) == Answer::Yes &&
            after.at(SentenceId(i), 0) == Answer::Yes)
            CHECK(second.wants(i, 0));
        shared += first.wants(i, 0) && second.wants(i, 0);
    }
    CHECK(shared >= 24);
}
