#include "core/nn/config_values.h"

#include <nlohmann/json.hpp>

namespace neuroscribe::nn {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxTokens = 100;

/// A value as an error quotes it. Lists and objects may be nested deeply: dump() would recurse as deep.
std::string quoted(const json& value) {
    return value.is_structured() ? value.type_name()
                                 : value.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 40);
}

} // namespace

const json* ConfigValues::find(const char* key) const {
    const auto found = m_config.find(key);
    return found == m_config.end() || found->is_null() ? nullptr : &*found;
}

Error ConfigValues::bad(const char* key, const std::string& why) const {
    return {ErrorCode::BadConfig, m_where + ": " + key, why, ""};
}

Result<std::uint32_t> ConfigValues::size(const char* key, SizeRange range,
                                         std::optional<std::uint32_t> fallback) const {
    const json* value = find(key);
    if (!value && fallback)
        return *fallback;
    if (!value)
        return bad(key, "the key is missing");
    const std::int64_t number = value->is_number_integer() ? value->get<std::int64_t>() : -1;
    if (number < range.least || number > range.most)
        return bad(key, "the value " + quoted(*value) + " is not a whole number from " + std::to_string(range.least) +
                            " to " + std::to_string(range.most));
    return static_cast<std::uint32_t>(number);
}

Result<bool> ConfigValues::flag(const char* key, bool fallback) const {
    const json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_boolean())
        return bad(key, "the value " + quoted(*value) + " is neither true nor false");
    return value->get<bool>();
}

Result<float> ConfigValues::epsilon(const char* key, float fallback) const {
    const json* value = find(key);
    if (!value)
        return fallback;
    const double number = value->is_number() ? value->get<double>() : 0;
    if (!(number > 0) || number > 1)
        return bad(key, "the value " + quoted(*value) + " is not a number above 0 and up to 1");
    return static_cast<float>(number);
}

Result<float> ConfigValues::number(const char* key, float least, float most, float fallback) const {
    const json* value = find(key);
    if (!value)
        return fallback;
    const double number = value->is_number() ? value->get<double>() : std::nan("");
    if (!(number >= least && number <= most))
        return bad(key, "the value " + quoted(*value) + " is not a number from " + std::to_string(least) + " to " +
                            std::to_string(most));
    return static_cast<float>(number);
}

Result<std::string> ConfigValues::word(const char* key, const std::string& fallback) const {
    const json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_string())
        return bad(key, "the value " + quoted(*value) + " is not a text");
    return value->get<std::string>();
}

Result<std::vector<std::int32_t>> ConfigValues::tokens(const char* key, std::uint32_t vocabulary,
                                                       std::int32_t fallback) const {
    const json* value = find(key);
    const json list = !value ? json{fallback} : value->is_array() ? *value : json{*value};
    if (list.empty() || list.size() > kMaxTokens)
        return bad(key, "the list holds no token or more than 100");
    std::vector<std::int32_t> ids;
    for (const json& item : list) {
        const std::int64_t id = item.is_number_integer() ? item.get<std::int64_t>() : -1;
        if (id < 0 || id >= vocabulary)
            return bad(key, "the value " + quoted(item) + " is not a token of the vocabulary");
        ids.push_back(static_cast<std::int32_t>(id));
    }
    return ids;
}

} // namespace neuroscribe::nn
