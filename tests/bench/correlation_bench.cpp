// Correlation of 26 and of 500 descriptors over 43,474 sentences twice (both halves), its order, and its figure.
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/heat/seriation.h"
#include "core/io/figure_svg.h"
#include "core/stats/correlation_matrix.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;

namespace {

constexpr std::size_t kSentences = 86'948;
constexpr std::size_t kNeurons = 9'216;

std::vector<std::vector<std::uint8_t>> drawnLabels(std::size_t descriptors, double known) {
    Random random(7);
    std::vector<std::vector<std::uint8_t>> columns;
    for (std::size_t c = 0; c < descriptors; ++c) {
        const double yes = 0.01 + 0.3 * std::pow(random.uniform(), 3.0);
        std::vector<std::uint8_t> column(kSentences);
        for (std::uint8_t& answer : column)
            answer = random.uniform() >= known ? 0 : (random.uniform() < yes ? 2 : 1);
        columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<double> distancesOf(const stats::PairValues& phi) {
    std::vector<double> distances(std::size_t{phi.size} * phi.size, 0);
    for (std::uint32_t a = 0; a < phi.size; ++a)
        for (std::uint32_t b = 0; b < phi.size; ++b)
            if (a != b)
                distances[std::size_t{a} * phi.size + b] = 1 - phi.at(a, b);
    return distances;
}

io::Figure figureOf(const stats::PairValues& phi) {
    io::Figure figure;
    figure.title = "Correlation";
    io::FigureMatrix matrix;
    matrix.valueName = "phi";
    for (std::uint32_t c = 0; c < phi.size; ++c)
        matrix.rowNames.push_back("descriptor " + std::to_string(c));
    matrix.columnNames = matrix.rowNames;
    for (std::uint32_t a = 0; a < phi.size; ++a)
        for (std::uint32_t b = 0; b < phi.size; ++b)
            matrix.values.push_back(a == b ? 1.0F : static_cast<float>(phi.at(a, b)));
    matrix.scale = {-1, 1, false, heat::ColorScale::Map::BlueRed, 0};
    matrix.writeValues = true;
    figure.matrix = std::move(matrix);
    return figure;
}

void benchCorrelation(std::size_t descriptors, double known, int rounds) {
    const auto labels = drawnLabels(descriptors, known);
    const auto bits = [&labels] {
        std::vector<stats::TernaryBits> columns;
        for (const auto& column : labels)
            columns.emplace_back(column);
        return columns;
    };
    const auto all = stats::correlate(bits(), {}).value();
    const auto distances = distancesOf(all.phi);
    const auto size = static_cast<std::uint32_t>(descriptors);
    const io::Figure figure = figureOf(all.phi);
    std::vector<float> profiles(kNeurons * descriptors);
    Random random(5);
    for (float& value : profiles)
        value = static_cast<float>(random.uniform());

    std::printf("%zu descriptors, %zu sentences, %.0f %% answered\n", descriptors, kSentences, 100 * known);
    bench::Rounds bench;
    bench.add("  columns to bits, phi, Fisher, q", [&] { bench::keep(stats::correlate(bits(), {})); });
    bench.add("  optimal leaf order", [&] { bench::keep(heat::optimalLeafOrder(distances, size, {})); });
    bench.add("  profiles over 9,216 neurons", [&] { bench::keep(stats::profileCorrelation(profiles, size, {})); });
    if (descriptors <= 50)
        bench.add("  intervals, 1,000 resamples a pair", [&] { bench::keep(stats::phiIntervals(all, 1000, 1, {})); });
    bench.add("  laying the figure out", [&] { bench::keep(io::layOut(figure, io::paperStyle())); });
    bench.add("  its SVG", [&] { bench::keep(io::figureSvg(figure)); });
    bench.run(rounds);
    bench.print();
}

} // namespace

int main() {
    benchCorrelation(26, 1, 9);
    benchCorrelation(26, 0.9, 9);
    benchCorrelation(500, 1, 5);
    benchCorrelation(500, 0.9, 5);
    return 0;
}
