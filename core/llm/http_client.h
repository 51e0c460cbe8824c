// Many HTTP requests to one server at a time, over libcurl.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace neuroscribe::llm {

struct HttpSettings {
    std::size_t connections = 64;                     ///< to the server at a time; one holds many requests in HTTP/2
    std::chrono::milliseconds connectTimeout{10'000}; ///< name, connection and TLS
    std::chrono::milliseconds totalTimeout{300'000};  ///< of a request, the time in the server's queue included
    std::size_t bodyLimit = std::size_t{1} << 20;     ///< bytes of a reply; a longer one is never held
};

enum class HttpProblem : std::uint8_t {
    None,        ///< there is a status and a body
    Unreachable, ///< no such host, no connection, no TLS
    Broken,      ///< reset or ended in the middle
    TimedOut,
    TooLarge,
};

struct HttpReply {
    HttpProblem problem = HttpProblem::None;
    std::string detail; ///< of the problem, English
    int status = 0;
    std::string body;
    std::optional<std::chrono::milliseconds> retryAfter; ///< from now
    std::string location;                                ///< of a redirect, which is never followed
};

/// Used from one thread, except wakeUp(). TLS is verified, the proxy comes from the environment, redirects are not
/// followed, so that the key goes nowhere but to the address given. Destroying it ends what is under way.
class HttpClient {
public:
    /// key: sent as a bearer token; empty: none is sent. Errors: NotBuilt, OutOfMemory.
    static Result<std::unique_ptr<HttpClient>> make(const HttpSettings& settings, const std::string& key);
    virtual ~HttpClient() = default;

    /// A POST of JSON, or a GET without a body. ticket: comes back with the reply.
    virtual void start(std::size_t ticket, const std::string& url, std::string body) = 0;
    virtual std::size_t running() const = 0;
    using OnReply = std::function<void(std::size_t ticket, HttpReply reply)>;
    /// Moves data until a reply is there, wakeUp() is called or `wait` is over; hands on the replies. done may start
    /// further requests.
    virtual void run(std::chrono::milliseconds wait, const OnReply& done) = 0;
    virtual void wakeUp() = 0; ///< from any thread
    virtual void abandonAll() = 0;
};

/// The header Retry-After: seconds or a date. Nothing for what is neither; a date that has passed is 0.
std::optional<std::chrono::milliseconds> parseRetryAfter(std::string_view value,
                                                         std::chrono::system_clock::time_point now);

} // namespace neuroscribe::llm
