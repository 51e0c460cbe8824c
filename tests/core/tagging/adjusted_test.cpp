#include "core/tagging/adjusted.h"

#include <algorithm>
#include <cmath>

#include "tests/core/tagging/planted_study.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using test::PlantedStudy;

namespace {

constexpr std::uint32_t kExemplars = 60;

AdjustedSource sourceOf(const PlantedStudy& study, const Strata& strata) {
    return {*study.ranks(), *study.split(), strata, Tail::Top, kExemplars};
}

std::vector<NeuronId> neuronsOf(const PlantedStudy& study) {
    std::vector<NeuronId> neurons;
    for (std::uint32_t i = 0; i < study.neurons(); ++i)
        neurons.emplace_back(study.neurons() - 1 - i); // in any order
    return neurons;
}

bool same(const std::optional<stats::Stratified>& a, const std::optional<stats::Stratified>& b) {
    if (!a || !b)
        return !a && !b;
    const auto near = [](double x, double y) { return std::abs(x - y) <= 1e-12 * std::max(1.0, std::abs(x)); };
    return near(a->expected, b->expected) && near(a->p, b->p) && a->lift.has_value() == b->lift.has_value() &&
           near(a->lift.value_or(0), b->lift.value_or(0));
}

} // namespace

TEST_CASE("the adjusted lift of many neurons is that of each") {
    for (const unsigned unanswered : {0U, 10U, 97U}) {
        const PlantedStudy study(31 + unanswered, {900, 5, 1, unanswered});
        const Strata strata = makeStrata(study.index(), corpus::Split::Calibration);
        const auto neurons = neuronsOf(study);
        std::vector<std::uint32_t> exemplars(kExemplars);
        for (std::uint32_t c = 0; c < study.descriptors(); ++c) {
            const auto found = adjustedOf(sourceOf(study, strata), neurons, c).value();
            REQUIRE(found.size() == neurons.size());
            for (std::size_t i = 0; i < neurons.size(); ++i) {
                REQUIRE(study.ranks()->neuron(Tail::Top, neurons[i], exemplars).ok());
                const auto one = adjustedEnrichment(*study.split(), exemplars, strata).value()[c];
                INFO(unanswered << " % unanswered, neuron " << neurons[i].value << ", descriptor " << c);
                REQUIRE(same(found[i], one));
            }
        }
    }
}

TEST_CASE("the adjusted q of all cells is Benjamini-Hochberg over those that have a p") {
    const PlantedStudy study(41, {900, 5, 1, 97});
    const Strata strata = makeStrata(study.index(), corpus::Split::Calibration);
    NullProgress silent;
    const std::vector<std::uint8_t> active{1, 1, 0, 1, 1};
    const AdjustedTable table = adjustedTable(sourceOf(study, strata), active, {}, silent).value();
    std::vector<double> family;
    std::size_t undefined = 0;
    for (std::size_t cell = 0; cell < table.p.size(); ++cell) {
        REQUIRE((active[cell % 5] || std::isnan(table.p[cell])));
        if (std::isnan(table.p[cell])) {
            undefined += active[cell % 5];
            REQUIRE(std::isnan(table.lift[cell]));
            REQUIRE(std::isnan(table.q[cell]));
        } else {
            family.push_back(table.p[cell]);
        }
    }
    REQUIRE(undefined > 0); // some have no answered exemplar
    REQUIRE(family.size() > 50);
    for (std::size_t cell = 0; cell < table.p.size(); ++cell) {
        if (std::isnan(table.p[cell]))
            continue;
        double smallest = 1;
        for (const double p : family)
            if (p >= table.p[cell])
                smallest = std::min(smallest, p * static_cast<double>(family.size()) /
                                                  static_cast<double>(std::ranges::count_if(
                                                      family, [p](double other) { return other <= p; })));
        REQUIRE(table.q[cell] == Approx(smallest).epsilon(1e-9));
    }
}

TEST_CASE("why there is no adjusted lift has a name") {
    using stats::Stratum;
    CHECK(unadjustedName(std::nullopt) == std::string("no_exemplar_answered"));
    CHECK(unadjustedName(stats::stratifiedEnrichment(std::vector<Stratum>{{10, 0, 3, 0}})) ==
          std::string("none_expected"));
    CHECK(unadjustedName(stats::stratifiedEnrichment(std::vector<Stratum>{{10, 2, 3, 0}})) == nullptr);
}

TEST_CASE("adjusted lift asks for things that fit together, and stops when it is told to") {
    const PlantedStudy study(51, {300, 3, 1, 0});
    const Strata strata = makeStrata(study.index(), corpus::Split::Calibration);
    const auto neurons = neuronsOf(study);
    std::stop_source stop;
    stop.request_stop();
    CHECK(adjustedOf({*study.ranks(), *study.split(), strata, Tail::Top, 20}, neurons, 0, stop.get_token())
              .error()
              .code == ErrorCode::Cancelled);
    CHECK(adjustedOf({*study.ranks(), *study.split(), strata, Tail::Top, 0}, neurons, 0).error().code ==
          ErrorCode::InvalidArgument);
    CHECK(adjustedOf({*study.ranks(), *study.split(), strata, Tail::Top, 20}, neurons, 3).error().code ==
          ErrorCode::InvalidArgument);
    CHECK(adjustedOf({*study.ranks(), *study.split(), Strata{{0}, 1}, Tail::Top, 20}, neurons, 0).error().code ==
          ErrorCode::Mismatch);
    CHECK(adjustedOf({*study.ranks(), *study.split(), strata, Tail::Top, 20}, {}, 0).value().empty());
}
