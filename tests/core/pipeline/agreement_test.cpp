// Two annotators of a stored study, against a naive computation over every pair.
#include "core/pipeline/agreement.h"

#include <cmath>

#include "core/base/random.h"
#include "core/labels/person_answers.h"
#include "core/pipeline/validation_queue.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;
using labels::Answer;
using labels::Drawn;
using labels::PersonAnswer;
using labels::Verdict;
using test::SmallCorpus;

namespace {

constexpr std::uint32_t kSentences = 400;

std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i < kSentences; ++i)
        all.push_back("sentence " + std::to_string(i));
    return all;
}

/// Two descriptors, one of them rare.
struct JudgedStudy : SmallCorpus {
    JudgedStudy() : SmallCorpus(texts()) {
        add("taste");
        add("price");
        label("B", "first", [](std::uint32_t i, std::uint32_t c) { return i % (c == 0 ? 4 : 25) == 0; });
    }
    template <class SaysYes>
    void label(const std::string& annotator, const std::string& engine, SaysYes saysYes) {
        const EngineId id = labels::registerEngine(database(), annotator, engine, "").value();
        const char* names[] = {"taste", "price"};
        for (std::uint32_t c = 0; c < 2; ++c) {
            std::vector<Answer> answers;
            for (std::uint32_t i = 0; i < kSentences; ++i)
                answers.push_back(saysYes(i, c) ? Answer::Yes : Answer::No);
            REQUIRE(labels::storeAnswers(database(), id, names[c], SentenceId(0), answers));
        }
    }
    labels::LabelMatrix labelsOf(const std::string& annotator) {
        return labels::loadLabels(database(), descriptors(), annotator).value();
    }
    void answer(const std::string& who, const ValidationPair& pair, Verdict verdict) {
        const PersonAnswer answer{
            pair.descriptor == 0 ? "taste" : "price", pair.sentence, verdict, pair.drawn, pair.model, pair.weight, 1};
        REQUIRE(labels::storePersonAnswer(database(), who, answer));
    }
    AgreementReport agreement(const std::string& a, const std::string& b) {
        auto report = loadAgreement(database(), a, b);
        REQUIRE(report.ok());
        return *report;
    }
};

/// The truth, of which B is a bad copy.
bool isTrue(std::uint32_t i, std::uint32_t c) {
    return i % (c == 0 ? 4 : 25) == 0 ? i % 3 != 0 : i % 11 == 0;
}

stats::FourFold naiveTable(const labels::LabelMatrix& a, const labels::LabelMatrix& b, std::uint32_t c) {
    stats::FourFold table;
    for (std::uint32_t i = 0; i < kSentences; ++i) {
        const Answer first = a.at(SentenceId(i), c), second = b.at(SentenceId(i), c);
        table.both += first == Answer::Yes && second == Answer::Yes;
        table.first += first == Answer::Yes && second == Answer::No;
        table.second += first == Answer::No && second == Answer::Yes;
        table.neither += first == Answer::No && second == Answer::No;
    }
    return table;
}

double share(double part, double whole) {
    return part / whole;
}

void checkSame(const stats::IntervalEstimate& estimate, double wanted) {
    REQUIRE(estimate.value);
    CHECK(*estimate.value == Approx(wanted).margin(1e-9));
    CHECK(estimate.interval.low <= *estimate.value + 1e-12);
    CHECK(estimate.interval.high >= *estimate.value - 1e-12);
}

} // namespace

TEST_CASE("two whole label matrices are compared pair by pair, and weighting changes nothing") {
    JudgedStudy study;
    study.label("WordNet", "lexnames", isTrue);
    const auto model = study.labelsOf("B"), truth = study.labelsOf("WordNet");
    for (const auto& [a, b] : {std::pair("B", "WordNet"), std::pair("WordNet", "B")}) {
        const AgreementReport report = study.agreement(a, b);
        CHECK(report.judged == "B");
        CHECK(report.reference == "WordNet");
        REQUIRE(report.rows.size() == 2);
        for (std::uint32_t c = 0; c < 2; ++c) {
            const AgreementRow& row = report.rows[c];
            CHECK(row.table == naiveTable(model, truth, c));
            checkSame(row.population.precision, *row.precision.value);
            checkSame(row.population.recall, *row.recall.value);
        }
        CHECK(report.pooled.pairs() == 2 * kSentences);
        checkSame(report.pooled.population.recall, *report.pooled.recall.value);
        checkSame(report.pooled.population.precision, *report.pooled.precision.value);
    }
}

TEST_CASE("a balanced sample is weighted by the strata of each descriptor") {
    JudgedStudy study;
    const auto model = study.labelsOf("B");
    for (const ValidationPair& pair : balancedQueue(model, study.descriptors(), 15, 1))
        study.answer("Maria", pair, isTrue(pair.sentence.value, pair.descriptor) ? Verdict::Yes : Verdict::No);
    const auto maria = study.labelsOf("Maria");
    const AgreementReport report = study.agreement("B", "Maria");
    double pooledFound = 0, pooledMissed = 0;
    for (std::uint32_t c = 0; c < 2; ++c) {
        const auto table = naiveTable(model, maria, c);
        REQUIRE(report.rows[c].table == table);
        CHECK(report.rows[c].pairs() == 30);
        double yes = 0;
        for (std::uint32_t i = 0; i < kSentences; ++i)
            yes += model.at(SentenceId(i), c) == Answer::Yes;
        const double pi = yes / kSentences;
        const double ppv = share(static_cast<double>(table.both), 15),
                     npv = share(static_cast<double>(table.neither), 15);
        checkSame(report.rows[c].precision, ppv);
        checkSame(report.rows[c].population.precision, ppv);
        checkSame(report.rows[c].population.negative, npv);
        checkSame(report.rows[c].population.recall, pi * ppv / (pi * ppv + (1 - pi) * (1 - npv)));
        checkSame(report.rows[c].population.specificity, (1 - pi) * npv / ((1 - pi) * npv + pi * (1 - ppv)));
        pooledFound += yes * ppv;
        pooledMissed += (kSentences - yes) * (1 - npv);
    }
    checkSame(report.pooled.population.recall, pooledFound / (pooledFound + pooledMissed));
}

TEST_CASE("answers drawn by disagreement enter nothing, and are counted") {
    JudgedStudy study;
    const auto queue = balancedQueue(study.labelsOf("B"), study.descriptors(), 15, 1);
    for (std::size_t i = 0; i < queue.size(); ++i) {
        ValidationPair pair = queue[i];
        if (i % 3 == 0)
            pair.drawn = Drawn::Disagreement;
        study.answer("Maria", pair, pair.model == Answer::Yes ? Verdict::No : Verdict::Yes);
    }
    const AgreementReport report = study.agreement("B", "Maria");
    CHECK(report.pooled.pairs() == 40);
    CHECK(report.pooled.setAside == 20);
    CHECK(report.pooled.table.both == 0);
    // Not between two people either.
    for (const ValidationPair& pair : queue)
        study.answer("Tom", pair, Verdict::Yes);
    CHECK(study.agreement("Maria", "Tom").pooled.pairs() == 40);
    CHECK(study.agreement("Maria", "Tom").pooled.setAside == 20);
}

TEST_CASE("unsure is left out and counted") {
    JudgedStudy study;
    const auto queue = balancedQueue(study.labelsOf("B"), study.descriptors(), 15, 1);
    for (std::size_t i = 0; i < queue.size(); ++i)
        study.answer("Maria", queue[i], i % 2 == 0 ? Verdict::Unsure : Verdict::Yes);
    const AgreementReport report = study.agreement("B", "Maria");
    CHECK(report.pooled.pairs() == 30);
    CHECK(report.pooled.unsure == 30);
    CHECK(report.rows[0].unsure + report.rows[1].unsure == 30);
}

TEST_CASE("a pair about which two people are unsure is one pair") {
    JudgedStudy study;
    const auto queue = balancedQueue(study.labelsOf("B"), study.descriptors(), 15, 1);
    std::uint64_t open = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const bool maria = i % 3 == 0, tom = i % 2 == 0; // both: every sixth
        study.answer("Maria", queue[i], maria ? Verdict::Unsure : Verdict::Yes);
        study.answer("Tom", queue[i], tom ? Verdict::Unsure : Verdict::Yes);
        open += maria || tom;
    }
    REQUIRE(open == 40);
    for (const auto& report : {study.agreement("Maria", "Tom"), study.agreement("Tom", "Maria")}) {
        CHECK(report.pooled.unsure == open);
        CHECK(report.pooled.pairs() + report.pooled.unsure == queue.size());
    }
}

TEST_CASE("who is asked to stop compares nobody") {
    JudgedStudy study;
    std::stop_source stop;
    stop.request_stop();
    CHECK(loadAgreement(study.database(), "B", "Maria", stop.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("of two others than B the first is judged, and nothing is weighted") {
    JudgedStudy study;
    study.label("left", "l", [](std::uint32_t i, std::uint32_t) { return i % 2 == 0; });
    study.label("right", "r", [](std::uint32_t i, std::uint32_t) { return i % 3 == 0; });
    const AgreementReport report = study.agreement("left", "right");
    CHECK(report.judged == "left");
    checkSame(report.rows[0].precision, share(67, 200));
    checkSame(report.rows[0].recall, share(67, 134));
    CHECK_FALSE(report.rows[0].population.precision.value);
    CHECK_FALSE(report.rows[0].yesRate);
    CHECK(loadAgreement(study.database(), "left", "left").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("where nobody has answered there are rows, and everything is undefined") {
    JudgedStudy study;
    const AgreementReport report = study.agreement("B", "nobody");
    REQUIRE(report.rows.size() == 2);
    CHECK(report.pooled.pairs() == 0);
    for (const stats::IntervalEstimate& estimate : {report.pooled.kappa, report.pooled.ac1, report.pooled.precision,
                                                    report.pooled.recall, report.rows[0].population.recall})
        CHECK_FALSE(estimate.value);
    CHECK_FALSE(report.pooled.stillNeeded(0.1));
}

TEST_CASE("excluded descriptors are not judged") {
    JudgedStudy study;
    study.label("WordNet", "lexnames", isTrue);
    REQUIRE(labels::setExcluded(study.database(), study.descriptors()[0].id, true));
    const AgreementReport report = study.agreement("B", "WordNet");
    REQUIRE(report.rows.size() == 1);
    CHECK(report.rows[0].name == "price");
    CHECK(report.pooled.pairs() == kSentences);
}

TEST_CASE("after labelling again the old sample still tells the recall of the new labels without bias") {
    // The first labels are bad; the second are the truth but for every seventh sentence. The sample was drawn from the
    // first ones. Over many seeds the mean of the weighted precision comes close to that over all sentences.
    JudgedStudy study;
    const auto descriptors = study.descriptors();
    const auto first = study.labelsOf("B");
    study.label("B", "second", [](std::uint32_t i, std::uint32_t c) { return isTrue(i, c) != (i % 7 == 0); });
    study.label("truth", "t", isTrue);
    const AgreementReport whole = study.agreement("B", "truth");
    double sum = 0;
    std::uint64_t relabelled = 0;
    constexpr int kSeeds = 40;
    for (int seed = 0; seed < kSeeds; ++seed) {
        const std::string who = "person " + std::to_string(seed);
        auto transaction = store::Transaction::begin(study.database());
        REQUIRE(transaction.ok());
        for (const ValidationPair& pair : balancedQueue(first, descriptors, 15, static_cast<std::uint64_t>(seed)))
            study.answer(who, pair, isTrue(pair.sentence.value, pair.descriptor) ? Verdict::Yes : Verdict::No);
        REQUIRE(transaction->commit());
        const AgreementReport report = study.agreement("B", who);
        REQUIRE(report.rows[0].population.precision.value);
        sum += *report.rows[0].population.precision.value;
        relabelled += report.rows[0].relabelled;
    }
    CHECK(relabelled > 0);
    CHECK(sum / kSeeds == Approx(*whole.rows[0].population.precision.value).margin(0.05));
}
