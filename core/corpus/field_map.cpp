#include "core/corpus/field_map.h"

#include <algorithm>
#include <utility>

#include <strings.h>

namespace neuroscribe::corpus {
namespace {

constexpr const char* kTextNames[] = {"text",    "reviewText", "review_text", "review",   "review_body",
                                      "content", "body",       "sentence",    "document", "comment"};
constexpr const char* kCategoryNames[] = {"category"};

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <std::size_t N>
std::string guess(const std::vector<std::string>& names, const char* const (&known)[N]) {
    for (const char* wanted : known)
        for (const std::string& name : names)
            if (::strcasecmp(name.c_str(), wanted) == 0)
                return name;
    return {};
}

std::string list(const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
        text += (i ? ", " : "") + names[i].substr(0, 60);
    return text + (names.size() > kShown ? ", ..." : "");
}

Error missing(const std::string& where, const std::string& why, const std::vector<std::string>& names) {
    return {ErrorCode::InvalidArgument, where, why, "The fields are: " + list(names)};
}

} // namespace

std::vector<std::string> fieldNames(const std::vector<RawRecord>& sample) {
    std::vector<std::string> names;
    for (const RawRecord& record : sample)
        for (const Field& field : record.fields)
            if (!contains(names, field.name) && names.size() < kMaxFields)
                names.push_back(field.name);
    return names;
}

Result<FieldMap> mapFields(std::vector<std::string> names, const ImportOptions& options, const std::string& where) {
    FieldMap map;
    map.names = std::move(names);
    map.text = options.textField;
    map.category = options.categoryField;
    if (map.names.empty())
        return map;
    if (map.text.empty())
        map.text = map.names.size() == 1 ? map.names.front() : guess(map.names, kTextNames);
    if (map.text.empty())
        return missing(where, "which field holds the text can't be guessed", map.names);
    if (map.category.empty())
        map.category = guess(map.names, kCategoryNames);
    std::vector<std::string> wanted = options.labelFields;
    wanted.push_back(map.text);
    if (!map.category.empty())
        wanted.push_back(map.category);
    for (const std::string& name : wanted)
        if (!contains(map.names, name))
            return missing(where, "there is no field \"" + name + "\" in the first records", map.names);
    return map;
}

} // namespace neuroscribe::corpus
