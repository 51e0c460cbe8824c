// The engine against a server on a real socket that misbehaves on command.
#include "core/llm/server_model.h"

#if NEUROSCRIBE_WITH_HTTP

#include <cmath>

#include "core/llm/server_check.h"
#include "tests/core/llm/server_run.h"

namespace neuroscribe::llm {

TEST_CASE("Answers of a server reach their prompts, each once") {
    const ModelServer server([](const Asked& asked) {
        Answered answered;
        answered.text = numberOf(asked) % 3 == 0 ? "Yes." : "No, it does not";
        return answered;
    });
    const auto model = open(server);
    const Run run = ask(*model, 500);
    REQUIRE(run.status);
    for (std::size_t i = 0; i < 500; ++i) {
        CHECK(run.times[i] == 1);
        CHECK(run.replies[i].verdict == (i % 3 == 0 ? Verdict::Yes : Verdict::No));
        CHECK_FALSE(run.replies[i].margin);
    }
    CHECK(server.requests() == 500);
    CHECK(server.mostAtOnce() <= 64);
    const auto log = server.log();
    CHECK(log.front().path == "/v1/chat/completions");
    CHECK(log.front().authorization == "Bearer " + kKey);
}

TEST_CASE("A written answer comes with its raw text") {
    const ModelServer server([](const Asked&) {
        return withBody(R"({"choices":[{"message":{"content":"[Size, Fi"},"finish_reason":"length"}]})");
    });
    const auto model = open(server);
    Reply reply;
    const auto one = prompts(1);
    REQUIRE(model->generate(one, 5, {}, [&](std::size_t, Reply arrived) {
        reply = std::move(arrived);
        return Status();
    }));
    CHECK(reply.text == "[Size, Fi");
    CHECK(reply.cutOff);
    CHECK(server.log()[0].body.find("\"max_tokens\":5") != std::string::npos);
}

TEST_CASE("A server without chat is asked for completions") {
    const ModelServer server(
        [](const Asked& asked) { return asked.path.ends_with("/chat/completions") ? withStatus(404) : Answered(); });
    const auto model = open(server);
    const Run run = ask(*model, 20);
    REQUIRE(run.status);
    CHECK(run.replies[19].verdict == Verdict::Yes);
    CHECK(server.requests() == 21);

    const auto direct = open(server, quick(), "openai:" + server.url() + "/completions#tiny");
    CHECK(askOne(*direct).verdict == Verdict::Yes);
    CHECK(server.requests() == 22);
}

TEST_CASE("A server that refuses log-probabilities is asked without") {
    const ModelServer server([](const Asked& asked) {
        if (asked.body.find("logprobs") == std::string::npos)
            return Answered();
        Answered refused = withStatus(400);
        refused.body = R"({"error":{"message":"logprobs are not supported"}})";
        return refused;
    });
    const auto model = open(server);
    CHECK(askOne(*model).verdict == Verdict::Yes);
    CHECK(askOne(*model).verdict == Verdict::Yes);
    CHECK(server.requests() == 3);
}

TEST_CASE("Where log-probabilities come, the margin decides") {
    const ModelServer server([](const Asked&) {
        return withBody(test::chatReply("Yes", R"(,"logprobs":{"content":[{"token":"Yes","logprob":-1.2,"top_logprobs":[
                {"token":"Yes","logprob":-1.2},{"token":" No","logprob":-1.3},{"token":"no","logprob":-1.5}]}]})"));
    });
    const auto model = open(server);
    const YesNoReply reply = askOne(*model);
    CHECK(reply.verdict == Verdict::No);
    REQUIRE(reply.margin);
    CHECK(*reply.margin == Approx(-1.2 - std::log(std::exp(-1.3) + std::exp(-1.5))).margin(1e-5));
}

TEST_CASE("What is no answer becomes none, with its reason") {
    struct Case {
        const char* name;
        Answered answered;
        Failure failure;
    };
    const Case cases[] = {
        {"500", withStatus(500), Failure::Server},
        {"429 to the end", withStatus(429), Failure::Server},
        {"400", withStatus(400), Failure::Refused},
        {"wrong JSON", withBody("{\"choices\":[{\"message\":{\"content\":\"Yes\""), Failure::Server},
        {"other JSON", withBody("[1,2,3]"), Failure::Server},
        {"deep JSON", withBody(std::string(500'000, '[')), Failure::Server},
        {"HTML page", withBody("<!doctype html><html><body>Yes</body></html>", "text/html"), Failure::Server},
        {"empty choices", withBody("{\"choices\":[]}"), Failure::Server},
        {"no text", withBody(R"({"choices":[{"message":{"content":null}}]})"), Failure::Server},
        {"not UTF-8", withBody("{\"choices\":[{\"message\":{\"content\":\"Yes \xFF\"}}]}"), Failure::Server},
        {"empty body", withBody(" "), Failure::Server},
        {"filtered", withBody(R"({"choices":[{"message":{"content":"Yes"},"finish_reason":"content_filter"}]})"),
         Failure::Refused},
        {"maybe", withBody(test::chatReply("Maybe " + kKey)), Failure::Unparsable},
        {"broken off", inManner(Manner::BreakOff), Failure::Network},
        {"1 GB", inManner(Manner::Gigabyte), Failure::Server},
        {"1 GB in chunks", inManner(Manner::GigabyteInChunks), Failure::Server},
        {"redirect", withStatus(307, {{"Location", "http://localhost:1/" + kKey}}), Failure::Server},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        const ModelServer server([&](const Asked&) { return one.answered; });
        const auto model = open(server);
        const YesNoReply reply = askOne(*model);
        CHECK(reply.verdict == Verdict::Unanswered);
        CHECK(reply.failure == one.failure);
        CHECK_FALSE(reply.detail.empty());
        CHECK(server.bytesSent() < 100'000'000);
    }
}

TEST_CASE("A run among all misbehaviours ends, invents nothing and answers the rest") {
    const ModelServer server([](const Asked& asked) {
        switch (numberOf(asked) % 12) {
        case 1:
            return withStatus(500);
        case 3:
            return withBody("<html>", "text/html");
        case 5:
            return inManner(Manner::BreakOff);
        case 7:
            return withBody("{\"choices\":[]}");
        case 9:
            return inManner(Manner::GigabyteInChunks);
        case 11:
            return withStatus(302, {{"Location", "http://localhost:1/"}});
        default:
            return asked.number % 5 == 0 ? withStatus(429) : Answered();
        }
    });
    ServerSettings settings = quick();
    settings.retry.attempts = 12; // a 429 in five
    const auto model = open(server, settings);
    const Run run = ask(*model, 120);
    REQUIRE(run.status);
    for (std::size_t i = 0; i < 120; ++i) {
        INFO(i << " " << run.replies[i].detail);
        CHECK(run.times[i] == 1);
        CHECK(run.replies[i].verdict == (i % 2 == 0 ? Verdict::Yes : Verdict::Unanswered));
    }
    CHECK_FALSE(holdsKey(run));
}

TEST_CASE("A redirect never takes the key to another host") {
    const ModelServer other([](const Asked&) { return Answered(); });
    const ModelServer server([&](const Asked&) { return withStatus(307, {{"Location", other.url()}}); });
    const auto model = open(server);
    CHECK(askOne(*model).failure == Failure::Server);
    CHECK(other.requests() == 0);
}

TEST_CASE("Who answers, what is sent where: told without the key") {
    const ModelServer server([](const Asked&) { return Answered(); });
    const auto model = open(server);
    CHECK(model->identity() == "server " + server.url() + "#tiny");
    CHECK(model->spec() == server.spec());
    CHECK(model->describeTraffic().find(server.url()) != std::string::npos);
    CHECK(model->describeTraffic().find("not encrypted") != std::string::npos);
    for (const std::string& text : {model->identity(), model->description(), model->describeTraffic(), model->spec()})
        CHECK(text.find(kKey) == std::string::npos);
    CHECK(server.requests() == 0);

    EngineOptions wrapped;
    wrapped.spec = server.spec();
    wrapped.wrapper = "User: {prompt}\nBot:";
    CHECK((*openServerModel(wrapped, quick()))->identity() != model->identity());
    wrapped.wrapper = "no place";
    CHECK_FALSE(openServerModel(wrapped, quick()));
    wrapped.wrapper.clear();
    wrapped.apiKey = "a key\r\nX-Header: y";
    CHECK_FALSE(openServerModel(wrapped, quick()));
}

TEST_CASE("A server is checked by its list of models") {
    Answered answered = withBody(R"({"data":[{"id":"a"},{"id":"b"},{"no":1}]})");
    const ModelServer server([&](const Asked&) { return answered; });
    EngineOptions options;
    options.spec = server.spec();
    options.apiKey = kKey;
    CHECK(*listModels(options, {}) == std::vector<std::string>{"a", "b"});
    CHECK(server.log()[0].path == "/v1/models");
    answered = withStatus(404);
    CHECK(listModels(options, {})->empty());
    answered = withStatus(401);
    CHECK(listModels(options, {}).error().code == ErrorCode::InvalidArgument);
    answered = withBody("<html>");
    CHECK(listModels(options, {}).error().code == ErrorCode::Parse);
}

} // namespace neuroscribe::llm

#endif
