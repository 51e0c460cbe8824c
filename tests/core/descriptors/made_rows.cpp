#include "tests/core/descriptors/made_rows.h"

#include <cmath>

#include "core/base/random.h"

namespace neuroscribe::test {
namespace {

std::vector<double> randomDirection(std::size_t dimension, Random& random) {
    std::vector<double> values(dimension);
    double squares = 0;
    for (double& value : values) {
        value = std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307179586 * random.uniform());
        squares += value * value;
    }
    for (double& value : values)
        value /= std::sqrt(squares);
    return values;
}

void append(Rows& rows, const std::vector<double>& direction) {
    for (const double value : direction)
        rows.values.push_back(static_cast<float>(value));
}

} // namespace

Rows randomRows(std::size_t rows, std::size_t dimension, std::uint64_t seed) {
    Random random(seed);
    Rows made{dimension, {}};
    for (std::size_t r = 0; r < rows; ++r)
        append(made, randomDirection(dimension, random));
    return made;
}

Rows clusteredRows(std::size_t rows, std::size_t dimension, std::size_t clusters, double tightness,
                   std::uint64_t seed) {
    Random random(seed);
    std::vector<std::vector<double>> centres;
    for (std::size_t c = 0; c < clusters; ++c)
        centres.push_back(randomDirection(dimension, random));
    Rows made{dimension, {}};
    for (std::size_t r = 0; r < rows; ++r) {
        const auto& centre = centres[random.below(clusters)];
        auto direction = randomDirection(dimension, random);
        double squares = 0;
        for (std::size_t i = 0; i < dimension; ++i) {
            direction[i] = std::sqrt(tightness) * centre[i] + std::sqrt(1 - tightness) * direction[i];
            squares += direction[i] * direction[i];
        }
        for (double& value : direction)
            value /= std::sqrt(squares);
        append(made, direction);
    }
    return made;
}

Rows cornerRows(std::size_t rows, std::size_t dimension, std::uint64_t seed) {
    Random random(seed);
    Rows made{dimension, {}};
    const auto side = static_cast<float>(1 / std::sqrt(static_cast<double>(dimension)));
    for (std::size_t i = 0; i < rows * dimension; ++i)
        made.values.push_back(random.below(2) ? side : -side);
    return made;
}

Rows edgeRows(float similarity) {
    constexpr int kSteps = 100;
    Rows made{2 * kSteps + 2, std::vector<float>(2 * kSteps + 2)};
    made.values[0] = 1;
    float along = similarity;
    for (int step = 0; step < kSteps; ++step)
        along = std::nextafter(along, 0.0F);
    for (int step = -kSteps; step <= kSteps; ++step, along = std::nextafter(along, 1.0F)) {
        std::vector<double> direction(made.dimension);
        direction[0] = along;
        direction[static_cast<std::size_t>(step + kSteps + 1)] = std::sqrt(1 - double{along} * double{along});
        append(made, direction);
    }
    return made;
}

} // namespace neuroscribe::test
