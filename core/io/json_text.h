// JSON as files and standard output carry it: keys in the order in which they were put in.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace neuroscribe::io {

using Json = nlohmann::ordered_json;

/// Undefined is null.
inline Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// One line. Invalid UTF-8 (a file name) is replaced, never an exception.
std::string jsonText(const Json& value);

} // namespace neuroscribe::io
