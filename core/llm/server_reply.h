// What a reply of a server means: for the prompt, for the pace, for everything that would still be asked.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "core/llm/http_client.h"
#include "core/llm/openai_protocol.h"

namespace neuroscribe::llm {

/// What was asked, and of whom.
struct AskedServer {
    std::string baseUrl;
    std::string model;
    std::string key; ///< taken out of whatever the server says
    Dialect dialect;
    bool detectApi = false;   ///< the SPEC leaves open what the server speaks
    bool hasAnswered = false; ///< some prompt was: address, key and model are right
};

struct Meaning {
    enum class Kind : std::uint8_t {
        Answered,  ///< answer
        Failed,    ///< failure; asking again would bring the same
        Again,     ///< worth another attempt; failure is what the prompt gets when there is none left
        Redo,      ///< to be asked in `dialect`; no attempt is counted
        Pointless, ///< error: so would every prompt end
    };
    Kind kind = Kind::Failed;
    ServerAnswer answer;
    AnswerFailure failure;
    Dialect dialect;
    Error error;
    bool overloaded = false; ///< the server asks for fewer requests
    std::optional<std::chrono::milliseconds> retryAfter;
};

Meaning meaningOf(const AskedServer& asked, const HttpReply& reply);

} // namespace neuroscribe::llm
