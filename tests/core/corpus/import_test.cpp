#include "core/corpus/importer.h"

#include <algorithm>
#include <set>
#include <thread>

#include "core/corpus/language.h"
#include "core/corpus/sentence.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

namespace {

ImportOptions anyLanguage() {
    ImportOptions options;
    options.language = "any";
    options.minWords = 3;
    options.maxWords = 6;
    return options;
}

std::string line(const std::string& text, const std::string& category, const std::string& more = {}) {
    return "{\"text\":\"" + text + "\",\"category\":\"" + category + "\"" + more + "}\n";
}

std::string manyLines(int first, int count) {
    std::string lines;
    for (int i = first; i < first + count; ++i)
        lines += line("sentence number " + std::to_string(i), std::string("cat") + static_cast<char>('0' + i % 3));
    return lines;
}

struct Study {
    test::ScratchFolder scratch;
    store::Project project = std::move(*store::Project::create(scratch.file("study")));
    NullProgress progress;

    Result<ImportCounts> add(const std::string& content, const ImportOptions& options = anyLanguage(),
                             const std::string& name = "in.jsonl", const LabelHook& hook = {}) {
        test::writeFile(scratch.file(name), content);
        return importFiles(project, {scratch.file(name)}, options, {}, progress, hook);
    }
    store::Database& database() { return project.connection(); }
    std::vector<Sentence> sentences() {
        std::vector<Sentence> all;
        const auto index = loadIndex(database());
        REQUIRE(index);
        for (std::uint32_t i = 0; i < index->size(); ++i)
            all.push_back(loadSentence(database(), SentenceId(i)).value());
        return all;
    }
};

bool same(const Sentence& a, const Sentence& b) {
    return a.id == b.id && a.text == b.text && a.category == b.category && a.split == b.split && a.words == b.words &&
           a.source == b.source;
}

} // namespace

TEST_CASE("every record is kept or counted with its reason") {
    Study study;
    const auto counts = study.add(line("one two", "a") +                           // too short
                                  line("one two three", "a") +                     // kept
                                  line("one two three four five six", "a") +       // kept
                                  line("one two three four five six seven", "a") + // too long
                                  line("one  two\\n three", "b") +                 // duplicate after folding
                                  line(" ", "a") + "{\"text\":null}\n{}\n" +       // empty
                                  "{\"text\":5}\n{\"text\":[\"a\"]}\nbroken\n" +   // invalid
                                  line("one two \xff", "c"));                      // kept, repaired
    REQUIRE(counts);
    CHECK(counts->read == 12);
    CHECK(counts->kept == 3);
    CHECK(counts->dropped == std::map<Reason, std::uint64_t>{{Reason::TooShort, 1},
                                                             {Reason::TooLong, 1},
                                                             {Reason::Duplicate, 1},
                                                             {Reason::Empty, 3},
                                                             {Reason::Invalid, 3}});
    CHECK(counts->replacedUtf8 == 1);
    CHECK(counts->categories == std::map<std::string, std::uint64_t>{{"a", 2}, {"c", 1}});
    CHECK(counts->split[0] + counts->split[1] == 3);

    const auto rejected = loadRejected(study.database(), 100);
    REQUIRE(rejected);
    REQUIRE(rejected->size() == 9);
    CHECK(rejected->front().source == "in.jsonl:1");
    CHECK(rejected->front().reason == Reason::TooShort);
    CHECK(rejected->back().source == "in.jsonl:11");
    CHECK(rejected->back().raw == "broken");
    CHECK(loadRejected(study.database(), 2)->size() == 2);
}

TEST_CASE("sentences come back as they were imported") {
    Study study;
    REQUIRE(study.add(line("it&#39;s<br />very good", "Food &amp; Drink")));
    const auto sentence = loadSentence(study.database(), SentenceId(0));
    REQUIRE(sentence);
    CHECK(sentence->text == "it's very good");
    CHECK(sentence->category == "Food & Drink");
    CHECK(sentence->words == 3);
    CHECK(sentence->source == "in.jsonl:1");
    CHECK(loadSentence(study.database(), SentenceId(1)).error().code == ErrorCode::NotFound);
    CHECK(loadTexts(study.database(), SentenceId(0), 1).value() == std::vector<std::string>{"it's very good"});
    CHECK_FALSE(loadTexts(study.database(), SentenceId(0), 2));
}

TEST_CASE("the index agrees with the sentences one by one") {
    Study study;
    REQUIRE(study.add(manyLines(0, 101)));
    const auto index = loadIndex(study.database());
    REQUIRE(index);
    const auto all = study.sentences();
    REQUIRE(all.size() == 101);
    std::size_t seen[2] = {0, 0};
    for (const Sentence& sentence : all) {
        const std::size_t i = sentence.id.value;
        CHECK(index->categories[index->category[i]] == sentence.category);
        CHECK(index->words[i] == sentence.words);
        CHECK(index->split[i] == sentence.split);
        const auto side = static_cast<std::size_t>(sentence.split);
        CHECK(index->members[side][seen[side]++] == sentence.id);
    }
    CHECK(index->members[0].size() == seen[0]);
    CHECK(index->members[1].size() == seen[1]);
    CHECK(index->categories == std::vector<std::string>{"cat0", "cat1", "cat2"});
}

TEST_CASE("the same records and seed give the same ids and halves, whatever the order of the files") {
    Study forward;
    Study backward;
    const std::vector<std::string> parts = {manyLines(0, 50), manyLines(50, 50)};
    for (Study* study : {&forward, &backward}) {
        test::writeFile(study->scratch.file("a.jsonl"), parts[0]);
        test::writeFile(study->scratch.file("b.jsonl"), parts[1]);
    }
    const auto files = [](Study& study, const char* first, const char* second) {
        return std::vector<std::string>{study.scratch.file(first), study.scratch.file(second)};
    };
    REQUIRE(importFiles(forward.project, files(forward, "a.jsonl", "b.jsonl"), anyLanguage(), {}, forward.progress));
    REQUIRE(importFiles(backward.project, files(backward, "b.jsonl", "a.jsonl"), anyLanguage(), {}, backward.progress));
    const auto one = forward.sentences();
    const auto two = backward.sentences();
    REQUIRE(one.size() == 100);
    CHECK(std::equal(one.begin(), one.end(), two.begin(), two.end(), same));
    CHECK(corpusHash(forward.database()).value() == corpusHash(backward.database()).value());

    Study other;
    ImportOptions options = anyLanguage();
    options.seed = 99;
    REQUIRE(other.add(parts[0] + parts[1], options));
    CHECK(corpusHash(other.database()).value() != corpusHash(forward.database()).value());
}

TEST_CASE("importing again adds only what is new and moves nothing") {
    Study study;
    REQUIRE(study.add(manyLines(0, 61)));
    const auto before = study.sentences();
    const auto hash = corpusHash(study.database()).value();

    const auto again = study.add(manyLines(0, 61));
    REQUIRE(again);
    CHECK(again->kept == 0);
    CHECK(again->dropped.at(Reason::Duplicate) == 61);
    CHECK(corpusHash(study.database()).value() == hash);

    const auto more = study.add(manyLines(30, 70) + line("a new kind", "another"));
    REQUIRE(more);
    CHECK(more->kept == 40);
    const auto after = study.sentences();
    REQUIRE(after.size() == 101);
    CHECK(std::equal(before.begin(), before.end(), after.begin(), same));
    CHECK(corpusHash(study.database()).value() != hash);
    std::map<std::string, int> lead;
    for (const Sentence& sentence : after)
        lead[sentence.category] += sentence.split == Split::Calibration ? 1 : -1;
    for (const auto& [category, difference] : lead)
        CHECK(std::abs(difference) <= 1);
}

TEST_CASE("the cap holds across imports") {
    Study study;
    ImportOptions options = anyLanguage();
    options.maxPerCategory = 10;
    const auto first = study.add(manyLines(0, 45), options);
    REQUIRE(first);
    CHECK(first->kept == 30);
    CHECK(first->dropped.at(Reason::OverCategoryCap) == 15);
    const auto second = study.add(manyLines(45, 45), options);
    REQUIRE(second);
    CHECK(second->kept == 0);
    CHECK(second->dropped.at(Reason::OverCategoryCap) == 45);
    CHECK(second->dropped.size() == 1);
}

TEST_CASE("an import that fails or is cancelled leaves nothing") {
    Study study;
    REQUIRE(study.add(manyLines(0, 10)));
    const auto before = corpusHash(study.database()).value();
    std::stop_source stop;
    stop.request_stop();
    test::writeFile(study.scratch.file("more.jsonl"), manyLines(10, 1000));
    const std::string more = study.scratch.file("more.jsonl");
    CHECK(importFiles(study.project, {more}, anyLanguage(), stop.get_token(), study.progress).error().code ==
          ErrorCode::Cancelled);
    CHECK(importFiles(study.project, {more, study.scratch.file("none")}, anyLanguage(), {}, study.progress)
              .error()
              .code == ErrorCode::NotFound);
    ImportOptions labelled = anyLanguage();
    labelled.labelFields = {"category"};
    const auto refused = study.add(manyLines(10, 10), labelled, "x.jsonl", [](auto&, const auto&) {
        return Status(Error{ErrorCode::Internal, "hook", "refused", {}});
    });
    CHECK(refused.error().where == "hook");
    CHECK(study.sentences().size() == 10);
    CHECK(corpusHash(study.database()).value() == before);
    CHECK(study.database().integer("SELECT count(*) FROM import").value() == 1);
    CHECK(study.add(manyLines(10, 10)));
}

TEST_CASE("fields are guessed, and what can't be guessed or found is said with what there is") {
    Study study;
    CHECK(study.add("{\"id\":1,\"ReviewText\":\"one two three\"}\n").value().kept == 1);
    CHECK(study.add("{\"only\":\"one two three four\"}\n").value().kept == 1);
    const auto unknown = study.add("{\"foo\":\"one two three\",\"bar\":1}\n");
    CHECK(unknown.error().code == ErrorCode::InvalidArgument);
    CHECK(unknown.error().hint.find("foo, bar") != std::string::npos);
    ImportOptions options = anyLanguage();
    options.textField = "missing";
    CHECK(study.add("{\"text\":\"one two three\"}\n", options).error().why.find("missing") != std::string::npos);
    options.textField = "foo";
    options.categoryField = "bar";
    CHECK(study.add("{\"foo\":\"one two three five\",\"bar\":1}\n", options).value().categories.at("1") == 1);
    CHECK(study.add("broken\n").value().dropped.at(Reason::Invalid) == 1);
    CHECK(study.add("").value().read == 0);
}

TEST_CASE("label columns reach the hook in id order, unreadable answers stay unanswered and are counted") {
    Study study;
    REQUIRE(study.add(manyLines(0, 5)));
    ImportOptions options = anyLanguage();
    options.labelFields = {"good", "big"};
    std::string content;
    std::map<std::string, std::pair<int, int>> expected;
    const std::pair<std::string, int> answers[] = {{"\"yes\"", 2},   {"0", 1},      {"null", 0}, {"true", 2},
                                                   {"\"maybe\"", 0}, {"\"NO\"", 1}, {"1", 2},    {"\"\"", 0}};
    for (std::size_t i = 0; i < std::size(answers); ++i) {
        const std::string text = "labelled text " + std::to_string(i);
        const auto& [big, bigAnswer] = answers[(i + 3) % std::size(answers)];
        content += line(text, "a", ",\"good\":" + answers[i].first + ",\"big\":" + big);
        expected[text] = {answers[i].second, bigAnswer};
    }
    ImportedLabelColumns got;
    const auto counts =
        study.add(content, options, "in.jsonl", [&](store::Database&, const ImportedLabelColumns& columns) {
            got = columns;
            return Status();
        });
    REQUIRE(counts);
    CHECK(counts->unreadableLabels == 2);
    CHECK(got.first == SentenceId(5));
    CHECK(got.names == options.labelFields);
    REQUIRE(got.answers.size() == 2);
    const auto all = study.sentences();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& [good, big] = expected.at(all[5 + i].text);
        CHECK(got.answers[0][i] == good);
        CHECK(got.answers[1][i] == big);
    }
    CHECK(study.add(content, options).error().code == ErrorCode::InvalidArgument); // nobody to give them to
}

TEST_CASE("options that make no sense are refused") {
    ImportOptions options;
    options.minWords = 11;
    options.maxWords = 10;
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
    options = {};
    options.language = "fr";
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
    options = {};
    options.encoding = "utf-7";
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
    options = {};
    options.labelFields = {"a", "a"};
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
    CHECK(anyLanguage().validate());
    Study study;
    CHECK(importFiles(study.project, {}, anyLanguage(), {}, study.progress).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("other languages are dropped and short English is not") {
    if (!canDetectLanguage()) {
        CHECK(ImportOptions{}.validate().error().code == ErrorCode::NotBuilt);
        return;
    }
    CHECK(mayBeEnglish("This is a very good book and my children like it a lot."));
    CHECK(mayBeEnglish("Love it love it love it!"));
    CHECK(mayBeEnglish("ok"));
    CHECK_FALSE(mayBeEnglish("Dieses Buch ist wirklich sehr gut und meine Kinder lesen es jeden Abend gern."));
    CHECK_FALSE(mayBeEnglish("Este producto es muy bueno y lo recomiendo a todos mis amigos sin ninguna duda."));
    CHECK_FALSE(mayBeEnglish("この本はとても面白いので、子供たちは毎晩読んでいます。"));
}

TEST_CASE("an import killed at any moment has happened or has not") {
    const std::string before = manyLines(0, 200);
    const std::string more = manyLines(200, 3000);
    Hash128 whole;
    {
        Study study;
        REQUIRE(study.add(before));
        REQUIRE(study.add(more));
        whole = corpusHash(study.database()).value();
    }
    int unfinished = 0;
    for (int round = 0; round < 10; ++round) {
        Study study;
        REQUIRE(study.add(before));
        const auto hash = corpusHash(study.database()).value();
        REQUIRE(study.project.close());
        test::writeFile(study.scratch.file("more.jsonl"), more);
        const pid_t child = test::startChild([&] {
            auto project = store::Project::open(study.scratch.file("study"));
            NullProgress progress;
            return project && importFiles(*project, {study.scratch.file("more.jsonl")}, anyLanguage(), {}, progress)
                       ? 0
                       : 1;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(round * 8));
        ::kill(child, SIGKILL);
        test::waitFor(child);
        study.project = std::move(*store::Project::open(study.scratch.file("study")));
        const auto found = corpusHash(study.database()).value();
        CHECK((found == hash || found == whole));
        unfinished += found == hash ? 1 : 0;
        REQUIRE(study.add(more));
        CHECK(corpusHash(study.database()).value() == whole);
        CHECK(study.sentences().size() == 3200);
    }
    CHECK(unfinished > 0); // the first is killed before it can have begun
}
