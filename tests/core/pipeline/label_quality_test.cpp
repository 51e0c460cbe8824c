// f without the errors of the labels: who judges them, how good they are, and why there is no answer.
#include "core/pipeline/label_quality.h"

#include "core/labels/person_answers.h"
#include "core/pipeline/agreement.h"
#include "core/pipeline/neuron_insight.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/core/tagging/planted_study.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;
using labels::Answer;
using labels::Drawn;
using labels::Verdict;
using test::SmallCorpus;

namespace {

constexpr std::uint32_t kSentences = 100;
const std::vector<std::string> kNames{"taste", "price", "color", "sound", "smell"};

/// B says Yes to every fourth sentence.
bool labelled(std::uint32_t i) {
    return i % 4 == 0;
}

struct LabelledStudy : SmallCorpus {
    LabelledStudy() : SmallCorpus(texts()) {
        for (const std::string& name : kNames) {
            add(name);
            label("B", name, labelled);
        }
    }
    static std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (std::uint32_t i = 0; i < kSentences; ++i)
            all.push_back("sentence " + std::to_string(i));
        return all;
    }
    template <class SaysYes>
    void label(const std::string& annotator, const std::string& name, SaysYes saysYes) {
        const EngineId id = labels::registerEngine(database(), annotator, annotator, "").value();
        std::vector<Answer> answers;
        for (std::uint32_t i = 0; i < kSentences; ++i)
            answers.push_back(saysYes(i) ? Answer::Yes : Answer::No);
        REQUIRE(labels::storeAnswers(database(), id, name, SentenceId(0), answers));
    }
    void answer(const std::string& who, Drawn drawn, Verdict verdict = Verdict::Yes, std::uint32_t sentence = 0) {
        REQUIRE(labels::storePersonAnswer(database(), who,
                                          {"taste", SentenceId(sentence), verdict, drawn, Answer::Yes, 25, 1}));
    }
    LabelQualities qualities(const std::string& annotator) {
        return loadLabelQualities(database(), descriptors(), annotator, {}).value();
    }
    std::string byDefault() { return loadReferences(database()).value().byDefault; }
};

tagging::Cell cellOf(std::uint32_t yes, std::uint32_t answered, double baseRate) {
    tagging::Cell cell;
    cell.yes = yes;
    cell.answered = answered;
    cell.baseRate = baseRate;
    return cell;
}

} // namespace

TEST_CASE("f* comes from the Se and Sp that agreement tells, by descriptor, or says why it does not") {
    LabelledStudy study;
    study.label("Maria", "taste", [](std::uint32_t i) { return labelled(i) != (i % 7 == 0); });
    study.label("Maria", "price", [](std::uint32_t i) { return !labelled(i); }); // no better than chance
    study.label("Maria", "color", [](std::uint32_t) { return false; });          // Se is undefined: nothing is true
    study.label("Maria", "smell", labelled);
    REQUIRE(labels::setExcluded(study.database(), study.descriptors()[4].id, true));
    const LabelQualities found = study.qualities("Maria");
    CHECK(found.annotator == "Maria");
    REQUIRE(found.byDescriptor.size() == kNames.size());

    const AgreementRow row = loadAgreement(study.database(), "B", "Maria").value().rows[0];
    const stats::LabelQuality& quality = found.byDescriptor[0].quality.value();
    CHECK(quality.sensitivity == *row.population.recall.value);
    CHECK(quality.specificity == *row.population.specificity.value);
    CHECK(quality.sensitivityRange.low == row.population.recall.interval.low);
    CHECK(quality.specificityRange.high == row.population.specificity.interval.high);

    const CorrectedCell corrected = correctedCell(found.byDescriptor[0], cellOf(12, 20, 0.25));
    const double informed = quality.sensitivity + quality.specificity - 1;
    CHECK(corrected.share.value().value == Approx((0.6 + quality.specificity - 1) / informed));
    CHECK(corrected.lift.value() == Approx((0.6 + quality.specificity - 1) / (0.25 + quality.specificity - 1)));
    CHECK(corrected.share->interval.low < corrected.share->value);
    CHECK(corrected.share->interval.high > corrected.share->value);
    CHECK_FALSE(correctedCell(found.byDescriptor[0], cellOf(12, 20, 0.001)).lift); // p* is 0
    CHECK(correctedCell(found.byDescriptor[0], cellOf(0, 0, 0.25)).why == Uncorrected::NoExemplars);

    const Uncorrected reasons[] = {Uncorrected::NoInformation, Uncorrected::TooFewAnswers, Uncorrected::NotJudged,
                                   Uncorrected::NotJudged};
    for (std::size_t c = 1; c < kNames.size(); ++c) {
        INFO(kNames[c]);
        const CorrectedCell none = correctedCell(found.byDescriptor[c], cellOf(12, 20, 0.25));
        CHECK_FALSE(none.share);
        CHECK_FALSE(none.lift);
        CHECK(none.why == reasons[c - 1]);
    }
}

TEST_CASE("the only person with balanced answers judges unless another one is chosen") {
    LabelledStudy study;
    study.label("WordNet", "taste", labelled);
    CHECK(study.byDefault().empty()); // no person
    study.answer("Tom", Drawn::Disagreement);
    study.answer("Eva", Drawn::Balanced, Verdict::Unsure);
    CHECK(study.byDefault().empty()); // no sample
    study.answer("Maria", Drawn::Balanced);
    CHECK(study.byDefault() == "Maria");
    CHECK(loadReferences(study.database()).value().annotators == std::vector<std::string>{"Maria", "Tom", "WordNet"});
    study.answer("Tom", Drawn::Balanced, Verdict::Yes, 4);
    CHECK(study.byDefault().empty()); // two
}

TEST_CASE("nobody judges where nobody is named, and who is asked to stop judges nothing") {
    LabelledStudy study;
    CHECK(study.qualities("").annotator.empty());
    CHECK(study.qualities("").byDescriptor.empty());
    std::stop_source stop;
    stop.request_stop();
    CHECK(loadLabelQualities(study.database(), study.descriptors(), "Maria", stop.get_token()).error().code ==
          ErrorCode::Cancelled);
}

TEST_CASE("what stands behind a neuron's tags stops when asked") {
    const test::PlantedStudy planted(1, {300, 4, 1, 0});
    StudyData study;
    corpus::CorpusIndex corpus = planted.index();
    corpus.members[1] = corpus.members[0]; // both halves are the one that was planted
    study.corpus = std::make_shared<const corpus::CorpusIndex>(std::move(corpus));
    study.descriptors.resize(planted.descriptors());
    study.labels = std::make_shared<const labels::LabelMatrix>(planted.members(), planted.descriptors());
    study.run.emplace();
    study.run->layers = 1;
    study.run->units = planted.neurons();
    for (const std::size_t half : {0U, 1U}) {
        study.splitLabels[half] = planted.split();
        study.ranks[half] = planted.ranks();
    }
    const std::vector<std::uint8_t> active(planted.descriptors(), 1);
    const std::vector<std::uint32_t> tags{0, 1};
    const auto insight = neuronInsight(study, NeuronId(0), active, {}, tags, {});
    REQUIRE(insight.ok());
    CHECK(insight->adjusted.size() == planted.descriptors());
    std::stop_source stop;
    stop.request_stop();
    CHECK(neuronInsight(study, NeuronId(0), active, {}, tags, stop.get_token()).error().code == ErrorCode::Cancelled);
}
