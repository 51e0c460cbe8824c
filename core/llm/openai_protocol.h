// The OpenAI-compatible protocol: what is asked, and what a reply means. Pure; the replies come from outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/llm/engine_spec.h"
#include "core/llm/language_model.h"

namespace neuroscribe::llm {

/// What a server understands; found out from its complaints.
struct Dialect {
    ServerApi api = ServerApi::Chat; ///< never Detect
    bool logProbabilities = true;
    bool temperature = true;
    bool completionTokens = false; ///< max_completion_tokens instead of max_tokens
    bool operator==(const Dialect&) const = default;
};

struct ServerQuestion {
    std::string model;
    std::string prompt;
    std::uint32_t maxTokens = 0;
    bool yesNo = false; ///< log-probabilities are wanted
};

std::string requestPath(ServerApi api); ///< "/chat/completions"
std::string requestBody(const Dialect& dialect, const ServerQuestion& question);

/// Of the word that answers: from the most likely tokens that the server lists.
struct YesNoMargin {
    /// logsumexp of the listed spellings of Yes minus that of No; where one of the words is not listed, the least
    /// likely token listed stands for it, which makes the margin smaller than it is.
    float margin = 0;
    float mass = 0; ///< probability of the listed spellings, in 0 .. 1
};

struct ServerAnswer {
    std::string text;
    bool cutOff = false;
    std::optional<YesNoMargin> margin; ///< where log-probabilities came and the answer is Yes or No
};

/// Of a reply with status 200. The failure says what a prompt gets: Server for what is not the protocol, Refused for a
/// filtered answer.
struct AnswerFailure {
    Failure failure = Failure::None;
    std::string detail;
};
AnswerFailure readAnswer(ServerApi api, std::string_view body, ServerAnswer& answer);

/// The error object of other statuses; empty strings where there is none.
struct Complaint {
    std::string message;
    std::string code; ///< or the type
    std::string parameter;
};
Complaint readComplaint(std::string_view body);

/// The ids of GET /models. Errors: Parse.
Result<std::vector<std::string>> readModels(std::string_view body);

/// Text from a server for a message: one line, at most about 200 characters, without control characters and key.
std::string sanitized(std::string_view text, std::string_view key);
/// `text` with every occurrence of the key taken out; keys shorter than 8 characters are no secret.
std::string withoutKey(std::string text, std::string_view key);

} // namespace neuroscribe::llm
