#include "core/tagging/similar.h"

#include <cmath>
#include <set>

#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

std::optional<double> naiveCorrelation(const std::vector<double>& x, const std::vector<double>& y) {
    const double n = static_cast<double>(x.size());
    double meanX = 0, meanY = 0, xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        meanX += x[i] / n;
        meanY += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - meanX) * (y[i] - meanY);
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
    }
    if (x.size() < 3 || xx < 1e-12 || yy < 1e-12)
        return std::nullopt;
    return xy / std::sqrt(xx * yy);
}

} // namespace

TEST_CASE("neurons that share exemplars are found with the share, the closest first") {
    const TinyStudy study(3, 300, 12, 3, 0);
    for (const Tail tail : {Tail::Top, Tail::Bottom})
        for (const std::uint32_t m : {1U, 20U, 30U}) {
            const auto found = similarByExemplars(*study.ranks, tail, NeuronId(4), m, 100).value();
            const auto own = study.exemplars(4, m, tail);
            const std::set<std::uint32_t> mine(own.begin(), own.end());
            std::size_t listed = 0;
            for (std::uint32_t i = 0; i < study.neurons; ++i) {
                std::uint32_t shared = 0;
                for (const std::uint32_t id : study.exemplars(i, m, tail))
                    shared += mine.contains(id);
                const auto at = std::ranges::find(found, NeuronId(i), &SimilarNeuron::neuron);
                REQUIRE((at != found.end()) == (i != 4 && shared > 0));
                if (at == found.end())
                    continue;
                ++listed;
                CHECK(at->value == Approx(static_cast<double>(shared) / m));
            }
            CHECK(listed == found.size());
            for (std::size_t i = 1; i < found.size(); ++i)
                CHECK((found[i - 1].value > found[i].value ||
                       (found[i - 1].value == found[i].value && found[i - 1].neuron < found[i].neuron)));
            CHECK(similarByExemplars(*study.ranks, tail, NeuronId(4), m, 2)->size() ==
                  std::min<std::size_t>(2, listed));
        }
}

TEST_CASE("neurons with the same descriptors are found by the correlation of their shares") {
    const TinyStudy study(8, 400, 15, 9, 30);
    std::vector<std::uint8_t> active(9, 1);
    active[2] = 0;
    const Counts counts = study.counts(25, Tail::Top);
    const auto found = similarByProfile(counts, active, NeuronId(7), 100);
    for (std::uint32_t i = 0; i < study.neurons; ++i) {
        std::vector<double> x, y;
        for (std::uint32_t c = 0; c < 9; ++c)
            if (active[c] && counts.answered[7 * 9 + c] > 0 && counts.answered[i * 9 + c] > 0) {
                x.push_back(static_cast<double>(counts.yes[7 * 9 + c]) / counts.answered[7 * 9 + c]);
                y.push_back(static_cast<double>(counts.yes[i * 9 + c]) / counts.answered[i * 9 + c]);
            }
        const auto expected = i == 7 ? std::nullopt : naiveCorrelation(x, y);
        const auto at = std::ranges::find(found, NeuronId(i), &SimilarNeuron::neuron);
        REQUIRE((at != found.end()) == expected.has_value());
        if (expected)
            CHECK(std::abs(at->value - *expected) < 1e-9);
    }
    CHECK(similarByProfile(study.counts(1, Tail::Top), std::vector<std::uint8_t>(9, 0), NeuronId(7), 5).empty());
}

TEST_CASE("where nobody is answered no neuron has a profile like another, exemplars are shared all the same") {
    const TinyStudy study(13, 200, 8, 5, 100);
    const std::vector<std::uint8_t> active(5, 1);
    CHECK(similarByProfile(study.counts(20, Tail::Top), active, NeuronId(2), 10).empty());
    CHECK_FALSE(similarByExemplars(*study.ranks, Tail::Top, NeuronId(2), 20, 10)->empty());
}
