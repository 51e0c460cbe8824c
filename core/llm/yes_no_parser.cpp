#include "core/llm/yes_no_parser.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/llm/answer_text.h"
#include "core/text/unicode.h"

namespace neuroscribe::llm {
namespace {

struct Word {
    std::string gap;  ///< what stands between it and the word before
    std::string text; ///< lower case as far as ASCII goes
};

/// Words of a text, one after the other; apostrophes inside a word belong to it.
class Words {
public:
    explicit Words(std::string_view text) : m_text(text) {}

    std::optional<Word> next() {
        Word word;
        while (m_at < m_text.size()) {
            const std::size_t before = m_at;
            const char32_t c = text::decodeNext(m_text, m_at);
            const bool belongs = isWordCharacter(c) || (!word.text.empty() && (c == U'\'' || c == U'’'));
            if (!belongs && !word.text.empty()) {
                m_at = before;
                break;
            }
            if (!belongs)
                word.gap += m_text.substr(before, m_at - before);
            else
                text::appendUtf8(word.text, c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
        }
        for (const std::string_view quote : {"'", "’"}) // a closing one
            if (word.text.ends_with(quote))
                word.text.resize(word.text.size() - quote.size());
        m_gap = word.gap;
        return word.text.empty() ? std::nullopt : std::optional(std::move(word));
    }
    const std::string& lastGap() const { return m_gap; } ///< before the last word, or before the end

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_gap;
};

template <std::size_t kSize>
bool isOneOf(const std::string& word, const char* const (&words)[kSize]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool isLabel(const std::string& word) {
    constexpr const char* kLabels[] = {"a", "answer", "final", "the", "is", "my", "response", "output", "assistant"};
    return isOneOf(word, kLabels);
}

/// Behind Yes or No without a stop between: the sentence goes on in a way that keeps the answer.
bool mayFollow(const std::string& word) {
    constexpr const char* kWords[] = {"it",    "it's", "this", "that", "these", "those", "the",
                                      "there", "they", "he",   "she",  "since", "as",    "because",
                                      "does",  "is",   "not",  "for",  "and",   "but"};
    return isOneOf(word, kWords);
}

bool takesItBack(const std::string& word, Verdict verdict) {
    constexpr const char* kWords[] = {"maybe", "perhaps", "possibly"};
    return isOneOf(word, kWords) || word == (verdict == Verdict::Yes ? "no" : "yes");
}

bool connects(const std::string& word) {
    constexpr const char* kWords[] = {"and", "or", "but", "also", "well"};
    return isOneOf(word, kWords);
}

/// The first word that is no label. Behind labels a colon, a line end or "is" has to announce the answer: "a no" is
/// none.
std::optional<Word> firstWord(Words& words) {
    std::optional<Word> word = words.next();
    for (int labels = 0; word && isLabel(word->text) && labels < 5; ++labels) {
        const bool announces = word->text == "is";
        word = words.next();
        if (word && !isLabel(word->text) && !announces && word->gap.find_first_of(":\n") == std::string::npos)
            return std::nullopt;
    }
    return word;
}

/// Nothing after the word makes it something else: "yes/no", "no-one", "yes?", "no idea", "yes and no".
bool stands(Verdict verdict, Words& words) {
    std::optional<Word> next = words.next();
    const std::string gap = words.lastGap();
    if (gap.find('?') != std::string::npos)
        return false;
    if (!next)
        return true;
    if (gap == "/" || gap == "-")
        return false;
    const bool flowsOn = trimmed(gap).empty() && gap.find('\n') == std::string::npos;
    if (flowsOn && !mayFollow(next->text))
        return false;
    while (next && connects(next->text))
        next = words.next();
    return !next || !takesItBack(next->text, verdict);
}

} // namespace

Verdict yesNoWord(std::string_view word) {
    Words words(word);
    const std::optional<Word> first = words.next();
    if (!first || words.next())
        return Verdict::Unanswered;
    if (first->text == "yes")
        return Verdict::Yes;
    return first->text == "no" ? Verdict::No : Verdict::Unanswered;
}

Verdict parseYesNo(std::string_view answer) {
    Words words(withoutThoughts(answer));
    const std::optional<Word> word = firstWord(words);
    if (!word)
        return Verdict::Unanswered;
    const Verdict verdict = yesNoWord(word->text);
    return verdict != Verdict::Unanswered && stands(verdict, words) ? verdict : Verdict::Unanswered;
}

} // namespace neuroscribe::llm
