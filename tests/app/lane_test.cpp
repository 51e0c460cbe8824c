#include "app/lanes/lane.h"
#include "app/lanes/latest_lane.h"
#include "tests/support/catch.h"

#include <atomic>
#include <future>
#include <vector>

using namespace neuroscribe::app;

TEST_CASE("A lane runs its tasks one after the other, in order, and all of them before it ends") {
    std::vector<int> order;
    {
        Lane lane("test");
        for (int i = 0; i < 100; ++i)
            REQUIRE(lane.post([&order, i] { order.push_back(i); }));
    }
    REQUIRE(order.size() == 100);
    for (int i = 0; i < 100; ++i)
        CHECK(order[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("A finished lane accepts nothing more") {
    Lane lane("test");
    lane.finish();
    CHECK_FALSE(lane.post([] {}));
}

TEST_CASE("What a task captured is released on the lane before the next task starts") {
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = held;
    bool released = false;
    {
        Lane lane("test");
        lane.post([held = std::move(held)] {});
        lane.post([&] { released = watch.expired(); });
    }
    CHECK(released);
}

namespace {

/// A task that holds the lane until it is let go.
struct Gate {
    std::promise<void> open;
    std::promise<void> entered;
    LatestLane::Task task(std::atomic<bool>* sawStop = nullptr) {
        return [this, sawStop](std::stop_token stop) {
            entered.set_value();
            open.get_future().wait();
            if (sawStop)
                *sawStop = stop.stop_requested();
        };
    }
};

} // namespace

TEST_CASE("Of the tasks that wait on one channel only the newest runs, other channels are not touched") {
    std::vector<int> ran;
    LatestLane lane("test");
    Gate gate;
    lane.post(QStringLiteral("first"), gate.task());
    gate.entered.get_future().wait();
    lane.post(QStringLiteral("a"), [&](std::stop_token) { ran.push_back(1); });
    lane.post(QStringLiteral("b"), [&](std::stop_token) { ran.push_back(2); });
    lane.post(QStringLiteral("a"), [&](std::stop_token) { ran.push_back(3); });
    std::promise<void> done;
    lane.post(QStringLiteral("end"), [&](std::stop_token) { done.set_value(); });
    gate.open.set_value();
    done.get_future().wait();
    CHECK(ran == std::vector<int>{2, 3});
}

TEST_CASE("A newer task asks the running one of its channel to stop, and no other") {
    for (const bool same : {true, false}) {
        std::atomic<bool> sawStop = false;
        LatestLane lane("test");
        Gate gate;
        lane.post(QStringLiteral("a"), gate.task(&sawStop));
        gate.entered.get_future().wait();
        std::promise<void> done;
        lane.post(same ? QStringLiteral("a") : QStringLiteral("b"), [&](std::stop_token) { done.set_value(); });
        gate.open.set_value();
        done.get_future().wait();
        CHECK(sawStop == same);
    }
}

TEST_CASE("A cancelled channel drops what waits and stops what runs") {
    std::atomic<bool> sawStop = false;
    bool ran = false;
    LatestLane lane("test");
    Gate gate;
    lane.post(QStringLiteral("a"), gate.task(&sawStop));
    gate.entered.get_future().wait();
    lane.cancel(QStringLiteral("a"));
    lane.post(QStringLiteral("b"), [&](std::stop_token) { ran = true; });
    lane.cancel(QStringLiteral("b"));
    std::promise<void> done;
    lane.post(QStringLiteral("end"), [&](std::stop_token) { done.set_value(); });
    gate.open.set_value();
    done.get_future().wait();
    CHECK(sawStop);
    CHECK_FALSE(ran);
}

TEST_CASE("A lane that ends drops what waits and stops what runs") {
    std::atomic<bool> sawStop = false;
    bool ran = false;
    Gate gate;
    auto lane = std::make_unique<LatestLane>("test");
    lane->post(QStringLiteral("a"), [&](std::stop_token stop) {
        gate.entered.set_value();
        while (!stop.stop_requested())
            std::this_thread::yield();
        sawStop = true;
    });
    gate.entered.get_future().wait();
    lane->post(QStringLiteral("b"), [&](std::stop_token) { ran = true; });
    lane.reset();
    CHECK(sawStop);
    CHECK_FALSE(ran);
}
