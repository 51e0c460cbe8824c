// Answers of people from files: one a row as they are exported, and whole columns with Unsure among them.
#include "core/labels/import_answers.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::SmallCorpus;

namespace {

Result<ImportedAnswers> import(SmallCorpus& corpus, const std::string& name, const std::string& content,
                               const std::string& annotator = kLabelMatrixName) {
    const std::string path = corpus.scratch.file(name);
    test::writeFile(path, content);
    NullProgress progress;
    return importAnswers(corpus.project, path, annotator, {}, progress);
}

std::vector<PersonAnswer> answersOf(SmallCorpus& corpus, const std::string& person) {
    const auto answers = loadPersonAnswers(corpus.database(), person);
    REQUIRE(answers);
    return *answers;
}

} // namespace

TEST_CASE("a row of an answer carries who was asked what, how it was drawn and what the model said then") {
    SmallCorpus corpus({"a", "b", "c", "d"});
    corpus.add("taste");
    corpus.add("music");
    const auto imported = import(corpus, "answers.csv",
                                 "id,descriptor,question,annotator,answer,drawn,model,weight,answered_at\n"
                                 "2,taste,taste,Maria,yes,balanced,no,12.5,1700000000\n"
                                 "0,taste,taste,Maria,unsure,disagreement,yes,,\n"
                                 "1,,music,Tom,no,,,,\n"
                                 "3,music,,Tom,,,,,\n"
                                 "9,music,,Tom,yes,,,,\n");
    REQUIRE(imported);
    CHECK(imported->labels.counts.pairs == 4);
    CHECK(imported->labels.counts.yes == 1);
    CHECK(imported->labels.counts.no == 1);
    CHECK(imported->labels.counts.unanswered == 1);
    CHECK(imported->unsure == 1);
    CHECK(imported->labels.unmatchedRows == 1);
    const auto maria = answersOf(corpus, "Maria");
    REQUIRE(maria.size() == 2);
    CHECK(maria[0] == PersonAnswer{"taste", SentenceId(0), Verdict::Unsure, Drawn::Disagreement, Answer::Yes, 0, 0});
    CHECK(maria[1] ==
          PersonAnswer{"taste", SentenceId(2), Verdict::Yes, Drawn::Balanced, Answer::No, 12.5, 1'700'000'000});
    CHECK(answersOf(corpus, "Tom") ==
          std::vector<PersonAnswer>{{"music", SentenceId(1), Verdict::No, Drawn::Balanced, Answer::Unanswered, 0, 0}});
    CHECK(corpus.answers("Maria") == std::vector<std::string>{"--y-", "----"});
    CHECK(corpus.descriptors().size() == 2);
}

TEST_CASE("a name given goes before those in the rows, and a later row before an earlier one") {
    SmallCorpus corpus({"a", "b"});
    corpus.add("taste");
    const std::string rows = "{\"id\":1,\"descriptor\":\"taste\",\"annotator\":\"Tom\",\"answer\":\"no\"}\n"
                             "{\"id\":1,\"descriptor\":\"taste\",\"annotator\":\"Maria\",\"answer\":\"unsure\"}\n";
    REQUIRE(import(corpus, "answers.jsonl", rows, "Anna"));
    const auto anna = answersOf(corpus, "Anna");
    REQUIRE(anna.size() == 1);
    CHECK(anna[0].verdict == Verdict::Unsure);
    CHECK(loadPeople(corpus.database()).value() == std::vector<std::string>{"Anna"});
    REQUIRE(import(corpus, "list.json", "[" + rows.substr(0, rows.find('\n')) + "]"));
    CHECK(answersOf(corpus, "Tom").size() == 1);
}

TEST_CASE("columns with unsure among their answers are a person's") {
    SmallCorpus corpus({"a", "b", "c"});
    const auto imported = import(corpus, "anna.csv", "id,taste,music\n0,1,unsure\n1,?,0\n2,,U\n2,1,\n", "Anna");
    REQUIRE(imported);
    CHECK(imported->unsure == 3);
    CHECK(imported->labels.counts.pairs == 6);
    CHECK(imported->labels.counts.yes == 2);
    CHECK(imported->labels.counts.no == 1);
    CHECK(imported->labels.counts.unanswered == 0);
    CHECK(corpus.answers("Anna") == std::vector<std::string>{"y-y", "-n-"});
    const auto anna = answersOf(corpus, "Anna");
    REQUIRE(anna.size() == 6);
    for (const PersonAnswer& answer : anna) {
        CHECK(answer.weight == 0); // drawn nobody knows how
        CHECK(answer.drawn == Drawn::Balanced);
    }
    // Without unsure they are the labels of an annotator as ever.
    REQUIRE(import(corpus, "bob.csv", "id,taste\n0,1\n", "Bob"));
    CHECK(answersOf(corpus, "Bob").empty());
    CHECK(corpus.answers("Bob")[0] == "y--");
}

TEST_CASE("an answer that can't be is an error of its file, row and column, and nothing is stored") {
    SmallCorpus corpus({"a", "b"});
    corpus.add("taste");
    const std::string head = "id,descriptor,question,annotator,answer,drawn,model,weight,answered_at\n"
                             "0,taste,taste,Maria,yes,,,,\n";
    const std::pair<const char*, const char*> wrong[] = {
        {"1,taste,taste,Maria,perhaps,,,,\n", "answer"},
        {"1,taste,taste,Maria,yes,by hand,,,\n", "drawn"},
        {"1,taste,taste,Maria,yes,,maybe,,\n", "model"},
        {"1,taste,taste,Maria,yes,,,-1,\n", "weight"},
        {"1,taste,taste,Maria,yes,,,nan,\n", "weight"},
        {"1,taste,taste,Maria,yes,,,1e999,\n", "weight"},
        {"1,taste,taste,Maria,yes,,,,99999999999999999999\n", "answered_at"},
        {"1,taste,taste,Maria,yes,,,,-5\n", "answered_at"},
        {"1,taste,smell,Maria,yes,,,,\n", "question"},
        {"1,smell,,Maria,yes,,,,\n", "descriptor"},
        {"1,taste,taste,B,yes,,,,\n", "annotator"},
        {"1,taste,taste, ,yes,,,,\n", "annotator"},
        {"first,taste,taste,Maria,yes,,,,\n", ""},
    };
    for (const auto& [row, column] : wrong) {
        INFO(row);
        const auto imported = import(corpus, "answers.csv", head + row);
        REQUIRE_FALSE(imported);
        CHECK(imported.error().where.find(*column ? std::string("answers.csv:3: ") + column : "answers.csv:3") !=
              std::string::npos);
        CHECK(corpus.count("person_answer") == 0);
        CHECK(corpus.count("engine") == 0);
    }
    for (const char* row : {"{\"id\":0,\"descriptor\":\"taste\",\"annotator\":\"M\",\"answer\":[1]}",
                            "{\"id\":0,\"descriptor\":\"taste\",\"annotator\":\"M\",\"answer\":1,\"weight\":{}}",
                            "{\"id\":0,\"descriptor\":\"taste\",\"answer\":1}"}) {
        INFO(row);
        CHECK_FALSE(import(corpus, "answers.jsonl", row));
    }
    const auto later = import(corpus, "answers.jsonl",
                              "{\"id\":0,\"descriptor\":\"taste\",\"annotator\":\"M\",\"answer\":1}\n{\"id\":0}\n");
    REQUIRE_FALSE(later);
    CHECK(later.error().where.ends_with("answers.jsonl:2"));
    const auto model = import(corpus, "b.csv", "id,taste\n0,1\n1,unsure\n");
    REQUIRE_FALSE(model);
    CHECK(model.error().code == ErrorCode::InvalidArgument);
    CHECK(model.error().where.ends_with("b.csv:3: taste"));
    CHECK(corpus.count("label_block") == 0);
    CHECK(corpus.count("person_answer") == 0);
}
