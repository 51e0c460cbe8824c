#include "core/pipeline/correlation.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/io/figure_table.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

/// Columns 0 and 3 go together, 1 against them, 2 is alone, 4 is never said.
labels::LabelMatrix madeLabels() {
    labels::LabelMatrix labels(400, 5);
    Random random(31);
    for (std::uint32_t id = 0; id < 400; ++id) {
        const bool topic = random.uniform() < 0.4;
        const bool values[] = {topic != (random.uniform() < 0.1), topic == (random.uniform() < 0.1),
                               random.uniform() < 0.3, topic != (random.uniform() < 0.15), false};
        for (std::uint32_t c = 0; c < 5; ++c)
            if (random.uniform() < 0.95)
                labels.set(SentenceId(id), c, values[c] ? labels::Answer::Yes : labels::Answer::No);
    }
    return labels;
}

const std::vector<std::string> kNames{"taste", "not taste", "price", "flavour", "never"};

} // namespace

TEST_CASE("the order of the matrix puts together what goes together") {
    const auto made = pipeline::correlateLabels(madeLabels(), kNames, {}, {});
    REQUIRE(made);
    const auto place = [&made](std::uint32_t column) {
        return std::find(made->order.begin(), made->order.end(), column) - made->order.begin();
    };
    REQUIRE(std::abs(place(0) - place(3)) == 1);
    REQUIRE(made->sentences.phi.at(0, 3) > 0.5);
    REQUIRE(made->sentences.phi.at(0, 1) < -0.5);
}

TEST_CASE("the interval of a single pair is that of the list of all") {
    pipeline::CorrelationOptions few, none;
    few.seed = none.seed = 12;
    none.intervalPairs = 0;
    const auto all = pipeline::correlateLabels(madeLabels(), kNames, few, {});
    const auto alone = pipeline::correlateLabels(madeLabels(), kNames, none, {});
    REQUIRE(all->intervals);
    REQUIRE_FALSE(alone->intervals);
    for (std::uint32_t a = 0; a < 5; ++a)
        for (std::uint32_t b = 0; b < 5; ++b) {
            if (a == b)
                continue;
            const auto x = all->interval(a, b), y = alone->interval(b, a);
            REQUIRE(x.has_value() == y.has_value());
            REQUIRE(x.has_value() == !std::isnan(all->sentences.phi.at(a, b)));
            if (x) {
                REQUIRE(x->low == y->low);
                REQUIRE(x->high == y->high);
            }
        }
}

TEST_CASE(
    "the figure of the correlation has rows and columns in the seriated order, a row of its table for each pair") {
    const auto made = pipeline::correlateLabels(madeLabels(), kNames, {}, {});
    const io::Figure figure = pipeline::correlationFigure(*made, pipeline::CorrelationView::Sentences);
    REQUIRE(io::check(figure));
    for (std::size_t r = 0; r < 5; ++r) {
        REQUIRE(figure.matrix->rowNames[r] == kNames[made->order[r]]);
        for (std::size_t c = 0; c < 5; ++c) {
            const double expected = r == c ? (made->order[r] == 4 ? std::nan("") : 1)
                                           : made->sentences.phi.at(made->order[r], made->order[c]);
            const float shown = figure.matrix->at(r, c);
            REQUIRE((std::isnan(expected) ? std::isnan(shown) : shown == static_cast<float>(expected)));
        }
    }
    const io::FigureTable table = io::figureTable(figure);
    REQUIRE(table.rows.size() == 10);
    REQUIRE(table.columns.size() == 12);
    for (const auto& row : table.rows) { // counted from the descriptor that is named first
        const auto column = [&](std::size_t at) {
            return static_cast<std::uint32_t>(std::find(kNames.begin(), kNames.end(), std::get<std::string>(row[at])) -
                                              kNames.begin());
        };
        const stats::FourFold expected = stats::crossTable(stats::TernaryBits(madeLabels().column(column(0))),
                                                           stats::TernaryBits(madeLabels().column(column(1))));
        REQUIRE(std::get<double>(row[7]) ==
                static_cast<double>(expected.both + expected.first + expected.second + expected.neither));
        REQUIRE(std::get<double>(row[8]) == static_cast<double>(expected.both));
        REQUIRE(std::get<double>(row[9]) == static_cast<double>(expected.first));
        REQUIRE(std::get<double>(row[10]) == static_cast<double>(expected.second));
        REQUIRE(std::get<double>(row[11]) == static_cast<double>(expected.neither));
    }
}

TEST_CASE("without activations the views of neurons are undefined everywhere") {
    const auto made = pipeline::correlateLabels(madeLabels(), kNames, {}, {});
    for (const auto view : {pipeline::CorrelationView::Neurons, pipeline::CorrelationView::Difference}) {
        for (const double value : made->values(view).values)
            REQUIRE(std::isnan(value));
        REQUIRE(std::isnan(made->diagonal(view, 0)));
    }
    REQUIRE(pipeline::parseView("neurons").value() == pipeline::CorrelationView::Neurons);
    REQUIRE_FALSE(pipeline::parseView("words"));
}
