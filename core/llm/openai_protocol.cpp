#include "core/llm/openai_protocol.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/llm/yes_no_parser.h"
#include "core/text/unicode.h"

namespace neuroscribe::llm {
namespace {

using Json = nlohmann::json;

constexpr int kListedInChat = 20; ///< the protocol's limits
constexpr int kListedInCompletions = 5;
constexpr std::size_t kDetailCharacters = 200;
constexpr std::size_t kShortestKey = 8;

/// A member of an object; null for everything else.
const Json& member(const Json& object, const char* name) {
    static const Json kNull;
    if (!object.is_object())
        return kNull;
    const auto found = object.find(name);
    return found == object.end() ? kNull : *found;
}

const Json& first(const Json& list) {
    static const Json kNull;
    return list.is_array() && !list.empty() ? list.front() : kNull;
}

std::string stringOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// Log-probabilities of one place of an answer.
struct Place {
    std::string token;
    std::vector<std::pair<std::string, double>> listed;

    void add(const std::string& spelling, const Json& logProbability) {
        if (!logProbability.is_number())
            return;
        const double value = logProbability.get<double>();
        const bool known =
            std::any_of(listed.begin(), listed.end(), [&](const auto& one) { return one.first == spelling; });
        if (std::isfinite(value) && value <= 1e-3 && !known)
            listed.emplace_back(spelling, value);
    }
};

std::vector<Place> placesOfChat(const Json& choice) {
    std::vector<Place> places;
    const Json& content = member(member(choice, "logprobs"), "content");
    if (!content.is_array())
        return places;
    for (const Json& token : content) {
        Place& place = places.emplace_back();
        place.token = stringOf(member(token, "token"));
        place.add(place.token, member(token, "logprob"));
        const Json& top = member(token, "top_logprobs");
        if (top.is_array())
            for (const Json& other : top)
                place.add(stringOf(member(other, "token")), member(other, "logprob"));
    }
    return places;
}

std::vector<Place> placesOfCompletion(const Json& choice) {
    std::vector<Place> places;
    const Json& lists = member(choice, "logprobs");
    const Json& tokens = member(lists, "tokens");
    const Json& own = member(lists, "token_logprobs");
    const Json& top = member(lists, "top_logprobs");
    if (!tokens.is_array())
        return places;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Place& place = places.emplace_back();
        place.token = stringOf(tokens[i]);
        if (own.is_array() && i < own.size())
            place.add(place.token, own[i]);
        if (top.is_array() && i < top.size() && top[i].is_object())
            for (const auto& [spelling, value] : top[i].items())
                place.add(spelling, value);
    }
    return places;
}

std::optional<double> logSumOf(const Place& place, Verdict word) {
    double sum = 0;
    for (const auto& [spelling, value] : place.listed)
        if (yesNoWord(spelling) == word)
            sum += std::exp(value);
    return sum > 0 ? std::optional(std::log(sum)) : std::nullopt;
}

std::optional<YesNoMargin> marginOf(const std::vector<Place>& places) {
    const auto answer = std::find_if(places.begin(), places.end(),
                                     [](const Place& place) { return yesNoWord(place.token) != Verdict::Unanswered; });
    if (answer == places.end() || answer->listed.size() < 2)
        return std::nullopt;
    double least = 0;
    for (const auto& one : answer->listed)
        least = std::min(least, one.second);
    const auto yes = logSumOf(*answer, Verdict::Yes);
    const auto no = logSumOf(*answer, Verdict::No);
    if (!yes && !no)
        return std::nullopt;
    const double mass = (yes ? std::exp(*yes) : 0) + (no ? std::exp(*no) : 0);
    return YesNoMargin{static_cast<float>(yes.value_or(least) - no.value_or(least)),
                       static_cast<float>(std::min(mass, 1.0))};
}

AnswerFailure serverFailure(const char* detail) {
    return {Failure::Server, detail};
}

} // namespace

std::string requestPath(ServerApi api) {
    return api == ServerApi::Completions ? "/completions" : "/chat/completions";
}

std::string requestBody(const Dialect& dialect, const ServerQuestion& question) {
    Json body{{"model", question.model}};
    const bool chat = dialect.api == ServerApi::Chat;
    if (chat)
        body["messages"] = Json::array({{{"role", "user"}, {"content", question.prompt}}});
    else
        body["prompt"] = question.prompt;
    body[dialect.completionTokens ? "max_completion_tokens" : "max_tokens"] = question.maxTokens;
    if (dialect.temperature)
        body["temperature"] = 0;
    if (question.yesNo && dialect.logProbabilities && chat) {
        body["logprobs"] = true;
        body["top_logprobs"] = kListedInChat;
    } else if (question.yesNo && dialect.logProbabilities) {
        body["logprobs"] = kListedInCompletions;
    }
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

AnswerFailure readAnswer(ServerApi api, std::string_view body, ServerAnswer& answer) {
    const Json reply = Json::parse(body, nullptr, false);
    if (reply.is_discarded())
        return serverFailure(body.find("<html") != std::string_view::npos ? "an HTML page instead of an answer"
                                                                          : "the reply is no JSON");
    const Json& choice = first(member(reply, "choices"));
    if (choice.is_null())
        return serverFailure("the reply holds no choices");
    const std::string ending = stringOf(member(choice, "finish_reason"));
    if (ending == "content_filter" || member(member(choice, "message"), "refusal").is_string())
        return {Failure::Refused, "the server filtered the answer"};
    const bool chat = api == ServerApi::Chat;
    const Json& text = chat ? member(member(choice, "message"), "content") : member(choice, "text");
    if (!text.is_string())
        return serverFailure("the reply holds no text");
    answer.text = text.get<std::string>();
    answer.cutOff = ending == "length";
    answer.margin = marginOf(chat ? placesOfChat(choice) : placesOfCompletion(choice));
    return {};
}

Complaint readComplaint(std::string_view body) {
    const Json reply = Json::parse(body, nullptr, false);
    const Json& error = member(reply, "error");
    if (error.is_string())
        return {error.get<std::string>(), {}, {}};
    const Json& from = error.is_object() ? error : reply;
    Complaint complaint{stringOf(member(from, "message")), stringOf(member(from, "code")),
                        stringOf(member(from, "param"))};
    if (complaint.code.empty())
        complaint.code = stringOf(member(from, "type"));
    if (complaint.message.empty())
        complaint.message = stringOf(member(from, "detail"));
    return complaint;
}

Result<std::vector<std::string>> readModels(std::string_view body) {
    const Json reply = Json::parse(body, nullptr, false);
    const Json& data = member(reply, "data");
    if (!data.is_array())
        return Error{ErrorCode::Parse, "models", "the reply is no list of models",
                     "Is it the address of an OpenAI-compatible server? Most end in /v1"};
    std::vector<std::string> models;
    for (const Json& model : data)
        if (std::string id = stringOf(member(model, "id")); !id.empty())
            models.push_back(std::move(id));
    return models;
}

std::string withoutKey(std::string text, std::string_view key) {
    if (key.size() < kShortestKey || text.find(key) == std::string::npos)
        return text;
    std::string clean;
    std::size_t begin = 0;
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, begin)) {
        clean.append(text, begin, at - begin).append("[key]");
        begin = at + key.size();
    }
    return clean.append(text, begin);
}

std::string sanitized(std::string_view text, std::string_view key) {
    std::string line;
    std::size_t characters = 0;
    const std::string clean = withoutKey(std::string(text), key);
    for (std::size_t at = 0; at < clean.size() && characters < kDetailCharacters; ++characters) {
        const char32_t c = text::decodeNext(clean, at);
        text::appendUtf8(line, text::isControl(c) || text::isWhitespace(c) ? U' ' : c);
    }
    return line;
}

} // namespace neuroscribe::llm
