// Asks one server, prompt after prompt, at the pace it bears.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "core/llm/engine_spec.h"
#include "core/llm/http_client.h"
#include "core/llm/openai_protocol.h"
#include "core/llm/request_window.h"
#include "core/llm/server_reply.h"

namespace neuroscribe::llm {

struct ServerSettings {
    HttpSettings http; ///< its connections are also the widest window of requests under way
    RetrySettings retry;
    std::uint64_t seed = 0; ///< of the jitter

    Status validate() const; ///< InvalidArgument
};

/// What was learnt about the server (dialect, pace) stays from call to call. Used from one thread.
class ServerSession {
public:
    /// Errors: InvalidArgument (settings), NotBuilt, OutOfMemory.
    static Result<std::unique_ptr<ServerSession>> open(const EngineSpec& spec, const std::string& key,
                                                       const ServerSettings& settings);

    using Question = std::function<ServerQuestion(std::size_t prompt)>; ///< made when it is sent
    /// Once per prompt, in any order; an error ends the call.
    using OnAnswer = std::function<Status(std::size_t prompt, AnswerFailure failure, ServerAnswer answer)>;
    /// Errors: those of `done`; Cancelled; what makes going on pointless: InvalidArgument (key), NotFound (model,
    /// address), Io (no server, a pause longer than RetrySettings::longestPause).
    Status ask(std::size_t count, const Question& question, std::stop_token stop, const OnAnswer& done);

private:
    class Call;

    ServerSession(AskedServer asked, std::unique_ptr<HttpClient> client, const ServerSettings& settings);

    AskedServer m_asked;
    std::unique_ptr<HttpClient> m_client;
    RetrySettings m_retry;
    RequestWindow m_window;
    bool m_reached = false; ///< some reply had a status
};

} // namespace neuroscribe::llm
