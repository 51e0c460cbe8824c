#include "core/stats/noise_correction.h"

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

TEST_CASE("a perfect labeller changes nothing, a known one is undone exactly") {
    const auto same = noiseCorrected(0.3, {0.2, 0.4}, {});
    CHECK(same->value == Approx(0.3));
    CHECK(same->interval.low == Approx(0.2));
    CHECK(same->interval.high == Approx(0.4));
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        const double truth = random.uniform(), se = 0.55 + 0.45 * random.uniform(), sp = 0.5 + 0.5 * random.uniform();
        const double seen = truth * se + (1 - truth) * (1 - sp);
        CHECK(noiseCorrected(seen, {seen, seen}, {se, sp, {se, se}, {sp, sp}})->value == Approx(truth));
    }
}

TEST_CASE("f* is clipped, and undefined where the answers say nothing") {
    const auto quality = [](double se, double sp) { return LabelQuality{se, sp, {se, se}, {sp, sp}}; };
    CHECK(noiseCorrected(0.05, {0.0, 0.1}, quality(0.9, 0.9))->value == 0.0);
    CHECK(noiseCorrected(0.95, {0.9, 1.0}, quality(0.9, 0.9))->value == 1.0);
    CHECK(!noiseCorrected(0.5, {0.4, 0.6}, quality(0.5, 0.5)));
    CHECK(!noiseCorrected(0.5, {0.4, 0.6}, quality(0.2, 0.3)));
    CHECK(*noiseCorrectedLift(0.5, 0.2, quality(0.8, 0.9)) == Approx((0.4 / 0.7) / (0.1 / 0.7)));
    CHECK(!noiseCorrectedLift(0.5, 0.1, quality(0.8, 0.9))); // p* is 0
    CHECK(!noiseCorrectedLift(0.5, 0.2, quality(0.4, 0.6)));
}

TEST_CASE("the interval of f* is at least as wide as f's alone makes it, and wider the less Se and Sp are known") {
    const double f = 0.5;
    const Interval range{0.4, 0.6};
    const auto width = [&](double spread) {
        const auto found =
            noiseCorrected(f, range, {0.8, 0.9, {0.8 - spread, 0.8 + spread}, {0.9 - spread, 0.9 + spread}});
        CHECK(found->interval.low <= found->value);
        CHECK(found->value <= found->interval.high);
        return found->interval.high - found->interval.low;
    };
    CHECK(width(0) == Approx(0.2 / 0.7));
    CHECK(width(0.02) > width(0));
    CHECK(width(0.08) > width(0.02));
    const auto open = noiseCorrected(f, range, {0.6, 0.6, {0.3, 0.9}, {0.5, 0.7}});
    CHECK(open->interval.low == 0.0); // Se may be so low that nothing is known
    CHECK(open->interval.high == 1.0);
    const auto far = noiseCorrected(0.1, {0.05, 0.15}, {0.6, 0.45, {0.5, 0.7}, {0.35, 0.55}});
    CHECK(far->value == 0.0); // -9 before it is clipped
    CHECK(far->interval.low == 0.0);
    CHECK(far->interval.high == 1.0);
}

TEST_CASE("the interval of f* holds the share that is true in 95 of 100 samples, or more") {
    Random random(5);
    /// A share that is seen, with its interval.
    const auto seen = [&random](std::uint32_t trials, double share) {
        std::uint32_t hits = 0;
        for (std::uint32_t i = 0; i < trials; ++i)
            hits += random.uniform() < share;
        return std::pair(static_cast<double>(hits) / trials, wilson(hits, trials));
    };
    int samples = 0, held = 0;
    for (int i = 0; i < 2000; ++i) {
        const double truth = 0.1 + 0.8 * random.uniform();
        const double se = 0.75 + 0.2 * random.uniform(), sp = 0.75 + 0.2 * random.uniform();
        const auto [f, range] = seen(200, truth * se + (1 - truth) * (1 - sp));
        const auto [found, foundRange] = seen(60, se);
        const auto [spared, sparedRange] = seen(60, sp);
        const auto share = noiseCorrected(f, range, {found, spared, foundRange, sparedRange});
        REQUIRE(share);
        ++samples;
        held += share->interval.low <= truth && truth <= share->interval.high;
    }
    INFO(held << " of " << samples);
    CHECK(held >= 1870); // 95 % less three SD
}
