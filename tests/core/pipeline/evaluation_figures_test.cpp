#include "core/pipeline/evaluation_figures.h"

#include <cmath>

#include "core/io/figure_table.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;

namespace {

Evaluation made() {
    Evaluation evaluation;
    evaluation.neurons = 10;
    evaluation.judged = 9;
    evaluation.cells = 50;
    evaluation.undefinedCells = 5;
    evaluation.tMilli = {100, 350, 600};
    const stats::Estimate full{0.75, 0.2, stats::Interval{0.53, 0.89}, 0.3, 9, 0};
    const stats::Estimate one{1.0, std::nullopt, std::nullopt, 0.2, 1, 8};
    const stats::Estimate none{std::nullopt, std::nullopt, std::nullopt, std::nullopt, 0, 9};
    evaluation.overT = {{full, one, none}, {full, full, one}};
    evaluation.at = {{full, full, one}, {full, none, one}};
    return evaluation;
}

ConsistencyCurve curve() {
    ConsistencyCurve curve;
    curve.tMilli = {100, 350};
    curve.points = {{0.9, 0.97, std::nullopt, 9, 0}, {0.4, 0.5, -0.2, 5, 4}};
    curve.jaccard = {stats::Interval{0.8, 1}, stats::Interval{0.3, 0.5}};
    curve.corrected = {std::nullopt, stats::Interval{-0.6, 0.1}};
    curve.neurons = 9;
    curve.intervalNeurons = 5;
    return curve;
}

FigureSource source() {
    FigureSource source;
    source.thresholds.tMilli = 350;
    source.neurons = "10 random, seed 1";
    source.truth = "Ann";
    return source;
}

bool mentions(const io::Figure& figure, const std::string& text) {
    for (const std::string& note : figure.notes)
        if (note.find(text) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("thousandths are written as a person writes them") {
    EvaluationWords comma;
    comma.decimalPoint = ",";
    CHECK(milliText(350) == "0.35");
    CHECK(milliText(1000) == "1");
    CHECK(milliText(5) == "0.005");
    CHECK(milliText(0) == "0");
    CHECK(milliText(1500, comma) == "1,5");
    CHECK(milliText(200) == "0.2");
}

TEST_CASE("figures of an evaluation are whole, say what is left out and leave undefined ones open") {
    const io::Figure overT = precisionRecallFigure(made(), source());
    REQUIRE(io::check(overT));
    CHECK(mentions(overT, "precision 8, recall 0"));
    CHECK(mentions(overT, "5 / 50"));
    REQUIRE(overT.markers.size() == 1);
    CHECK(overT.markers[0].text == "t = 0.35");
    const io::FigureTable table = io::figureTable(overT);
    REQUIRE(table.rows.size() == 3);
    CHECK(std::get<double>(table.rows[0][1]) == 0.75);
    CHECK(std::isnan(std::get<double>(table.rows[2][1])));
    CHECK(std::get<double>(table.rows[2][6]) == 9); // left out
    const io::Figure atK = precisionAtFigure(made(), source(), 3);
    REQUIRE(io::check(atK));
    CHECK(io::figureTable(atK).rows.size() == 3);
}

TEST_CASE("the figure of consistency reaches below 0 and says where the corrected value is undefined") {
    const io::Figure figure = consistencyFigure(curve(), stats::ConsistencyBy::Neuron, source());
    REQUIRE(io::check(figure));
    CHECK(figure.y.low <= -0.6);
    CHECK(mentions(figure, "undefined"));
    CHECK(mentions(figure, "5 / 9"));
    CHECK(mentions(figure, "t = 0.35: 4 / 9"));
    CHECK(std::isnan(std::get<double>(io::figureTable(figure).rows[0][5])));
}

TEST_CASE("a landscape has a point at the study's k and t, and nothing to show without reference labels") {
    tagging::Landscape landscape;
    landscape.kMilli = {100, 1000, 10'000};
    landscape.tMilli = {0, 300};
    landscape.points.resize(6);
    landscape.points[3] = {12, std::nullopt, std::nullopt, 0.4};
    landscape.shifts = {1, 5};
    const io::Figure corrected = landscapeFigure(landscape, LandscapeValue::Corrected, source());
    REQUIRE(io::check(corrected));
    REQUIRE(corrected.point);
    CHECK(corrected.point->x == 0.35);
    CHECK(corrected.point->y == 1);
    CHECK(mentions(corrected, "approximate"));
    CHECK(corrected.matrix->at(1, 1) == 0.4F);
    CHECK(mentions(corrected, "grey: undefined"));
    CHECK_FALSE(mentions(landscapeFigure(landscape, LandscapeValue::Tags, source()), "grey: undefined"));
    CHECK(landscapeFigure(landscape, LandscapeValue::Tags, source()).matrix->scale.high == 12);
    CHECK(landscapeFigure(landscape, LandscapeValue::Precision, source()).isEmpty());
}

TEST_CASE("the figure of consistency says at the study's t whether it is more than chance") {
    ConsistencyCurve made = curve();
    const auto at = [&](std::uint32_t tMilli, const EvaluationWords& words = {}) {
        FigureSource from = source();
        from.thresholds.tMilli = tMilli;
        return consistencyFigure(made, stats::ConsistencyBy::Neuron, from, words).notes.front();
    };
    CHECK(beyondChance(made, 1) == BeyondChance::No);
    CHECK(at(350) == "at t = 0.35: Jaccard 0.40, chance 0.50, corrected for chance -0.20 (-0.60 to 0.10); no more than "
                     "chance: the interval covers 0");
    CHECK(beyondChance(made, 0) == BeyondChance::Undefined);
    CHECK(at(100) == "at t = 0.1: Jaccard 0.90, chance 0.97; nothing can be told: chance alone comes near 1");
    made.corrected[1] = stats::Interval{-0.6, -0.1};
    CHECK(beyondChance(made, 1) == BeyondChance::Less);
    made.points[1] = {0.9, 0.5, 0.8, 5, 4};
    made.corrected[1] = stats::Interval{0.7, 0.9};
    CHECK(beyondChance(made, 1) == BeyondChance::Yes);
    EvaluationWords comma;
    comma.decimalPoint = ",";
    CHECK(at(350, comma) == "at t = 0,35: Jaccard 0,90, chance 0,50, corrected for chance 0,80 (0,70 to 0,90)");
    made.corrected.clear();
    CHECK(beyondChance(made, 1) == BeyondChance::Unknown);
    CHECK(at(350) == "at t = 0.35: Jaccard 0.90, chance 0.50, corrected for chance 0.80");
    made.points[1] = {};
    CHECK(at(350) == "at t = 0.35: undefined: no tag in either half");
}

TEST_CASE("the nearest point of a grid is the lower one of two") {
    CHECK(nearestPoint({100, 200, 300}, 150) == 0);
    CHECK(nearestPoint({100, 200, 300}, 151) == 1);
    CHECK(nearestPoint({100, 200, 300}, 0) == 0);
    CHECK(nearestPoint({100, 200, 300}, 999) == 2);
}

TEST_CASE("counts in captions are grouped, and the best t is told with what it costs, apparent and held out") {
    Evaluation big = made();
    big.answered = 1'234'567;
    big.asked = 2'000'000;
    EvaluationWords dots;
    dots.thousands = ".";
    dots.decimalPoint = ",";
    CHECK(mentions(precisionRecallFigure(big, source()), "reference answers: 1,234,567 / 2,000,000"));
    CHECK(mentions(precisionAtFigure(big, source(), 3, dots), "reference answers: 1.234.567 / 2.000.000"));
    CHECK(mentions(precisionAtFigure(big, source(), 3), "left out for empty sets at K = 2: precision 0, recall 9"));
    io::Figure figure;
    noteBestThreshold(figure, {410, 1.25, 1.5, 380, 430, 9}, 2000, dots);
    REQUIRE(figure.notes.size() == 1);
    CHECK(figure.notes[0] == "best t where a false tag costs so many missed ones (2): 0,41 (0,38 to 0,43); cost of a "
                             "neuron in missed tags 1,25, held out 1,50");
}
