#include "core/llm/answer_list.h"

#include <algorithm>
#include <span>
#include <string>

#include "core/llm/answer_text.h"
#include "core/llm/item_text.h"

namespace neuroscribe::llm {
namespace {

using View = std::string_view;

constexpr View kSeparators[] = {",", ";", "|", "\n", "\r", "[", "]", "•", "·", "，", "、", "；"};
/// Items written one behind the other ("- Size - Fit", "Size. Fit.") are told from explanations by their length.
constexpr std::size_t kShortWords = 3;
constexpr std::size_t kLabelWithin = 60;    ///< bytes of a line before its label
constexpr std::size_t kLongestQuoted = 200; ///< bytes
constexpr int kHighestNumber = 50;          ///< of items numbered on one line

View matchOf(View text, std::span<const View> wanted) {
    for (const View one : wanted)
        if (text.starts_with(one))
            return one;
    return {};
}

bool hasWord(View text) {
    return wordCount(text) > 0;
}

std::vector<View> linesOf(View text) {
    std::vector<View> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Where the list begins behind "The salient topics are", "Expected Concepts:", "{"topics":"; 0 without such a label.
std::size_t behindLabel(View line) {
    const std::size_t word = findLabelWord(line.substr(0, kLabelWithin));
    if (word == View::npos)
        return 0;
    const std::size_t colon = line.find_first_of(":,[", word);
    if (colon != View::npos && line[colon] == ':')
        return colon + 1;
    for (const View verb : {View(" are "), View(" include ")})
        if (const std::size_t at = line.find(verb, word); at != View::npos)
            return at + verb.size();
    return 0;
}

View behindFirstLabel(View text) {
    for (const View line : linesOf(text))
        if (const std::size_t begin = behindLabel(line))
            return text.substr(static_cast<std::size_t>(line.data() - text.data()) + begin);
    return text;
}

/// A base model goes on with the next example.
View withoutNextExample(View text, bool& ended) {
    constexpr View kNext = "Sentence:";
    for (std::size_t at = text.find(kNext, 1); at != View::npos; at = text.find(kNext, at + 1))
        if ((text[at - 1] == ' ' || text[at - 1] == '\n') && hasWord(text.substr(0, at))) {
            ended = true;
            return text.substr(0, at);
        }
    return text;
}

/// End of a quoted item that begins at `begin` with a double quote: the quote before a separator or the text's end;
/// `begin` when there is none nearby.
std::size_t endOfQuoted(View text, std::size_t begin) {
    text = text.substr(0, begin + kLongestQuoted);
    for (std::size_t at = text.find('"', begin + 1); at != View::npos; at = text.find('"', at + 1)) {
        const std::size_t next = text.find_first_not_of(' ', at + 1);
        if (next == View::npos || !matchOf(text.substr(next), kSeparators).empty())
            return at + 1;
    }
    return begin;
}

bool isThousands(View text, std::size_t comma) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    return comma > 0 && text[comma] == ',' && digit(comma - 1) && digit(comma + 1);
}

void splitAtSeparators(View text, std::vector<View>& items) {
    std::size_t begin = 0;
    bool blank = true; // nothing but spaces since begin
    for (std::size_t at = 0; at < text.size();) {
        const View separator = matchOf(text.substr(at), kSeparators);
        if (!separator.empty() && !isThousands(text, at)) {
            items.push_back(text.substr(begin, at - begin));
            begin = at += separator.size();
            blank = true;
            continue;
        }
        at = blank && text[at] == '"' ? std::max(endOfQuoted(text, at), at + 1) : at + 1;
        blank = blank && text[at - 1] == ' ';
    }
    items.push_back(text.substr(begin));
}

/// Length of the bracketed lists at the beginning of `text`, up to the last bracket that closes; npos: it stays open.
std::size_t endOfBrackets(View text) {
    int depth = 0;
    std::size_t end = View::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '[') {
            ++depth;
        } else if (text[at] == ']' && --depth == 0) {
            end = at + 1;
            const std::size_t next = text.find_first_not_of(" \t\r\n,;.", end);
            if (next == View::npos || text[next] != '[')
                return end;
        }
    }
    return depth > 0 ? View::npos : end;
}

/// The bracketed lists of the answer, if it is made of them: nothing but a remark without a list before.
View bracketed(View text) {
    const std::size_t open = text.find('[');
    if (open == View::npos)
        return {};
    const View content = text.substr(open + 1, text.find(']', open) - open - 1);
    const View before = text.substr(0, open);
    const bool isNumber = content.find_first_not_of("0123456789") == View::npos;
    const bool isRemark = before.find_first_of(",;\n") == View::npos && content.find(',') != View::npos;
    return !isNumber && (!hasWord(before) || isRemark) ? text.substr(open) : View();
}

/// "1. Size 2. Fit 3. Price" on one line.
std::vector<View> splitAtNumbers(View line) {
    std::vector<View> parts;
    std::size_t begin = 0;
    for (int number = 2; number <= kHighestNumber; ++number) {
        const std::string digits = " " + std::to_string(number);
        const std::size_t at = std::min(line.find(digits + ". ", begin), line.find(digits + ") ", begin));
        if (at == View::npos)
            break;
        parts.push_back(line.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.push_back(line.substr(begin));
    return parts;
}

/// Parts between `separator` if all of them are short, else the whole.
std::vector<View> splitShort(View line, View separator) {
    std::vector<View> parts;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(separator, at), line.size());
        parts.push_back(line.substr(at, end - at));
        at = end + separator.size();
    }
    const bool allShort =
        std::all_of(parts.begin(), parts.end(), [](View part) { return wordCount(part) <= kShortWords; });
    return allShort ? parts : std::vector<View>{line};
}

void splitMarkedLine(View line, std::vector<View>& items) {
    for (const View numbered : splitAtNumbers(line))
        for (const View part : splitShort(numbered.substr(markerLength(numbered)), " - "))
            splitAtSeparators(withoutExplanation(part), items);
}

void splitPlainLine(View line, std::vector<View>& items) {
    for (const View part : splitShort(line, ". "))
        splitAtSeparators(part, items);
}

/// Lines that are marked, if any is; what follows the last of them is no part of the list.
std::vector<View> splitLines(View text, bool& ended) {
    const std::vector<View> lines = linesOf(text);
    const bool anyMarked = std::any_of(lines.begin(), lines.end(), [](View line) { return markerLength(line) > 0; });
    std::vector<View> items;
    for (const View raw : lines) {
        const View line = trimmed(raw);
        if (line.empty() || line.starts_with("```") || (!anyMarked && line.ends_with(':')))
            continue;
        const bool marked = markerLength(line) > 0;
        ended = ended || (anyMarked && !marked && !items.empty());
        if (marked)
            splitMarkedLine(line, items);
        else if (!anyMarked)
            splitPlainLine(line, items);
    }
    return items;
}

} // namespace

std::vector<View> splitAnswer(View answer, bool cutOff) {
    bool ended = false;
    const View text = behindFirstLabel(withoutNextExample(answer, ended));
    std::vector<View> items;
    if (const View brackets = bracketed(text); !brackets.empty()) {
        const std::size_t end = endOfBrackets(brackets);
        splitAtSeparators(brackets.substr(0, end), items);
        ended = end != View::npos;
        cutOff = !ended;
    } else {
        items = splitLines(text, ended);
    }
    if (cutOff && !ended && !items.empty())
        items.pop_back();
    return items;
}

} // namespace neuroscribe::llm
