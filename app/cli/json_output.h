// The one JSON document on stdout.
#pragma once

#include <optional>

#include <nlohmann/json.hpp>

namespace neuroscribe::cli {

using Json = nlohmann::ordered_json;

/// Undefined is null.
inline Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// Invalid UTF-8 (a file name) is replaced, never an exception.
std::string jsonText(const Json& value);
void printJson(const Json& document);

} // namespace neuroscribe::cli
