#include "core/llm/server_reply.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace neuroscribe::llm {
namespace {

using Kind = Meaning::Kind;

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

Meaning failed(Failure failure, std::string detail) {
    Meaning meaning;
    meaning.kind = Kind::Failed;
    meaning.failure = {failure, std::move(detail)};
    return meaning;
}

Meaning again(Failure failure, std::string detail) {
    Meaning meaning = failed(failure, std::move(detail));
    meaning.kind = Kind::Again;
    return meaning;
}

Meaning pointless(const AskedServer& asked, ErrorCode code, std::string why, std::string hint = {}) {
    Meaning meaning;
    meaning.kind = Kind::Pointless;
    meaning.error = {code, asked.baseUrl, std::move(why), std::move(hint)};
    return meaning;
}

Meaning redo(const Dialect& dialect) {
    Meaning meaning;
    meaning.kind = Kind::Redo;
    meaning.dialect = dialect;
    return meaning;
}

/// "HTTP 500: the server's words"
std::string statusText(const AskedServer& asked, const HttpReply& reply, const Complaint& complaint) {
    std::string text = "HTTP " + std::to_string(reply.status);
    if (!complaint.message.empty())
        text += ": " + sanitized(complaint.message, asked.key);
    return text;
}

Meaning problemMeaning(const AskedServer& asked, const HttpReply& reply) {
    const std::string detail = sanitized(reply.detail, asked.key);
    switch (reply.problem) {
    case HttpProblem::TimedOut:
        return again(Failure::TimedOut, detail);
    case HttpProblem::TooLarge:
        return failed(Failure::Server, detail);
    default:
        return again(Failure::Network, detail);
    }
}

Meaning answerMeaning(const AskedServer& asked, const HttpReply& reply) {
    Meaning meaning;
    meaning.failure = readAnswer(asked.dialect.api, reply.body, meaning.answer);
    meaning.kind = meaning.failure.failure == Failure::None ? Kind::Answered : Kind::Failed;
    meaning.answer.text = withoutKey(std::move(meaning.answer.text), asked.key);
    return meaning;
}

bool isUnknownModel(const Complaint& complaint) {
    const std::string code = lowered(complaint.code);
    const std::string message = lowered(complaint.message);
    return code == "model_not_found" ||
           (mentions(message, {"model"}) &&
            mentions(message, {"not found", "does not exist", "no such model", "not a valid model"}));
}

bool isNoChatModel(const Complaint& complaint) {
    return mentions(lowered(complaint.message), {"not a chat model", "chat template", "chat_template"});
}

Meaning unknownModel(const AskedServer& asked, const std::string& text) {
    return pointless(asked, ErrorCode::NotFound, "the server has no model " + asked.model + " (" + text + ")");
}

/// 404 and its like: no such address or no such model.
Meaning missingMeaning(const AskedServer& asked, const Complaint& complaint, const std::string& text) {
    if (isUnknownModel(complaint))
        return unknownModel(asked, text);
    if (asked.hasAnswered)
        return failed(Failure::Server, text);
    if (asked.detectApi && asked.dialect.api == ServerApi::Chat) {
        Dialect other = asked.dialect;
        other.api = ServerApi::Completions;
        return redo(other);
    }
    return pointless(asked, ErrorCode::NotFound,
                     "no " + requestPath(asked.dialect.api).substr(1) + " at this address (" + text + ")",
                     "Most addresses end in /v1");
}

/// The dialect without what the complaint is about; the same where it is about something else.
Dialect adapted(const AskedServer& asked, const Complaint& complaint) {
    Dialect dialect = asked.dialect;
    const std::string about = lowered(complaint.message + ' ' + complaint.parameter);
    if (mentions(about, {"logprobs"}))
        dialect.logProbabilities = false;
    if (mentions(about, {"max_completion_tokens"}))
        dialect.completionTokens = true;
    if (mentions(about, {"temperature"}))
        dialect.temperature = false;
    if (asked.detectApi && !asked.hasAnswered && isNoChatModel(complaint))
        dialect.api = ServerApi::Completions;
    return dialect;
}

/// 400 and its like: the request is not to the server's liking.
Meaning refusedMeaning(const AskedServer& asked, const Complaint& complaint, const std::string& text) {
    const std::string message = lowered(complaint.message);
    if (complaint.code == "context_length_exceeded" ||
        mentions(message, {"context length", "context size", "context window", "maximum context", "too many tokens"}))
        return failed(Failure::TooLong, text);
    if (const Dialect dialect = adapted(asked, complaint); dialect != asked.dialect)
        return redo(dialect);
    if (!asked.hasAnswered && isUnknownModel(complaint))
        return unknownModel(asked, text);
    return failed(Failure::Refused, text);
}

Meaning overloadMeaning(const AskedServer& asked, const HttpReply& reply, const Complaint& complaint,
                        const std::string& text) {
    if (complaint.code == "insufficient_quota")
        return pointless(asked, ErrorCode::Io, "the account has no quota left (" + text + ")");
    Meaning meaning = again(Failure::Server, text);
    meaning.overloaded = true;
    meaning.retryAfter = reply.retryAfter;
    return meaning;
}

Meaning redirectMeaning(const AskedServer& asked, const HttpReply& reply) {
    return failed(Failure::Server, "HTTP " + std::to_string(reply.status) + ": a redirect is not followed" +
                                       (reply.location.empty() ? "" : ", to " + sanitized(reply.location, asked.key)));
}

} // namespace

Meaning meaningOf(const AskedServer& asked, const HttpReply& reply) {
    if (reply.problem != HttpProblem::None)
        return problemMeaning(asked, reply);
    const int status = reply.status;
    if (status >= 200 && status < 300)
        return answerMeaning(asked, reply);
    if (status >= 300 && status < 400)
        return redirectMeaning(asked, reply);
    const Complaint complaint = readComplaint(reply.body);
    const std::string text = statusText(asked, reply, complaint);
    if (status == 401 || status == 402 || status == 403)
        return pointless(asked, ErrorCode::InvalidArgument, "the server refuses the key (" + text + ")",
                         "The key comes from NEUROSCRIBE_API_KEY, a key file or the keychain");
    const bool asksToWait = status >= 500 && reply.retryAfter;
    if (status == 429 || status == 503 || status == 529 || asksToWait)
        return overloadMeaning(asked, reply, complaint, text);
    if (status == 404 || status == 405 || status == 501)
        return missingMeaning(asked, complaint, text);
    if (status == 413)
        return failed(Failure::TooLong, text);
    if (status == 408 || status >= 500)
        return again(status == 408 ? Failure::TimedOut : Failure::Server, text);
    return refusedMeaning(asked, complaint, text);
}

} // namespace neuroscribe::llm
