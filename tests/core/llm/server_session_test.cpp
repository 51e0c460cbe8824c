// The pace at which a server is asked, and what ends a call.
#include "core/llm/server_session.h"

#if NEUROSCRIBE_WITH_HTTP

#include <atomic>
#include <thread>

#include "tests/core/llm/server_run.h"

namespace neuroscribe::llm {

TEST_CASE("Prompts are made when they are sent: memory holds what is under way") {
    constexpr std::size_t kCount = 3000;
    ModelServer server([](const Asked&) { return Answered(); });
    server.forgetRequests();
    auto session = ServerSession::open(*parseEngineSpec(server.spec()), kKey, quick());
    REQUIRE(session);
    std::size_t made = 0;
    std::size_t answered = 0;
    std::size_t most = 0;
    const auto question = [&](std::size_t) {
        most = std::max(most, ++made - answered);
        return ServerQuestion{"tiny", "Q", 1, true};
    };
    REQUIRE((*session)->ask(kCount, question, {}, [&](std::size_t, AnswerFailure, ServerAnswer) {
        ++answered;
        return Status();
    }));
    CHECK(answered == kCount);
    CHECK(most == 64);
}

TEST_CASE("A slow drip times out") {
    const ModelServer server([](const Asked&) { return inManner(Manner::Drip); });
    ServerSettings settings = quick();
    settings.http.totalTimeout = 100ms;
    settings.retry.timedOutAttempts = 2;
    const auto model = open(server, settings);
    CHECK(askOne(*model).failure == Failure::TimedOut);
    CHECK(server.requests() == 2);
}

TEST_CASE("Nobody is asked before the time that Retry-After gives") {
    const ModelServer server([](const Asked& asked) {
        return asked.number == 1 ? withStatus(429, {{"Retry-After", "1"}}) : Answered();
    });
    const auto model = open(server);
    CHECK(ask(*model, 8).status);
    auto log = server.log();
    REQUIRE(log.size() == 9);
    const auto refused = log[1].time;
    // One request may have been under way beside the refused one.
    const auto late =
        std::count_if(log.begin() + 2, log.end(), [&](const Asked& asked) { return asked.time - refused >= 1s; });
    CHECK(late >= 6);
}

TEST_CASE("A server that is overloaded gets fewer requests at a time") {
    std::atomic<int> underWay{0};
    std::atomic<int> refused{0};
    const ModelServer server([&](const Asked&) {
        const bool tooMany = ++underWay > 4;
        std::this_thread::sleep_for(2ms);
        --underWay;
        refused += tooMany;
        return tooMany ? withStatus(429) : Answered();
    });
    ServerSettings settings = quick();
    settings.retry.attempts = 50;
    const auto model = open(server, settings);
    const Run run = ask(*model, 400);
    REQUIRE(run.status);
    CHECK(std::all_of(run.replies.begin(), run.replies.end(),
                      [](const YesNoReply& reply) { return reply.verdict == Verdict::Yes; }));
    CHECK(refused < 400);
}

TEST_CASE("What makes going on pointless ends the run") {
    struct Case {
        Answered answered;
        ErrorCode code;
    };
    Answered unknown = withStatus(404);
    unknown.body = R"({"error":{"message":"model 'tiny' not found"}})";
    Answered quota = withStatus(429);
    quota.body = R"({"error":{"code":"insufficient_quota","message":"pay"}})";
    for (const Case& one :
         {Case{withStatus(401), ErrorCode::InvalidArgument}, Case{withStatus(403), ErrorCode::InvalidArgument},
          Case{unknown, ErrorCode::NotFound}, Case{withStatus(404), ErrorCode::NotFound}, Case{quota, ErrorCode::Io},
          Case{withStatus(429, {{"Retry-After", "86400"}}), ErrorCode::Io}}) {
        const ModelServer server([&](const Asked&) { return one.answered; });
        const auto model = open(server);
        const Run run = ask(*model, 100);
        REQUIRE_FALSE(run.status);
        INFO(describe(run.status.error()));
        CHECK(run.status.error().code == one.code);
        CHECK(describe(run.status.error()).find(kKey) == std::string::npos);
        CHECK(server.requests() <= 2);
    }
}

TEST_CASE("No server is an error at once") {
    std::string spec;
    {
        const ModelServer gone([](const Asked&) { return Answered(); });
        spec = gone.spec();
    }
    EngineOptions options;
    options.spec = spec;
    const auto model = openServerModel(options, ServerSettings());
    const Run run = ask(**model, 3);
    REQUIRE_FALSE(run.status);
    CHECK(run.status.error().code == ErrorCode::Io);
}

TEST_CASE("A server whose certificate nobody vouches for is told nothing") {
    const ModelServer server([](const Asked&) { return Answered(); }, {.encrypted = true});
    const auto model = open(server);
    const Run run = ask(*model, 3);
    REQUIRE_FALSE(run.status);
    CHECK(run.status.error().code == ErrorCode::Io);
    CHECK(run.status.error().why.find("certificate") != std::string::npos);
    CHECK(server.requests() == 0);
}

TEST_CASE("A connection that is reset in the middle of the body is a failure of the network") {
    const ModelServer server(
        [](const Asked& asked) {
            Answered answered = inManner(numberOf(asked) == 1 ? Manner::BreakOff : Manner::Normal);
            answered.body = test::chatReply(std::string(100'000, ' ') + "Yes");
            return answered;
        },
        {.resets = true});
    const auto model = open(server);
    const Run run = ask(*model, 3);
    REQUIRE(run.status);
    CHECK(run.replies[0].verdict == Verdict::Yes);
    CHECK(run.replies[1].failure == Failure::Network);
    CHECK(run.replies[2].verdict == Verdict::Yes);
}

TEST_CASE("Stopping ends the call although the server is silent") {
    std::stop_source stop;
    std::atomic<bool> asked{false};
    const ModelServer server([&](const Asked&) {
        asked = true;
        return inManner(Manner::Drip);
    });
    ServerSettings settings = quick();
    settings.http.totalTimeout = 60s;
    const auto model = open(server, settings);
    const std::jthread stopper([&] {
        while (!asked)
            std::this_thread::sleep_for(1ms);
        stop.request_stop();
    });
    const Run run = ask(*model, 10, stop.get_token());
    REQUIRE_FALSE(run.status);
    CHECK(run.status.error().code == ErrorCode::Cancelled);
    CHECK(run.times == std::vector<int>(10));
}

TEST_CASE("An error of whoever takes the answers ends the call") {
    const ModelServer server([](const Asked&) { return Answered(); });
    const auto model = open(server);
    const auto many = prompts(50);
    int taken = 0;
    const Status status = model->askYesNo(many, {}, [&](std::size_t, YesNoReply) -> Status {
        if (++taken == 3)
            return Error{ErrorCode::DiskFull, "study", "full", ""};
        return {};
    });
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::DiskFull);
    CHECK(taken == 3);
}

} // namespace neuroscribe::llm

#endif
