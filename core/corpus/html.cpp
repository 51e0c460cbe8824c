#include "core/corpus/html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/corpus/html_entities.h"
#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::array<std::string_view, 38> kElements = {
    "a",     "abbr", "b",      "big",    "blockquote", "br",  "center", "code", "div", "em", "font", "h1", "h2",
    "h3",    "h4",   "h5",     "h6",     "hr",         "i",   "img",    "li",   "ol",  "p",  "pre",  "q",  "s",
    "small", "span", "strike", "strong", "sub",        "sup", "table",  "td",   "th",  "tr", "u",    "ul"};
static_assert(std::is_sorted(kElements.begin(), kElements.end()));

constexpr std::size_t kLongestTag = 2000;
constexpr std::size_t kLongestEntity = 10;

bool isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// Length of the tag that `text` (which begins with '<') begins with; 0: none.
std::size_t tagLength(std::string_view text) {
    std::size_t end = text.size() > 1 && text[1] == '/' ? 2 : 1;
    const std::size_t name = end;
    while (end < text.size() && end < name + 12 && isAsciiLetterOrDigit(text[end]))
        ++end;
    if (!std::binary_search(kElements.begin(), kElements.end(), lowerAscii(text.substr(name, end - name))))
        return 0;
    if (end == text.size() || (text[end] != '>' && text[end] != '/' && text[end] != ' '))
        return 0;
    const std::size_t close = text.substr(0, kLongestTag).find_first_of("<>", end);
    return close == std::string_view::npos || text[close] == '<' ? 0 : close + 1;
}

/// Browsers read the numbers 128 to 159 as Windows-1252, and so do those who wrote them.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::optional<char32_t> numericEntity(std::string_view digits) {
    const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hex)
        digits.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
    if (failure != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000))
        return std::nullopt;
    return number >= 128 && number < 160 ? kWindows1252[number - 128] : number;
}

std::optional<char32_t> entity(std::string_view name) {
    if (name.starts_with('#'))
        return numericEntity(name.substr(1));
    const auto found =
        std::lower_bound(kEntities.begin(), kEntities.end(), name,
                         [](const Entity& known, std::string_view wanted) { return known.name < wanted; });
    if (found == kEntities.end() || found->name != name)
        return std::nullopt;
    return found->codePoint;
}

} // namespace

std::string stripTags(std::string_view text) {
    std::string stripped;
    stripped.reserve(text.size());
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('<'), text.size());
        stripped += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty())
            break;
        const std::size_t length = tagLength(text);
        stripped += length ? ' ' : '<';
        text.remove_prefix(length ? length : 1);
    }
    return stripped;
}

std::string decodeEntities(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('&'), text.size());
        decoded += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty())
            break;
        const std::size_t end = text.substr(0, kLongestEntity + 2).find(';');
        const auto codePoint = end == std::string_view::npos ? std::nullopt : entity(text.substr(1, end - 1));
        if (codePoint)
            appendUtf8(decoded, *codePoint);
        else
            decoded += '&';
        text.remove_prefix(codePoint ? end + 1 : 1);
    }
    return decoded;
}

} // namespace neuroscribe::corpus
