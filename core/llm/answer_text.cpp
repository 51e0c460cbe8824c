#include "core/llm/answer_text.h"

#include <algorithm>

#include <utf8proc.h>

#include "core/text/unicode.h"

namespace neuroscribe::llm {
namespace {

constexpr std::string_view kThoughtsBegin = "<think>";
constexpr std::string_view kThoughtsEnd = "</think>";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool isWordCharacter(char32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = text::decodeNext(text, at);
        if (text::isWhitespace(c))
            continue;
        begin = std::min(begin, here);
        end = at;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string_view withoutThoughts(std::string_view answer) {
    const std::string_view rest = trimmed(answer);
    if (!rest.starts_with(kThoughtsBegin))
        return answer;
    const std::size_t end = rest.find(kThoughtsEnd);
    return end == std::string_view::npos ? std::string_view() : rest.substr(end + kThoughtsEnd.size());
}

bool startsWithIgnoringCase(std::string_view text, std::string_view lowerCaseStart) {
    return text.size() >= lowerCaseStart.size() &&
           std::equal(lowerCaseStart.begin(), lowerCaseStart.end(), text.begin(),
                      [](char wanted, char found) { return wanted == lower(found); });
}

} // namespace neuroscribe::llm
