#include "core/llm/server_reply.h"

#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

using Kind = Meaning::Kind;

Meaning meaning(int status, const std::string& message, const Dialect& dialect = {}, bool hasAnswered = false) {
    HttpReply reply;
    reply.status = status;
    reply.body = R"({"error":{"message":")" + message + R"("}})";
    return meaningOf({"http://host/v1", "m", "", dialect, true, hasAnswered}, reply);
}

} // namespace

TEST_CASE("A prompt that is too long is not the server's fault") {
    CHECK(meaning(400, "This model's maximum context length is 2048 tokens").failure.failure == Failure::TooLong);
    CHECK(meaning(413, "").failure.failure == Failure::TooLong);
    CHECK(meaning(400, "bad").failure.failure == Failure::Refused);
    CHECK(meaning(422, "bad").kind == Kind::Failed);
}

TEST_CASE("A dialect is found by complaints, one step at a time, and never the same twice") {
    CHECK(meaning(400, "Unsupported: 'max_tokens'. Use 'max_completion_tokens'").dialect.completionTokens);
    CHECK_FALSE(meaning(400, "'temperature' does not support 0").dialect.temperature);
    CHECK_FALSE(meaning(422, "logprobs: extra fields not permitted").dialect.logProbabilities);
    CHECK(meaning(400, "no chat template is defined").dialect.api == ServerApi::Completions);
    CHECK(meaning(404, "This is not a chat model").dialect.api == ServerApi::Completions);
    CHECK(meaning(400, "logprobs: extra", {ServerApi::Chat, false}).kind == Kind::Failed);
    CHECK(meaning(404, "", {ServerApi::Completions}).kind == Kind::Pointless);
}

TEST_CASE("An address that has answered before is not given up for one 404") {
    CHECK(meaning(404, "", {}, true).kind == Kind::Failed);
    CHECK(meaning(404, "The model `m` does not exist", {}, true).kind == Kind::Pointless);
    CHECK(meaning(400, "model not found", {}, false).kind == Kind::Pointless);
}

TEST_CASE("Overload and failures are worth another attempt") {
    for (const int status : {408, 429, 500, 502, 503, 504, 529})
        CHECK(meaning(status, "").kind == Kind::Again);
    CHECK(meaning(429, "").overloaded);
    CHECK(meaning(503, "").overloaded);
    CHECK_FALSE(meaning(500, "").overloaded);
    CHECK(meaning(402, "").kind == Kind::Pointless);
}

TEST_CASE("A reply of any kind ends with an answer or a reason") {
    for (int status = 100; status < 600; ++status) {
        const Meaning one = meaning(status, "x");
        if (one.kind == Kind::Failed || one.kind == Kind::Again)
            CHECK(one.failure.failure != Failure::None);
        CHECK(one.kind != Kind::Answered);
    }
}

} // namespace neuroscribe::llm
