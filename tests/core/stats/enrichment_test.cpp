#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/stats/enrichment.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {
struct Cells {
    std::uint32_t neurons = 40, descriptors = 5;
    std::vector<std::uint32_t> x, m, answered{50, 48, 0, 50, 30}, yes{5, 24, 0, 0, 30};
    std::vector<std::uint8_t> active{1, 1, 1, 1, 1};

    explicit Cells(std::uint64_t seed, bool varyingDraws) {
        Random random(seed);
        for (std::uint32_t cell = 0; cell < neurons * descriptors; ++cell) {
            const std::uint32_t c = cell % descriptors;
            const std::uint32_t draws =
                varyingDraws ? random.below(std::min(12U, answered[c]) + 1) : std::min(10U, answered[c]);
            const std::uint32_t no = answered[c] - yes[c];
            const std::uint32_t least = draws > no ? draws - no : 0;
            const std::uint32_t most = std::min(draws, yes[c]);
            m.push_back(draws);
            x.push_back(least + static_cast<std::uint32_t>(random.below(most - least + 1)));
        }
    }
    bool defined(std::size_t cell) const {
        return active[cell % descriptors] && m[cell] > 0 && answered[cell % descriptors] > 0;
    }
    void requireRight(const stats::Enrichment::Table& table) const {
        std::vector<double> p(x.size(), std::nan(""));
        for (std::size_t cell = 0; cell < x.size(); ++cell)
            if (defined(cell))
                p[cell] = static_cast<double>(
                    test::naiveTail(answered[cell % descriptors], yes[cell % descriptors], m[cell], x[cell]));
        const auto q = test::naiveBenjaminiHochberg(p);
        REQUIRE(table.p.size() == p.size());
        for (std::size_t cell = 0; cell < x.size(); ++cell) {
            REQUIRE(std::isnan(table.p[cell]) == !defined(cell));
            REQUIRE(std::isnan(table.q[cell]) == !defined(cell));
            if (!defined(cell))
                continue;
            REQUIRE(table.p[cell] == Approx(p[cell]).epsilon(1e-12));
            REQUIRE(table.q[cell] == Approx(q[cell]).epsilon(1e-12));
        }
    }
};
} // namespace

TEST_CASE("p and q of every cell equal the definitions") {
    stats::Enrichment enrichment;
    stats::Enrichment::Table table;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Cells cells(seed, seed % 2 == 0); // one object throughout: its cache must not mix draws
        enrichment.compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, table);
        cells.requireRight(table);
    }
}

TEST_CASE("an excluded descriptor leaves the family of q") {
    Cells cells(9, true);
    stats::Enrichment enrichment;
    stats::Enrichment::Table all, without;
    enrichment.compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, all);
    cells.active[3] = 0;
    enrichment.compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, without);
    cells.requireRight(without);
    REQUIRE(all.p[0] == without.p[0]);
}

TEST_CASE("changed labels do not meet the tail tables of the old ones") {
    Cells cells(4, true);
    stats::Enrichment enrichment;
    stats::Enrichment::Table table;
    enrichment.compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, table);
    cells.yes[0] = 40; // x stays possible: more successes than before
    for (std::size_t cell = 0; cell < cells.x.size(); cell += cells.descriptors)
        cells.x[cell] = cells.m[cell];
    enrichment.compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, table);
    cells.requireRight(table);
}

TEST_CASE("enrichment does not depend on the number of threads") {
    Cells cells(5, true);
    stats::Enrichment::Table one, four;
    setThreadCount(1);
    stats::Enrichment().compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, one);
    setThreadCount(4);
    stats::Enrichment().compute(cells.x, cells.m, cells.answered, cells.yes, cells.active, four);
    setThreadCount(0);
    for (std::size_t cell = 0; cell < one.p.size(); ++cell)
        REQUIRE(((std::isnan(one.q[cell]) && std::isnan(four.q[cell])) || one.q[cell] == four.q[cell]));
}
