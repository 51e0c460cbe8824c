#include "app/cli/text_input.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>

#include <nlohmann/json.hpp>

namespace neuroscribe::cli {
namespace {

using nlohmann::json;

std::vector<std::string> split(const std::string& content, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < content.size()) {
        std::size_t end = content.find(separator, begin);
        if (end == std::string::npos)
            end = content.size();
        std::string part = content.substr(begin, end - begin);
        if (separator == '\n' && part.ends_with('\r'))
            part.pop_back();
        parts.push_back(std::move(part));
        begin = end + 1;
    }
    return parts;
}

bool isItem(const json& object, const char* textKey) {
    return object.is_object() && (object.contains(textKey) || object.contains("input_ids"));
}

Result<std::vector<std::int32_t>> readIds(const json& list, const std::string& where) {
    const Error wrong{ErrorCode::Parse, where, "input_ids is not a list of token ids", ""};
    if (!list.is_array() || list.empty())
        return wrong;
    std::vector<std::int32_t> ids;
    for (const json& id : list) {
        if (!id.is_number_unsigned() ||
            id.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max()))
            return wrong;
        ids.push_back(static_cast<std::int32_t>(id.get<std::uint64_t>()));
    }
    return ids;
}

Result<TextItem> readItem(const std::string& line, const char* textKey, const std::string& where) {
    const json object = json::parse(line, nullptr, false);
    if (!isItem(object, textKey))
        return Error{ErrorCode::Parse, where,
                     "a JSON object with " + std::string(textKey) + " or input_ids is expected", ""};
    TextItem item;
    item.where = where;
    if (object.contains("input_ids")) {
        NS_ASSIGN(item.ids, readIds(object["input_ids"], where));
    } else if (object[textKey].is_string()) {
        item.text = object[textKey].get<std::string>();
    } else {
        return Error{ErrorCode::Parse, where, std::string(textKey) + " is not a string", ""};
    }
    return item;
}

Status checkIds(const TextItem& item, const ModelLimits& limits) {
    if (item.ids.size() < 2 || item.ids.size() > limits.maxTokens)
        return Error{ErrorCode::InvalidArgument, item.where,
                     "it has " + std::to_string(item.ids.size()) + " ids, the model takes 2 to " +
                         std::to_string(limits.maxTokens),
                     ""};
    for (const std::int32_t id : item.ids)
        if (limits.vocabulary && static_cast<std::uint32_t>(id) >= limits.vocabulary)
            return Error{ErrorCode::InvalidArgument, item.where,
                         "token id " + std::to_string(id) + " is outside the vocabulary of " +
                             std::to_string(limits.vocabulary),
                         ""};
    return {};
}

Result<std::vector<std::string>> readLines(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorCode::NotFound, file, "the file can't be opened", ""};
    const std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad())
        return Error{ErrorCode::Io, file, "reading failed", ""};
    return split(content, '\n');
}

std::string place(const std::string& file, std::size_t line) {
    return file + ":" + std::to_string(line + 1);
}

/// Empty lines are left out.
Result<std::vector<TextItem>> readJsonLines(const std::vector<std::string>& lines, const char* textKey,
                                            const std::string& file) {
    std::vector<TextItem> items;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        NS_ASSIGN(auto item, readItem(lines[i], textKey, place(file, i)));
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

Result<std::vector<TextItem>> readTextItems(const std::string& file) {
    NS_ASSIGN(const auto lines, readLines(file));
    if (!lines.empty() && isItem(json::parse(lines.front(), nullptr, false), "text"))
        return readJsonLines(lines, "text", file);
    std::vector<TextItem> items;
    for (std::size_t i = 0; i < lines.size(); ++i)
        items.push_back({lines[i], {}, place(file, i)});
    return items;
}

Result<std::vector<TextItem>> readPromptItems(const std::string& file) {
    NS_ASSIGN(const auto lines, readLines(file));
    return readJsonLines(lines, "prompt", file);
}

Result<std::vector<std::string>> readStandardInput(bool nulSeparated) {
    const std::string content{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    if (std::cin.bad())
        return Error{ErrorCode::Io, "standard input", "reading failed", ""};
    return split(content, nulSeparated ? '\0' : '\n');
}

Result<std::vector<std::vector<std::int32_t>>> tokenIds(const std::vector<TextItem>& items,
                                                        const text::Tokenizer* tokenizer, const ModelLimits& limits) {
    std::vector<std::vector<std::int32_t>> sequences;
    sequences.reserve(items.size());
    for (const TextItem& item : items) {
        if (item.ids.empty()) {
            sequences.push_back(tokenizer->encodeForModel(item.text, limits.maxTokens));
            continue;
        }
        NS_TRY(checkIds(item, limits));
        sequences.push_back(item.ids);
    }
    return sequences;
}

} // namespace neuroscribe::cli
