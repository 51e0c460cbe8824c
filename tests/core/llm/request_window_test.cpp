#include "core/llm/request_window.h"

#include "core/llm/http_client.h"
#include "tests/support/catch.h"

namespace neuroscribe::llm {

using namespace std::chrono_literals;
using Clock = RequestWindow::Clock;

namespace {
const Clock::time_point kStart = Clock::time_point() + 1h;
} // namespace

TEST_CASE("The window opens with the answers, to its limit") {
    RequestWindow window(8, {}, 1);
    CHECK(window.size() == 1);
    CHECK(window.mayAsk(0, kStart));
    CHECK_FALSE(window.mayAsk(1, kStart));
    for (int i = 0; i < 20; ++i)
        window.answered();
    CHECK(window.size() == 8);
}

TEST_CASE("A burst of overload halves the window once, answers widen it slowly") {
    RequestWindow window(64, {}, 1);
    for (int i = 0; i < 63; ++i)
        window.answered();
    REQUIRE(window.size() == 64);
    for (int i = 0; i < 64; ++i)
        window.overloaded(kStart, kStart + 1s, 5s);
    CHECK(window.size() == 32);
    CHECK(window.opens() == kStart + 6s);
    CHECK_FALSE(window.mayAsk(0, kStart + 5999ms));
    CHECK(window.mayAsk(0, kStart + 6s));
    for (int i = 0; i < 32; ++i)
        window.answered();
    CHECK(window.size() == 33);
    window.narrow(kStart + 7s, kStart + 8s);
    CHECK(window.size() == 16);
    CHECK(window.opens() == kStart + 6s);
}

TEST_CASE("A longer Retry-After of the same burst counts, a shorter one does not") {
    RequestWindow window(4, {}, 1);
    window.overloaded(kStart, kStart, 5s);
    window.overloaded(kStart - 1s, kStart, 9s);
    window.overloaded(kStart - 1s, kStart, 2s);
    CHECK(window.opens() == kStart + 9s);
}

TEST_CASE("The window never closes for good") {
    RequestWindow window(4, {}, 1);
    for (int i = 0; i < 100; ++i)
        window.overloaded(kStart + i * 1h, kStart + i * 1h, std::nullopt);
    CHECK(window.size() == 1);
    CHECK(window.opens() <= kStart + 99h + RetrySettings().longestDelay);
}

TEST_CASE("Delays are drawn below a bound that doubles up to a limit") {
    const RetrySettings settings;
    RequestWindow window(1, settings, 3);
    for (unsigned attempt = 1; attempt < 100; ++attempt) {
        const auto bound = attempt > 6 ? settings.longestDelay : settings.firstDelay * (1 << (attempt - 1));
        for (int i = 0; i < 50; ++i)
            REQUIRE(window.delay(attempt) <= bound);
    }
    RequestWindow same(1, settings, 5);
    RequestWindow again(1, settings, 5);
    CHECK(same.delay(9) == again.delay(9));
}

TEST_CASE("Settings that make no sense are refused") {
    CHECK(RetrySettings().validate());
    CHECK_FALSE(RetrySettings{0}.validate());
    RetrySettings settings;
    settings.longestDelay = 1ms;
    CHECK_FALSE(settings.validate());
}

#if NEUROSCRIBE_WITH_HTTP
TEST_CASE("Retry-After in seconds and as a date") {
    const auto now = std::chrono::system_clock::from_time_t(784'111'777); // Sun, 06 Nov 1994 08:49:37 GMT
    CHECK(parseRetryAfter("0", now) == 0ms);
    CHECK(parseRetryAfter(" 120 ", now) == 120s);
    CHECK(parseRetryAfter("Sun, 06 Nov 1994 08:50:07 GMT", now) == 30s);
    CHECK(parseRetryAfter("Sunday, 06-Nov-94 08:50:07 GMT", now) == 30s);
    CHECK(parseRetryAfter("Sun, 06 Nov 1994 08:49:07 GMT", now) == 0ms);
    CHECK(parseRetryAfter("99999999999999999999", now) == std::chrono::hours(24 * 365));
    CHECK(parseRetryAfter("Fri, 31 Dec 9999 23:59:59 GMT", now) == std::chrono::hours(24 * 365));
    for (const char* wrong : {"", "soon", "-5", "1.5", "10 seconds"})
        CHECK_FALSE(parseRetryAfter(wrong, now));
}
#endif

} // namespace neuroscribe::llm
