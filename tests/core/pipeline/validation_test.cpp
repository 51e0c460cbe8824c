// The validation as it is stored: the queue, the history, and what an interrupted program leaves.
#include "core/pipeline/validation.h"

#include <algorithm>
#include <csignal>
#include <map>
#include <memory>
#include <set>

#include "core/base/random.h"
#include "core/store/edit_log.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/child.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;
using labels::Answer;
using labels::Drawn;
using labels::PersonAnswer;
using labels::Verdict;
using test::SmallCorpus;

namespace {

std::vector<std::string> texts(std::uint32_t count) {
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i < count; ++i)
        all.push_back("sentence " + std::to_string(i));
    return all;
}

labels::LabelMatrix madeLabels(std::uint32_t sentences, std::uint32_t descriptors) {
    labels::LabelMatrix matrix(sentences, descriptors);
    for (std::uint32_t i = 0; i < sentences; ++i)
        for (std::uint32_t c = 0; c < descriptors; ++c)
            matrix.set(SentenceId(i), c, i % (c + 3) == 0 ? Answer::Yes : Answer::No);
    return matrix;
}

std::vector<labels::Descriptor> madeDescriptors(std::uint32_t count) {
    std::vector<labels::Descriptor> descriptors(count);
    for (std::uint32_t c = 0; c < count; ++c)
        descriptors[c].id = DescriptorId(20 + c);
    return descriptors;
}

AnswerEdit answered(const std::string& who, std::uint32_t sentence, Verdict verdict) {
    const PersonAnswer answer{"taste", SentenceId(sentence), verdict, Drawn::Balanced, Answer::Yes, 3, 17};
    return {who, "taste", SentenceId(sentence), std::nullopt, answer};
}

std::vector<PersonAnswer> storedOf(store::Database& database, const std::string& who) {
    auto answers = labels::loadPersonAnswers(database, who);
    REQUIRE(answers.ok());
    return *answers;
}

Status inTransaction(store::Database& database, const std::function<Status()>& work) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_TRY(work());
    return transaction.commit();
}

} // namespace

TEST_CASE("the balanced queue has 15 with and 15 without of each descriptor, and descriptors alternate") {
    const auto matrix = madeLabels(900, 3);
    const ValidationQueue queue = balancedQueue(matrix, madeDescriptors(3), 15, 4);
    REQUIRE(queue.size() == 90);
    for (std::uint32_t c = 0; c < 3; ++c)
        for (const Answer answer : {Answer::Yes, Answer::No})
            CHECK(std::ranges::count_if(queue, [&](const ValidationPair& pair) {
                      return pair.descriptor == c && pair.model == answer;
                  }) == 15);
    for (std::size_t round = 0; round < 30; ++round) {
        std::set<std::uint32_t> met;
        for (std::size_t i = 0; i < 3; ++i)
            met.insert(queue[3 * round + i].descriptor);
        CHECK(met.size() == 3);
    }
    CHECK(queue == balancedQueue(matrix, madeDescriptors(3), 15, 4));
    CHECK_FALSE(queue == balancedQueue(matrix, madeDescriptors(3), 15, 5));
}

TEST_CASE("the order of the balanced queue tells nothing of what the model answered") {
    const ValidationQueue queue = balancedQueue(madeLabels(2000, 8), madeDescriptors(8), 15, 1);
    int yesInFirstHalf = 0, changes = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        yesInFirstHalf += i < queue.size() / 2 && queue[i].model == Answer::Yes;
        changes += i > 0 && queue[i].model != queue[i - 1].model;
    }
    CHECK(yesInFirstHalf > 40); // of 120, 60 expected
    CHECK(yesInFirstHalf < 80);
    CHECK(changes > 90); // of 239, 120 expected
    CHECK(changes < 150);
}

TEST_CASE("each pair of the balanced queue knows how many sentences it stands for") {
    const auto matrix = madeLabels(900, 2); // 300 and 225 with
    for (const ValidationPair& pair : balancedQueue(matrix, madeDescriptors(2), 15, 1)) {
        const double yes = pair.descriptor == 0 ? 300 : 225;
        CHECK(pair.weight == Approx((pair.model == Answer::Yes ? yes : 900 - yes) / 15));
    }
    labels::LabelMatrix rare(50, 1);
    for (std::uint32_t i = 0; i < 50; ++i)
        rare.set(SentenceId(i), 0, i < 4 ? Answer::Yes : Answer::No);
    for (const ValidationPair& pair : balancedQueue(rare, madeDescriptors(1), 15, 1))
        if (pair.model == Answer::Yes)
            CHECK(pair.weight == 1.0); // all four are asked about
}

TEST_CASE("disagreement comes first, then small margins, and none of it has a weight") {
    labels::Disagreement disagreement(40, 1);
    const auto matrix = madeLabels(40, 1);
    disagreement.addAnswers(matrix);
    labels::LabelMatrix other(40, 1);
    other.set(SentenceId(3), 0, Answer::No);
    other.set(SentenceId(4), 0, Answer::Yes);
    other.set(SentenceId(5), 0, Answer::No); // agrees
    disagreement.addAnswers(other);
    disagreement.addMargin(0, SentenceId(10), 0.5F);
    disagreement.addMargin(0, SentenceId(11), 0.1F);
    disagreement.addMargin(0, SentenceId(12), 2.0F);
    disagreement.addMargin(0, SentenceId(3), 3.0F);
    const ValidationQueue queue = disagreementQueue(disagreement, matrix, madeDescriptors(1), 4, 1);
    REQUIRE(queue.size() == 4);
    CHECK(std::set{queue[0].sentence.value, queue[1].sentence.value} == std::set<std::uint32_t>{3, 4});
    CHECK(queue[2].sentence == SentenceId(11));
    CHECK(queue[3].sentence == SentenceId(10));
    for (const ValidationPair& pair : queue) {
        CHECK(pair.drawn == Drawn::Disagreement);
        CHECK(pair.weight == 0);
    }
}

TEST_CASE("the setup of the validation is kept in the study") {
    SmallCorpus study(texts(2));
    CHECK(loadValidationSetup(study.database()).value() == ValidationSetup{});
    ValidationSetup setup;
    setup.annotator = "Mária \"M\"";
    setup.drawn = Drawn::Disagreement;
    setup.each = 20;
    setup.seed = 0xffffffffffffffffULL;
    setup.leftOut = {DescriptorId(3), DescriptorId(9)};
    REQUIRE(saveValidationSetup(study.database(), setup));
    CHECK(loadValidationSetup(study.database()).value() == setup);
    REQUIRE(study.project.setValue("validation", "{\"annotator\": 3}"));
    CHECK(loadValidationSetup(study.database()).error().code == ErrorCode::Corrupt);
}

TEST_CASE("the history of the validation is one of its own") {
    SmallCorpus study(texts(5));
    study.add("taste");
    store::Database& database = study.database();
    store::Edit foreign{0, "thresholds", "thresholds", "1", "2", "t", "[]"};
    REQUIRE(store::EditLog(database, "thresholds").append(foreign));
    REQUIRE(inTransaction(database, [&] { return applyAnswer(database, answered("Maria", 1, Verdict::Yes)); }));
    REQUIRE(inTransaction(database, [&] { return applyAnswer(database, answered("Maria", 2, Verdict::No)); }));
    CHECK(study.answers("Maria")[0] == "-yn--");
    const auto undone = moveInValidation(database, false);
    REQUIRE(undone.ok());
    CHECK(**undone == answered("Maria", 2, Verdict::No));
    CHECK(study.answers("Maria")[0] == "-y---");
    REQUIRE(moveInValidation(database, false).value());
    CHECK_FALSE(moveInValidation(database, false).value()); // not the thresholds
    CHECK(study.answers("Maria")[0] == "-----");
    CHECK(store::EditLog(database, "thresholds").nextUndo().value()->after == "2");
    REQUIRE(moveInValidation(database, true).value());
    const auto history = loadValidationHistory(database);
    REQUIRE(history.ok());
    CHECK(history->edits == std::vector{answered("Maria", 1, Verdict::Yes), answered("Maria", 2, Verdict::No)});
    CHECK(history->done == 1);
    REQUIRE(applyAnswer(database, answered("Tom", 4, Verdict::Unsure))); // what was undone is superseded
    CHECK(loadValidationHistory(database)->edits ==
          std::vector{answered("Maria", 1, Verdict::Yes), answered("Tom", 4, Verdict::Unsure)});
}

TEST_CASE("answers, undo, redo and opening again at random leave what a list of edits says") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    {
        auto project = store::Project::create(folder);
        REQUIRE(project);
        test::addSentences(project->writer(), texts(6));
        REQUIRE(labels::addDescriptor(project->writer(), "taste"));
    }
    auto project = std::make_unique<store::Project>(store::Project::open(folder).value());
    std::vector<AnswerEdit> edits;
    std::size_t done = 0;
    Random random(3);
    for (int step = 0; step < 250; ++step) {
        store::Database& database = project->writer();
        const std::uint64_t what = random.below(10);
        if (what < 6) {
            AnswerEdit edit = answered(random.below(2) ? "Maria" : "Tom", static_cast<std::uint32_t>(random.below(6)),
                                       static_cast<Verdict>(random.below(3)));
            for (const PersonAnswer& before : storedOf(database, edit.annotator))
                if (before.sentence == edit.sentence)
                    edit.before = before;
            REQUIRE(inTransaction(database, [&] { return applyAnswer(database, edit); }));
            edits.resize(done);
            edits.push_back(edit);
            ++done;
        } else if (what < 9) {
            const bool forward = what == 8;
            const bool possible = forward ? done < edits.size() : done > 0;
            const auto moved = moveInValidation(database, forward);
            REQUIRE(moved.ok());
            CHECK(moved->has_value() == possible);
            done += possible ? (forward ? 1 : -1) : 0;
        } else {
            project.reset();
            project = std::make_unique<store::Project>(store::Project::open(folder).value());
        }
        const auto history = loadValidationHistory(project->connection());
        REQUIRE(history.ok());
        CHECK(history->edits == edits);
        CHECK(history->done == done);
        std::map<std::pair<std::string, std::uint32_t>, PersonAnswer> wanted;
        for (std::size_t i = 0; i < done; ++i)
            wanted.insert_or_assign({edits[i].annotator, edits[i].sentence.value}, *edits[i].after);
        std::map<std::pair<std::string, std::uint32_t>, PersonAnswer> stored;
        for (const char* who : {"Maria", "Tom"})
            for (const PersonAnswer& answer : storedOf(project->connection(), who))
                stored.insert_or_assign({who, answer.sentence.value}, answer);
        REQUIRE(stored == wanted);
    }
}

TEST_CASE("what a program killed after an answer leaves has the answer") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    {
        auto project = store::Project::create(folder);
        REQUIRE(project);
        test::addSentences(project->writer(), texts(6));
        REQUIRE(labels::addDescriptor(project->writer(), "taste"));
    }
    const int status = test::waitFor(test::startChild([&] {
        auto project = store::Project::open(folder);
        if (!project)
            return 1;
        auto& database = project->writer();
        if (!inTransaction(database, [&] { return applyAnswer(database, answered("Maria", 1, Verdict::Yes)); }))
            return 2;
        return ::raise(SIGKILL);
    }));
    CHECK(status == 128 + SIGKILL);
    auto project = store::Project::open(folder);
    REQUIRE(project);
    CHECK(labels::loadPersonAnswers(project->connection(), "Maria").value() ==
          std::vector{*answered("Maria", 1, Verdict::Yes).after});
    CHECK(loadValidationHistory(project->connection())->done == 1);
}
