#include "core/llm/openai_protocol.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

std::optional<YesNoMargin> marginOf(ServerApi api, const std::string& choice) {
    ServerAnswer answer;
    CHECK(readAnswer(api, "{\"choices\":[" + choice + "]}", answer).failure == Failure::None);
    return answer.margin;
}

} // namespace

TEST_CASE("Requests in the protocol of chat and of completions") {
    const ServerQuestion question{"m", "Is \"it\" so?\n\xFF", 16, true};
    const auto chat = nlohmann::json::parse(requestBody({}, question));
    CHECK(chat["model"] == "m");
    CHECK(chat["messages"][0]["role"] == "user");
    CHECK(chat["messages"][0]["content"] == "Is \"it\" so?\n\xEF\xBF\xBD");
    CHECK(chat["max_tokens"] == 16);
    CHECK(chat["temperature"] == 0);
    CHECK(chat["top_logprobs"] == 20);
    CHECK(requestPath(ServerApi::Chat) == "/chat/completions");

    const auto completion = nlohmann::json::parse(requestBody({ServerApi::Completions}, question));
    CHECK(completion["prompt"].is_string());
    CHECK(completion["logprobs"] == 5);
    CHECK(requestPath(ServerApi::Completions) == "/completions");

    const auto plain = nlohmann::json::parse(requestBody({ServerApi::Chat, false, false, true}, question));
    CHECK_FALSE(plain.contains("logprobs"));
    CHECK_FALSE(plain.contains("temperature"));
    CHECK_FALSE(plain.contains("max_tokens"));
    CHECK(plain["max_completion_tokens"] == 16);
}

TEST_CASE("The margin is that of the word which answers") {
    const auto chat = marginOf(ServerApi::Chat, R"({"message":{"content":"**Yes**"},"logprobs":{"content":[
        {"token":"**","logprob":-0.1,"top_logprobs":[{"token":"Yes","logprob":-9},{"token":"No","logprob":-1}]},
        {"token":"Yes","logprob":-0.5,"top_logprobs":[{"token":"Yes","logprob":-0.5},{"token":" yes","logprob":-2},
                                                      {"token":"No","logprob":-3},{"token":"Not","logprob":-4}]}]}})");
    REQUIRE(chat);
    CHECK(chat->margin == Approx(std::log(std::exp(-0.5) + std::exp(-2)) + 3));
    CHECK(chat->mass == Approx(std::exp(-0.5) + std::exp(-2) + std::exp(-3)));

    const auto completion = marginOf(ServerApi::Completions, R"({"text":" No","logprobs":{"tokens":[" No"],
        "token_logprobs":[-0.2],"top_logprobs":[{" Maybe":-2.5," Yes":-2.0}]}})");
    REQUIRE(completion);
    CHECK(completion->margin == Approx(-2.0 + 0.2));
}

TEST_CASE("A word that is not listed is less likely than all that are") {
    const auto margin = marginOf(ServerApi::Chat, R"({"message":{"content":"Yes"},"logprobs":{"content":[
        {"token":"Yes","logprob":-0.01,"top_logprobs":[{"token":"Yes","logprob":-0.01},{"token":"Sure","logprob":-7}]}]}})");
    REQUIRE(margin);
    CHECK(margin->margin == Approx(-0.01 + 7));
}

TEST_CASE("Log-probabilities that say nothing give no margin") {
    for (const char* lists :
         {R"(null)", R"([])", R"({"content":null})", R"({"content":[]})", R"({"content":[1,null,"x"]})",
          R"({"content":[{"token":"Maybe","logprob":-1,"top_logprobs":[{"token":"Yes","logprob":-2}]}]})",
          R"({"content":[{"token":"Yes","logprob":-1}]})",
          R"({"content":[{"token":"Yes","logprob":"x","top_logprobs":[{"token":"Yes"},{"logprob":1}]}]})"}) {
        INFO(lists);
        CHECK_FALSE(
            marginOf(ServerApi::Chat, std::string(R"({"message":{"content":"Yes"},"logprobs":)") + lists + "}"));
    }
}

TEST_CASE("Complaints of the servers in use") {
    CHECK(readComplaint(R"({"error":{"message":"m","type":"t","param":"p","code":"c"}})").code == "c");
    CHECK(readComplaint(R"({"error":{"message":"m","type":"t","code":null}})").code == "t");
    CHECK(readComplaint(R"({"error":"m"})").message == "m");
    CHECK(readComplaint(R"({"object":"error","message":"m"})").message == "m");
    CHECK(readComplaint(R"({"detail":"m"})").message == "m");
    CHECK(readComplaint("<html>").message.empty());
    CHECK(readComplaint("[]").message.empty());
}

TEST_CASE("A server's words are short, on one line and without the key") {
    CHECK(sanitized("a\nb\x1B[31m\tc", "") == "a b [31m c");
    CHECK(sanitized("no sk-12345678 here", "sk-12345678") == "no [key] here");
    CHECK(sanitized(std::string(5000, 'x'), "").size() == 200);
    CHECK(sanitized("a\xFFz", "") == "a\xEF\xBF\xBDz");
    CHECK(withoutKey("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaa") == "[key][key]aaaa");
    CHECK(withoutKey("yes", "yes") == "yes");
}

TEST_CASE("Lists of models") {
    CHECK(*readModels(R"({"data":[{"id":"a"}]})") == std::vector<std::string>{"a"});
    CHECK_FALSE(readModels("[]"));
    CHECK_FALSE(readModels("{\"data\":"));
}

} // namespace neuroscribe::llm
