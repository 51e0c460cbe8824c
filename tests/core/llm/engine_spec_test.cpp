#include "core/llm/engine_spec.h"

#include <set>

#include "core/llm/language_model.h"
#include "tests/support/catch.h"

namespace neuroscribe::llm {

TEST_CASE("An engine is lexical, a folder or a server with a model") {
    CHECK(parseEngineSpec("lexical")->kind == EngineKind::Lexical);

    const auto folder = parseEngineSpec("/models/flan-t5-xxl");
    CHECK(folder->kind == EngineKind::Folder);
    CHECK(folder->folder == "/models/flan-t5-xxl");

    const auto server = parseEngineSpec("openai:http://localhost:8000/v1#google/flan-t5");
    CHECK(server->kind == EngineKind::Server);
    CHECK(server->baseUrl == "http://localhost:8000/v1");
    CHECK(server->model == "google/flan-t5");
    CHECK(server->api == ServerApi::Detect);
    CHECK(server->text == "openai:http://localhost:8000/v1#google/flan-t5");
}

TEST_CASE("The end of a server's address says what it speaks") {
    const auto chat = parseEngineSpec("openai:https://host/v1/chat/completions#m");
    CHECK(chat->api == ServerApi::Chat);
    CHECK(chat->baseUrl == "https://host/v1");
    const auto completions = parseEngineSpec("openai:https://host/v1/completions/#m");
    CHECK(completions->api == ServerApi::Completions);
    CHECK(completions->baseUrl == "https://host/v1");
    CHECK(parseEngineSpec("openai:https://host/v1///#m")->baseUrl == "https://host/v1");
}

TEST_CASE("A wrong engine is named without repeating what may be a secret") {
    for (const char* text :
         {"", "openai:", "openai:http://host/v1", "openai:http://host/v1#", "openai:ftp://host/v1#m",
          "openai:host/v1#m", "openai:http://#m", "openai:http://:80/#m", "openai:http://user:sk-secret@host/v1#m",
          "openai:http://host/v1?key=sk-secret#m", "openai:http://ho st/#m", "openai:http://host/\r\nX: y#m"}) {
        INFO(text);
        const auto spec = parseEngineSpec(text);
        REQUIRE_FALSE(spec);
        CHECK(spec.error().code == ErrorCode::InvalidArgument);
        CHECK(describe(spec.error()).find("sk-secret") == std::string::npos);
    }
}

TEST_CASE("Failures have names of their own") {
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(Failure::Server); ++i)
        names.insert(failureName(static_cast<Failure>(i)));
    CHECK(names.size() == 8);
    CHECK(names.contains("too_long"));
}

} // namespace neuroscribe::llm
