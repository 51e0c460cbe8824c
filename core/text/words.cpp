#include "core/text/words.h"

#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

constexpr char32_t kCurlyApostrophe = 0x2019;

bool isApostrophe(char32_t c) {
    return c == U'\'' || c == kCurlyApostrophe;
}

bool separates(char32_t c) {
    if (c < 0x80)
        return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    return isWhitespace(c) || isPunctuation(c) || isControl(c);
}

std::string folded(const std::vector<char32_t>& letters) {
    std::string word;
    bool ascii = true;
    for (const char32_t c : letters)
        ascii = ascii && c < 0x80;
    if (ascii) {
        for (const char32_t c : letters)
            word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        return word;
    }
    for (const char32_t c : stripAccents(lowerCase(letters)))
        appendUtf8(word, c);
    return word;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    std::vector<std::string> split() {
        while (m_position < m_text.size()) {
            const char32_t c = decodeNext(m_text, m_position);
            if (isApostrophe(c) && !m_letters.empty() && nextIsLetter())
                m_letters.push_back(U'\'');
            else if (separates(c))
                endWord();
            else if (isIdeograph(c))
                addIdeograph(c);
            else
                m_letters.push_back(c);
        }
        endWord();
        return std::move(m_words);
    }

private:
    bool nextIsLetter() const {
        std::size_t next = m_position;
        return next < m_text.size() && !separates(decodeNext(m_text, next));
    }

    void addIdeograph(char32_t c) {
        endWord();
        m_letters.push_back(c);
        endWord();
    }

    void endWord() {
        std::string word = folded(m_letters);
        m_letters.clear();
        if (word.ends_with("'s"))
            word.resize(word.size() - 2);
        if (!word.empty())
            m_words.push_back(std::move(word));
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    std::vector<char32_t> m_letters;
    std::vector<std::string> m_words;
};

} // namespace

std::vector<std::string> wordsOf(std::string_view text) {
    return Splitter(text).split();
}

} // namespace neuroscribe::text
