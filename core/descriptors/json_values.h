// JSON from outside, value by value. Private to core/descriptors. Errors: Parse; `where` names the key.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

Error badJson(const std::string& where, const std::string& why);
Result<std::uint32_t> numberIn(const nlohmann::json& value, const std::string& where,
                               std::uint32_t largest = std::numeric_limits<std::uint32_t>::max());
Result<std::string> textIn(const nlohmann::json& value, const std::string& where);
Result<std::vector<std::string>> textsIn(const nlohmann::json& value, const std::string& where);
Result<bool> flagIn(const nlohmann::json& value, const std::string& where);
/// The value is an object with no keys but these.
Status checkKeys(const nlohmann::json& value, const std::string& where, std::initializer_list<std::string_view> known);

const char* sourceName(NameSource source); ///< "suggested", "automatic", "person"
Result<NameSource> sourceIn(const nlohmann::json& value, const std::string& where);

} // namespace neuroscribe::descriptors
