#include "core/llm/server_check.h"

#include <chrono>

#include "core/llm/api_key.h"
#include "core/llm/engine_spec.h"
#include "core/llm/http_client.h"
#include "core/llm/openai_protocol.h"

namespace neuroscribe::llm {
namespace {

constexpr std::chrono::milliseconds kPatience{20'000};
constexpr std::chrono::milliseconds kStep{500};

Result<HttpReply> get(const std::string& url, const std::string& key, std::stop_token stop) {
    HttpSettings settings;
    settings.connections = 1;
    settings.totalTimeout = kPatience;
    NS_ASSIGN(const auto client, HttpClient::make(settings, key));
    const std::stop_callback wake(stop, [&] { client->wakeUp(); });
    std::optional<HttpReply> reply;
    client->start(0, url, {});
    while (!reply && !stop.stop_requested())
        client->run(kStep, [&](std::size_t, HttpReply arrived) { reply = std::move(arrived); });
    if (!reply)
        return Error{ErrorCode::Cancelled, url, "stopped", ""};
    return std::move(*reply);
}

} // namespace

Result<std::vector<std::string>> listModels(const EngineOptions& options, std::stop_token stop) {
    NS_ASSIGN(const EngineSpec spec, parseEngineSpec(options.spec));
    if (spec.kind != EngineKind::Server)
        return Error{ErrorCode::InvalidArgument, options.spec, "it names no server", ""};
    NS_TRY(checkApiKey(options.apiKey, "key"));
    const std::string url = spec.baseUrl + "/models";
    NS_ASSIGN(const HttpReply reply, get(url, options.apiKey, std::move(stop)));
    if (reply.problem != HttpProblem::None)
        return Error{ErrorCode::Io, url, sanitized(reply.detail, options.apiKey), ""};
    const std::string status = "HTTP " + std::to_string(reply.status);
    if (reply.status == 401 || reply.status == 403)
        return Error{ErrorCode::InvalidArgument, url, "the server refuses the key (" + status + ")", ""};
    if (reply.status == 404 || reply.status == 405 || reply.status == 501)
        return std::vector<std::string>();
    if (reply.status != 200)
        return Error{ErrorCode::Io, url, status, ""};
    return readModels(reply.body);
}

} // namespace neuroscribe::llm
