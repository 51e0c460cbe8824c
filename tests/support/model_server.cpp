#include "tests/support/model_server.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <sys/socket.h>

namespace neuroscribe::test {
namespace {

using nlohmann::json;

constexpr std::size_t kGigabyte = 1'000'000'000;
constexpr std::size_t kConnections = 80;

std::string promptOf(const json& body) {
    if (body.contains("prompt"))
        return body["prompt"];
    return body.contains("messages") ? body["messages"].at(0).at("content").get<std::string>() : std::string();
}

std::string reply(const char* member, const std::string& value, const std::string& extra) {
    return std::string("{\"id\":\"1\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"") + member +
           "\":" + value + extra + "}]}";
}

/// For 127.0.0.1, signed by itself.
std::unique_ptr<httplib::Server> makeEncryptedServer() {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return std::make_unique<httplib::SSLServer>(certificate.get(), key.get());
}

std::unique_ptr<httplib::Server> makeServer(ServerNature nature) {
    return nature.encrypted ? makeEncryptedServer() : std::make_unique<httplib::Server>();
}

} // namespace

std::string chatReply(const std::string& text, const std::string& extra) {
    return reply("message", "{\"role\":\"assistant\",\"content\":" + json(text).dump() + "}", extra);
}

std::string completionReply(const std::string& text, const std::string& extra) {
    return reply("text", json(text).dump(), extra);
}

struct ModelServer::Server {
    Server(Behaviour given, ServerNature nature)
        : behaviour(std::move(given)), owned(makeServer(nature)), http(*owned),
          scheme(nature.encrypted ? "https" : "http") {
        http.new_task_queue = [] { return new httplib::ThreadPool(kConnections); };
        http.set_keep_alive_max_count(1'000'000);
        http.set_keep_alive_timeout(2);
        http.set_tcp_nodelay(true);
        if (nature.resets)
            http.set_socket_options([](socket_t socket) {
                const linger atOnce{1, 0}; // inherited by the connections
                ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            });
        const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
            handle(request, response);
        };
        http.Post(".*", handler);
        http.Get(".*", handler);
        port = http.bind_to_any_port("127.0.0.1");
        if (port <= 0)
            throw std::runtime_error("the test server finds no port");
        listener = std::thread([this] { http.listen_after_bind(); });
        while (!http.is_running())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    ~Server() {
        stopping = true;
        http.stop();
        listener.join();
    }

    Asked note(const httplib::Request& request) {
        Asked asked;
        asked.path = request.path;
        asked.body = request.body;
        asked.authorization = request.get_header_value("Authorization");
        asked.prompt = request.body.empty() ? std::string() : promptOf(json::parse(request.body));
        asked.time = std::chrono::steady_clock::now();
        const std::scoped_lock lock(mutex);
        asked.number = count++;
        most = std::max(most, ++underWay);
        if (keeps)
            log.push_back(asked);
        return asked;
    }

    void handle(const httplib::Request& request, httplib::Response& response) {
        const Asked asked = note(request);
        const Answered answered = behaviour(asked);
        {
            const std::scoped_lock lock(mutex);
            --underWay;
        }
        response.status = answered.status;
        for (const auto& [name, value] : answered.headers)
            response.set_header(name, value);
        fill(response, asked, answered);
    }

    void fill(httplib::Response& response, const Asked& asked, const Answered& answered) {
        std::string body = answered.body;
        if (body.empty() && answered.status == 200)
            body =
                asked.path.ends_with("/chat/completions") ? chatReply(answered.text) : completionReply(answered.text);
        switch (answered.manner) {
        case Answered::Manner::Normal:
            response.set_content(body, answered.contentType);
            break;
        case Answered::Manner::BreakOff:
            response.set_content_provider(body.size(), answered.contentType,
                                          [body](std::size_t, std::size_t, httplib::DataSink& sink) {
                                              sink.write(body.data(), body.size() / 2);
                                              return false;
                                          });
            break;
        case Answered::Manner::Drip:
            response.set_content_provider(body.size(), answered.contentType, drip(body));
            break;
        case Answered::Manner::Gigabyte:
            response.set_content_provider(kGigabyte, answered.contentType, flood());
            break;
        case Answered::Manner::GigabyteInChunks:
            response.set_chunked_content_provider(answered.contentType,
                                                  [pour = flood()](std::size_t at, httplib::DataSink& sink) {
                                                      if (at >= kGigabyte)
                                                          sink.done();
                                                      return at >= kGigabyte || pour(at, kGigabyte - at, sink);
                                                  });
            break;
        }
    }

    httplib::ContentProvider drip(const std::string& body) {
        return [this, body](std::size_t at, std::size_t, httplib::DataSink& sink) {
            for (int i = 0; i < 10 && !stopping; ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return !stopping && sink.is_writable() && sink.write(&body[at], 1);
        };
    }

    httplib::ContentProvider flood() {
        return [this](std::size_t, std::size_t left, httplib::DataSink& sink) {
            static const std::string kBlock(std::size_t{64} << 10, ' ');
            const std::size_t size = std::min(left, kBlock.size());
            sent += size;
            return !stopping && sink.write(kBlock.data(), size);
        };
    }

    Behaviour behaviour;
    std::unique_ptr<httplib::Server> owned;
    httplib::Server& http;
    const char* scheme;
    std::thread listener;
    int port = 0;
    std::atomic<bool> stopping{false};
    std::atomic<std::uint64_t> sent{0};
    std::mutex mutex;
    std::vector<Asked> log;
    std::size_t count = 0;
    std::size_t underWay = 0;
    std::size_t most = 0;
    bool keeps = true;
};

ModelServer::ModelServer(Behaviour behaviour, ServerNature nature)
    : m_server(std::make_unique<Server>(std::move(behaviour), nature)) {}
ModelServer::~ModelServer() = default;

std::string ModelServer::url() const {
    return std::string(m_server->scheme) + "://127.0.0.1:" + std::to_string(m_server->port) + "/v1";
}

std::string ModelServer::spec(const std::string& model) const {
    return "openai:" + url() + "#" + model;
}

std::vector<Asked> ModelServer::log() const {
    const std::scoped_lock lock(m_server->mutex);
    return m_server->log;
}

std::size_t ModelServer::requests() const {
    const std::scoped_lock lock(m_server->mutex);
    return m_server->count;
}

std::size_t ModelServer::mostAtOnce() const {
    const std::scoped_lock lock(m_server->mutex);
    return m_server->most;
}

std::uint64_t ModelServer::bytesSent() const {
    return m_server->sent;
}

void ModelServer::forgetRequests() {
    const std::scoped_lock lock(m_server->mutex);
    m_server->keeps = false;
}

} // namespace neuroscribe::test
