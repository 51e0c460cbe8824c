// What the tests of the engine behind a server share.
#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/llm/server_model.h"
#include "tests/support/catch.h"
#include "tests/support/model_server.h"

namespace neuroscribe::llm {

using test::Answered;
using test::Asked;
using test::ModelServer;
using Manner = Answered::Manner;
using namespace std::chrono_literals;

inline const std::string kKey = "sk-very-secret-0123456789";

inline ServerSettings quick() {
    ServerSettings settings;
    settings.http.totalTimeout = 5s;
    settings.retry.firstDelay = 1ms;
    settings.retry.longestDelay = 8ms;
    settings.retry.attempts = 4;
    settings.seed = 7;
    return settings;
}

inline std::unique_ptr<LanguageModel> open(const ModelServer& server, const ServerSettings& settings = quick(),
                                           const std::string& spec = {}) {
    EngineOptions options;
    options.spec = spec.empty() ? server.spec() : spec;
    options.apiKey = kKey;
    auto model = openServerModel(options, settings);
    REQUIRE(model);
    return std::move(*model);
}

inline std::vector<Prompt> prompts(std::size_t count) {
    std::vector<Prompt> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back({{"Question ", true}, {std::to_string(i), false}});
    return made;
}

inline std::size_t numberOf(const Asked& asked) {
    return std::stoul(asked.prompt.substr(std::string("Question ").size()));
}

struct Run {
    Status status;
    std::vector<YesNoReply> replies;
    std::vector<int> times; ///< each prompt was answered
};

inline Run ask(LanguageModel& model, std::size_t count, std::stop_token stop = {}) {
    Run run{{}, std::vector<YesNoReply>(count), std::vector<int>(count)};
    const auto asked = prompts(count);
    run.status = model.askYesNo(asked, std::move(stop), [&](std::size_t i, YesNoReply reply) {
        ++run.times[i];
        run.replies[i] = std::move(reply);
        return Status();
    });
    return run;
}

inline bool holdsKey(const Run& run) {
    return std::any_of(run.replies.begin(), run.replies.end(), [](const YesNoReply& reply) {
        return reply.detail.find(kKey) != std::string::npos || reply.text.find(kKey) != std::string::npos;
    });
}

/// One prompt, whatever happens to it.
inline YesNoReply askOne(LanguageModel& model) {
    const Run run = ask(model, 1);
    CHECK(run.status);
    CHECK(run.times[0] == 1);
    CHECK_FALSE(holdsKey(run));
    return run.replies[0];
}

inline Answered withStatus(int status, std::map<std::string, std::string> headers = {}) {
    Answered answered;
    answered.status = status;
    answered.body = R"({"error":{"message":"busy, )" + kKey + R"("}})";
    answered.headers = std::move(headers);
    return answered;
}

inline Answered withBody(const std::string& body, const std::string& type = "application/json") {
    Answered answered;
    answered.body = body;
    answered.contentType = type;
    return answered;
}

inline Answered inManner(Manner manner) {
    Answered answered;
    answered.manner = manner;
    return answered;
}

} // namespace neuroscribe::llm
