#include "core/descriptors/json_values.h"

#include <algorithm>
#include <array>

namespace neuroscribe::descriptors {
namespace {

constexpr std::array<const char*, 3> kSources{"suggested", "automatic", "person"};

} // namespace

Error badJson(const std::string& where, const std::string& why) {
    return {ErrorCode::Parse, where, why, ""};
}

Result<std::uint32_t> numberIn(const nlohmann::json& value, const std::string& where, std::uint32_t largest) {
    if (!value.is_number_unsigned())
        return badJson(where, "a whole number is expected");
    const auto number = value.get<std::uint64_t>();
    if (number > largest)
        return badJson(where, "the number is too large");
    return static_cast<std::uint32_t>(number);
}

Result<std::string> textIn(const nlohmann::json& value, const std::string& where) {
    if (!value.is_string())
        return badJson(where, "a text is expected");
    return value.get<std::string>();
}

Result<std::vector<std::string>> textsIn(const nlohmann::json& value, const std::string& where) {
    if (!value.is_array())
        return badJson(where, "a list of texts is expected");
    std::vector<std::string> texts;
    for (const nlohmann::json& element : value) {
        NS_ASSIGN(auto text, textIn(element, where + "[" + std::to_string(texts.size()) + "]"));
        texts.push_back(std::move(text));
    }
    return texts;
}

Result<bool> flagIn(const nlohmann::json& value, const std::string& where) {
    if (!value.is_boolean())
        return badJson(where, "true or false is expected");
    return value.get<bool>();
}

Status checkKeys(const nlohmann::json& value, const std::string& where, std::initializer_list<std::string_view> known) {
    if (!value.is_object())
        return badJson(where, "an object is expected");
    for (const auto& [key, ignored] : value.items())
        if (std::ranges::find(known, key) == known.end())
            return badJson(where, "there is a key that is not known: " + key.substr(0, 40));
    return {};
}

const char* sourceName(NameSource source) {
    return kSources[static_cast<std::size_t>(source)];
}

Result<NameSource> sourceIn(const nlohmann::json& value, const std::string& where) {
    NS_ASSIGN(const std::string name, textIn(value, where));
    const auto found = std::ranges::find(kSources, name);
    if (found == kSources.end())
        return badJson(where, "a source is suggested, automatic or person");
    return static_cast<NameSource>(found - kSources.begin());
}

} // namespace neuroscribe::descriptors
