#include "core/llm/item_text.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/llm/answer_text.h"
#include "core/text/unicode.h"

namespace neuroscribe::llm {
namespace {

using View = std::string_view;

constexpr View kBullets[] = {"-", "*", "+", "•", "·", "–", "—", "‣", "◦", "▪", "●", "○", ">"};
/// Around an item without being part of it.
constexpr View kMarkup[] = {"**", "__", "*", "_", "`", "#", "\"", "“", "”", "„", "«", "»", "[", "{", "'", "‘"};
constexpr View kMarkupBehind[] = {"*", "_", "`", "\"", "“", "”", "«", "»", "]", "}", ".", ",", ";", ":", "!", "?", "…"};
constexpr View kLabelWords[] = {"topic", "concept", "descriptor", "keyword", "theme", "aspect", "answer"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

std::size_t leadingSpace(View text) {
    return std::min(text.find_first_not_of(" \t"), text.size());
}

/// "12." "3)" "(4)" "[5]" "a)" at the beginning of text; 0 without one. White space or the end has to follow.
std::size_t numberLength(View text) {
    std::size_t at = text.starts_with('(') || text.starts_with('[') ? 1 : 0;
    const std::size_t first = at;
    while (at < text.size() && at < first + 3 && isDigit(text[at]))
        ++at;
    if (at == first && at < text.size() && isLetter(text[at]))
        ++at;
    if (at == first || at == text.size())
        return 0;
    const bool closes = View(".):]").find(text[at]) != View::npos && !(isLetter(text[first]) && text[at] == ':');
    if (!closes || (at + 1 < text.size() && !isSpace(text[at + 1])))
        return 0;
    return at + 1;
}

View withoutAny(View text, std::span<const View> wanted, bool fromEnd) {
    for (const View one : wanted)
        if (fromEnd ? text.ends_with(one) : text.starts_with(one))
            return fromEnd ? text.substr(0, text.size() - one.size()) : text.substr(one.size());
    return text;
}

/// "Topic 2: Fit" is "Fit".
View withoutLabel(View item) {
    const std::size_t colon = item.find(':');
    if (colon == View::npos || findLabelWord(item.substr(0, colon)) != 0 || wordCount(item.substr(0, colon)) > 2)
        return item;
    return item.substr(colon + 1);
}

View withoutConjunction(View item) {
    for (const View word : {View("and "), View("or "), View("& ")})
        if (startsWithIgnoringCase(item, word))
            return item.substr(word.size());
    return item;
}

/// A parenthesis without its partner, and one around the whole.
View withoutParentheses(View item) {
    const auto open = std::count(item.begin(), item.end(), '(');
    const auto close = std::count(item.begin(), item.end(), ')');
    if (item.starts_with('(') && (open > close || (open == 1 && item.ends_with(')'))))
        item.remove_prefix(1);
    else if (item.ends_with(')') && close > open)
        item.remove_suffix(1);
    return item;
}

/// A closing quote or bracket goes; inches stay (12").
View withoutEnd(View item) {
    const bool inches = item.size() > 1 && item.back() == '"' && isDigit(item[item.size() - 2]);
    return inches ? item : withoutAny(item, kMarkupBehind, true);
}

/// "Comfort. The review says" is "Comfort"; "St. Louis" stays.
View firstSentence(View item) {
    const std::size_t stop = item.find(". ");
    if (stop == View::npos || stop < 4 || !std::all_of(&item[stop - 4], &item[stop], isLetter))
        return item;
    return item.substr(0, stop);
}

View cleanedOnce(View item) {
    item = trimmed(item);
    item.remove_prefix(markerLength(item));
    const bool quoted = item.starts_with('\'') || item.starts_with("‘");
    item = withoutAny(item, kMarkup, false);
    if (quoted)
        item = withoutAny(item, std::array<View, 2>{"'", "’"}, true);
    return withoutParentheses(withoutEnd(firstSentence(withoutConjunction(withoutLabel(item)))));
}

} // namespace

std::size_t wordCount(View text) {
    std::size_t words = 0;
    bool inWord = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decodeNext(text, at);
        if (text::isWhitespace(c)) {
            inWord = false;
        } else if (!inWord && isWordCharacter(c)) {
            inWord = true;
            ++words;
        }
    }
    return words;
}

std::size_t markerLength(View line) {
    const std::size_t begin = leadingSpace(line);
    const View rest = line.substr(begin);
    std::size_t length = numberLength(rest);
    for (const View bullet : kBullets)
        if (length == 0 && rest.starts_with(bullet) && (rest.size() == bullet.size() || isSpace(rest[bullet.size()])))
            length = bullet.size();
    if (length == 0)
        return 0;
    return begin + length + leadingSpace(rest.substr(length));
}

std::size_t findLabelWord(View text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && isLetter(text[at - 1]))
            continue;
        for (const View word : kLabelWords)
            if (startsWithIgnoringCase(text.substr(at), word))
                return at;
    }
    return View::npos;
}

View withoutExplanation(View item) {
    constexpr std::size_t kFewWords = 5;
    constexpr std::size_t kExplains = 3;
    for (const View dash : {View(": "), View(":** "), View(" - "), View(" – "), View(" — ")}) {
        const std::size_t at = item.find(dash);
        if (at == View::npos)
            continue;
        const View head = item.substr(0, at);
        const std::size_t words = wordCount(head.substr(markerLength(head)));
        if (words > 0 && words <= kFewWords && wordCount(item.substr(at)) >= kExplains)
            return head;
    }
    return item;
}

View cleanedItem(View item) {
    for (;;) {
        const View cleaned = cleanedOnce(item);
        if (cleaned == item)
            return item;
        item = cleaned;
    }
}

} // namespace neuroscribe::llm
