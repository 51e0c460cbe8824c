#include "app/session/evaluation_controller.h"

#include "app/session/session.h"
#include "tests/support/catch.h"
#include "tests/ui/judged_study.h"

#include <QCoreApplication>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using Part = EvaluationController::Part;
using stats::ConsistencyBy;

namespace {

struct Judged {
    ScratchFolder scratch;
    Session session;
    explicit Judged(bool annotated = true) {
        makeSmallStudy(scratch.file("study"));
        if (annotated)
            addAnnotator(scratch.file("study"), "Ann");
        openAndSettle(session, scratch.file("study"));
    }
    void setK(std::uint32_t kMilli) {
        tagging::Thresholds thresholds = session.thresholds();
        thresholds.kMilli = kMilli;
        session.setThresholds(thresholds, Gesture::Commit);
        settle(session);
    }
};

/// As a panel does: what could not be computed before the annotators were read is wanted again.
void compute(EvaluationController& controller, Part part) {
    controller.want(part);
    REQUIRE(waitFor([&] { return !controller.isReading(); }));
    controller.want(part);
    REQUIRE(waitFor([&] { return !controller.isComputing(part); }));
}

} // namespace

TEST_CASE("The controller's numbers are those of the pipeline, and are computed once") {
    Judged open;
    EvaluationController controller(open.session);
    CHECK(controller.evaluation() == nullptr); // nobody has asked
    compute(controller, Part::Evaluation);
    CHECK(controller.annotators() == QStringList{QStringLiteral("Ann")});
    CHECK(controller.truth() == QStringLiteral("Ann"));
    const auto* first = controller.evaluation();
    REQUIRE(first);
    CHECK(first->neurons == 10);
    auto project = store::Project::open(open.scratch.file("study"), store::Access::ReadOnly);
    REQUIRE(project);
    const auto& study = *open.session.study();
    const auto reference = labels::loadLabels(project->connection(), study.descriptors, "Ann").value();
    pipeline::EvaluationOptions options;
    options.neurons = pipeline::chosenNeurons(controller.neurons(), study.run->neurons()).value();
    const auto expected = pipeline::evaluate(study, reference, open.session.thresholds(), options).value();
    for (std::size_t i = 0; i < expected.tMilli.size(); ++i) {
        CHECK(first->overT.precision[i].mean == expected.overT.precision[i].mean);
        CHECK(first->overT.recall[i].chance == expected.overT.recall[i].chance);
    }
    int deliveries = 0;
    QObject::connect(&controller, &EvaluationController::changed, &controller, [&deliveries] { ++deliveries; });
    compute(controller, Part::Evaluation);
    QCoreApplication::processEvents();
    CHECK(deliveries == 0);
    CHECK(controller.evaluation() == first);
}

TEST_CASE("Another k, other neurons and an excluded descriptor change what is computed") {
    Judged open;
    EvaluationController controller(open.session);
    compute(controller, Part::Evaluation);
    const auto exemplars = controller.evaluation()->exemplars;
    open.setK(5000);
    compute(controller, Part::Evaluation);
    CHECK(controller.evaluation()->exemplars > exemplars);
    controller.setNeurons({pipeline::NeuronChoice::Kind::All, 0, 0, {}});
    compute(controller, Part::Evaluation);
    CHECK(controller.evaluation()->neurons == kLayers * kUnits);
    CHECK(controller.evaluation()->cells == kLayers * kUnits * kDescriptors);
    open.session.setExcluded(0, true);
    settle(open.session);
    compute(controller, Part::Evaluation);
    CHECK(controller.evaluation()->cells == kLayers * kUnits * (kDescriptors - 1));
}

TEST_CASE("Consistency has its curve first and then its intervals") {
    Judged open;
    open.setK(5000);
    EvaluationController controller(open.session);
    for (const auto by : {ConsistencyBy::Neuron, ConsistencyBy::Descriptor}) {
        const Part part = by == ConsistencyBy::Neuron ? Part::ByNeuron : Part::ByDescriptor;
        controller.want(part);
        REQUIRE(waitFor([&] { return controller.consistency(by) != nullptr; }));
        CHECK(controller.consistency(by)->points.size() == 56);
        REQUIRE(waitFor([&] { return !controller.isComputing(part); }));
        CHECK(controller.consistency(by)->corrected.size() == 56);
        CHECK(controller.consistency(by)->neurons == kLayers * kUnits);
    }
    compute(controller, Part::Landscape);
    REQUIRE(controller.landscape());
    CHECK(controller.landscape()->points.size() == 25 * 61);
}

TEST_CASE("Without reference labels there is no evaluation, but consistency and a landscape") {
    Judged open(false);
    EvaluationController controller(open.session);
    compute(controller, Part::Evaluation);
    CHECK(controller.truth().isEmpty());
    CHECK(controller.evaluation() == nullptr);
    compute(controller, Part::Landscape);
    REQUIRE(controller.landscape());
    CHECK_FALSE(controller.landscape()->points.front().precision.has_value());
    compute(controller, Part::ByNeuron);
    CHECK(controller.consistency(ConsistencyBy::Neuron) != nullptr);
}

TEST_CASE("A closed study takes its numbers with it, also those under way") {
    Judged open;
    EvaluationController controller(open.session);
    compute(controller, Part::Evaluation);
    controller.want(Part::ByNeuron);
    open.session.closeStudy();
    REQUIRE(waitFor([&] { return controller.evaluation() == nullptr; }));
    CHECK_FALSE(controller.isComputing(Part::ByNeuron));
    CHECK(controller.consistency(ConsistencyBy::Neuron) == nullptr);
    CHECK(controller.truth().isEmpty());
}

TEST_CASE("A person's answers are reference labels as soon as they are written") {
    Judged open;
    EvaluationController controller(open.session);
    compute(controller, Part::Coverage);
    REQUIRE(controller.coverage());
    CHECK(controller.annotators() == QStringList{QStringLiteral("Ann")});
    ValidationController& validation = open.session.validation();
    validation.want();
    REQUIRE(waitFor([&] { return validation.state() == ValidationController::State::NoAnnotator; }));
    REQUIRE(validation.setAnnotator(QStringLiteral("Maria")));
    REQUIRE(waitFor([&] { return validation.canAnswer(); }));
    validation.answer(labels::Verdict::Yes);
    REQUIRE(waitFor([&] { return validation.isWritten(); }));
    compute(controller, Part::Coverage);
    CHECK(controller.annotators() == QStringList{QStringLiteral("Ann"), QStringLiteral("Maria")});
    REQUIRE(controller.coverage());
    CHECK(controller.coverage()->size() == 2);
    CHECK((*controller.coverage())[1].answered <= 1);
    CHECK(controller.truth() == QStringLiteral("Ann")); // as chosen before
    controller.setTruth(QStringLiteral("Maria"));
    CHECK(controller.truth() == QStringLiteral("Maria"));
}

TEST_CASE("What is chosen in an evaluation is there again when the study is opened") {
    using Kind = pipeline::NeuronChoice::Kind;
    ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    addAnnotator(scratch.file("study"), "Ann");
    addAnnotator(scratch.file("study"), "Bob", [](std::uint32_t id) { return id % 2 == 0; });
    const pipeline::NeuronChoice listed{Kind::List, 12, 5, {NeuronId(9), NeuronId(3)}};
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        EvaluationController controller(session);
        compute(controller, Part::Coverage);
        CHECK(controller.truth() == QStringLiteral("Ann")); // the one with the most answers
        controller.setNeurons(listed);
        controller.setTruth(QStringLiteral("Bob"));
        controller.setFalseMilli(700);
    }
    Session session;
    openAndSettle(session, scratch.file("study"));
    EvaluationController controller(session);
    controller.setFalseMilli(900); // before what is stored has been read: it stays, and the rest comes
    compute(controller, Part::Evaluation);
    CHECK(controller.neurons() == listed);
    CHECK(controller.truth() == QStringLiteral("Bob"));
    CHECK(controller.falseMilli() == 900);
    REQUIRE(controller.evaluation());
    CHECK(controller.evaluation()->neurons == 2);
    session.closeStudy(); // another study begins with the defaults
    REQUIRE(waitFor([&] { return controller.evaluation() == nullptr; }));
    CHECK(controller.neurons() == pipeline::NeuronChoice{});
    CHECK(controller.falseMilli() == 2000);
}

TEST_CASE("Without a chosen neuron there is a landscape that judges nothing") {
    Judged open;
    EvaluationController controller(open.session);
    controller.setNeurons({pipeline::NeuronChoice::Kind::Bookmarked, 0, 0, {}});
    CHECK_FALSE(controller.hasNeurons());
    compute(controller, Part::Landscape);
    REQUIRE(controller.landscape());
    CHECK_FALSE(controller.landscape()->points.front().precision.has_value());
    compute(controller, Part::Evaluation);
    CHECK(controller.evaluation() == nullptr);
    open.session.setMark(NeuronId(2), {true, {}});
    CHECK(controller.hasNeurons());
    compute(controller, Part::Evaluation);
    REQUIRE(controller.evaluation());
    CHECK(controller.evaluation()->neurons == 1);
}
