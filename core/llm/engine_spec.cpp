#include "core/llm/engine_spec.h"

#include <algorithm>
#include <string_view>

namespace neuroscribe::llm {
namespace {

constexpr std::string_view kServerPrefix = "openai:";

Error invalid(const std::string& why) {
    return {ErrorCode::InvalidArgument, "engine", why, "A server is given as openai:BASE_URL#MODEL"};
}

bool takeEnd(std::string& url, std::string_view end) {
    if (!url.ends_with(end))
        return false;
    url.resize(url.size() - end.size());
    return true;
}

Status checkUrl(std::string_view url) {
    std::size_t host = 0;
    for (const std::string_view scheme : {"http://", "https://"})
        if (url.starts_with(scheme))
            host = scheme.size();
    if (host == 0)
        return invalid("the address begins neither with http:// nor with https://");
    const std::string_view authority = url.substr(host, url.find('/', host) - host);
    if (authority.find('@') != std::string_view::npos || url.find('?') != std::string_view::npos)
        return invalid("the address holds a user name, a password or a query; a key is never part of it");
    if (authority.empty() || authority.front() == ':')
        return invalid("the address names no server");
    const auto isOdd = [](unsigned char c) { return c <= ' ' || c == 0x7F || c == '\\' || c == '"'; };
    if (std::any_of(url.begin(), url.end(), isOdd))
        return invalid("the address holds a character that no address has");
    return {};
}

Result<EngineSpec> parseServer(EngineSpec spec) {
    const std::string rest = spec.text.substr(kServerPrefix.size());
    const std::size_t hash = rest.find('#');
    if (hash == std::string::npos || hash + 1 == rest.size())
        return invalid("it names no model");
    spec.kind = EngineKind::Server;
    spec.baseUrl = rest.substr(0, hash);
    spec.model = rest.substr(hash + 1);
    NS_TRY(checkUrl(spec.baseUrl));
    while (takeEnd(spec.baseUrl, "/")) {
    }
    if (takeEnd(spec.baseUrl, "/chat/completions"))
        spec.api = ServerApi::Chat;
    else if (takeEnd(spec.baseUrl, "/completions"))
        spec.api = ServerApi::Completions;
    return spec;
}

} // namespace

Result<EngineSpec> parseEngineSpec(const std::string& text) {
    EngineSpec spec;
    spec.text = text;
    if (text.empty())
        return invalid("no engine is named");
    if (text == "lexical")
        return spec;
    if (text.starts_with(kServerPrefix))
        return parseServer(std::move(spec));
    spec.kind = EngineKind::Folder;
    spec.folder = text;
    return spec;
}

} // namespace neuroscribe::llm
