// An OpenAI-compatible server of the tests' own, on a real socket of this machine, that misbehaves on command.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace neuroscribe::test {

struct Asked {
    std::size_t number = 0; ///< requests before this one
    std::string path;       ///< "/v1/chat/completions"
    std::string prompt;
    std::string body; ///< raw JSON
    std::string authorization;
    std::chrono::steady_clock::time_point time{};
};

struct Answered {
    enum class Manner : std::uint8_t {
        Normal,
        BreakOff, ///< the connection ends in the middle of the body
        Drip,     ///< a byte now and then, for minutes
        Gigabyte, ///< 1 GB of body, its length announced
        GigabyteInChunks,
    };
    std::string text = "Yes"; ///< what the model says, in the protocol of the path asked
    int status = 200;
    std::string body; ///< instead of the protocol's
    std::string contentType = "application/json";
    std::map<std::string, std::string> headers;
    Manner manner = Manner::Normal;
};

struct ServerNature {
    bool encrypted = false; ///< https, with a certificate that nobody vouches for
    bool resets = false;    ///< a connection ends with a reset instead of a farewell
};

/// A reply of a chat or a completion that says `text`; extra: members of its choice, as JSON (",\"logprobs\":{...}").
std::string chatReply(const std::string& text, const std::string& extra = {});
std::string completionReply(const std::string& text, const std::string& extra = {});

/// Answers until it is destroyed; whoever asks it has to be gone by then. Everything asked is kept in the log.
class ModelServer {
public:
    /// Called for each request, from several threads at once.
    using Behaviour = std::function<Answered(const Asked& asked)>;
    explicit ModelServer(Behaviour behaviour, ServerNature nature = {});
    ~ModelServer();
    ModelServer(const ModelServer&) = delete;
    ModelServer& operator=(const ModelServer&) = delete;

    std::string url() const;                                   ///< "http://127.0.0.1:PORT/v1"
    std::string spec(const std::string& model = "tiny") const; ///< "openai:URL#MODEL"
    std::vector<Asked> log() const;
    std::size_t requests() const;
    std::size_t mostAtOnce() const;  ///< requests under way at the same time
    std::uint64_t bytesSent() const; ///< of gigabytes
    /// Only the number of requests is kept: for very many of them.
    void forgetRequests();

private:
    struct Server;
    std::unique_ptr<Server> m_server;
};

} // namespace neuroscribe::test
