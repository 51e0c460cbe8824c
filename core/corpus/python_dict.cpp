#include "core/corpus/python_dict.h"

#include <charconv>
#include <optional>

#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

class Parser {
public:
    Parser(std::string_view text, RawRecord& record) : m_text(text), m_record(record) {}

    /// Null, or what is wrong.
    const char* parse() {
        if (!take('{'))
            return "not a Python dict";
        while (!take('}')) {
            std::string name;
            if (!string(name))
                return "a key is not a string";
            if (!take(':'))
                return "no colon after a key";
            if (const char* problem = member(name))
                return problem;
            if (!take(',') && peek() != '}')
                return "no comma after a value";
        }
        skipSpace();
        return m_position == m_text.size() ? nullptr : "something follows the dict";
    }

private:
    void skipSpace() {
        while (m_position < m_text.size() && (m_text[m_position] == ' ' || m_text[m_position] == '\t'))
            ++m_position;
    }
    char peek() {
        skipSpace();
        return m_position < m_text.size() ? m_text[m_position] : '\0';
    }
    bool take(char wanted) {
        if (peek() != wanted || m_position == m_text.size())
            return false;
        ++m_position;
        return true;
    }

    const char* member(const std::string& name) {
        const char first = peek();
        std::string value;
        bool kept = true;
        if (first == '[' || first == '(' || first == '{') {
            if (!skipNested())
                return "a bracket is never closed";
            kept = m_record.add(name, {}, ValueKind::Nested);
        } else if (string(value)) {
            kept = m_record.add(name, value, ValueKind::Text);
        } else {
            const std::string_view word = bareWord();
            if (word.empty())
                return "a value is missing";
            kept = addWord(name, word);
        }
        return kept ? nullptr : "a value is not a Python literal";
    }

    bool addWord(const std::string& name, std::string_view word) {
        if (word == "None")
            return m_record.add(name, {}, ValueKind::Null);
        if (word == "True" || word == "False")
            return m_record.add(name, word == "True" ? "true" : "false", ValueKind::Boolean);
        double number = 0;
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
        return failure == std::errc() && end == word.data() + word.size() &&
               m_record.add(name, word, ValueKind::Number);
    }

    std::string_view bareWord() {
        const std::size_t begin = m_position;
        while (m_position < m_text.size() && m_text[m_position] != ',' && m_text[m_position] != '}' &&
               m_text[m_position] != ' ')
            ++m_position;
        return m_text.substr(begin, m_position - begin);
    }

    bool skipNested() {
        std::string ignored;
        std::size_t depth = 0;
        while (m_position < m_text.size()) {
            if (string(ignored))
                continue;
            if (m_position == m_text.size())
                break;
            const char c = m_text[m_position++];
            if (c == '[' || c == '(' || c == '{')
                ++depth;
            else if ((c == ']' || c == ')' || c == '}') && --depth == 0)
                return true;
        }
        return false;
    }

    /// A string literal with its prefix (u'', b''); moves nowhere where there is none.
    bool string(std::string& value) {
        value.clear();
        skipSpace();
        std::size_t position = m_position;
        if (position < m_text.size() && (m_text[position] == 'u' || m_text[position] == 'b'))
            ++position;
        if (position >= m_text.size() || (m_text[position] != '\'' && m_text[position] != '"'))
            return false;
        const char quote = m_text[position++];
        while (position < m_text.size() && m_text[position] != quote) {
            if (m_text[position] != '\\')
                value += m_text[position++];
            else if (!escape(++position, value))
                return false;
        }
        if (position >= m_text.size())
            return false;
        m_position = position + 1;
        return true;
    }

    bool escape(std::size_t& position, std::string& value) {
        if (position >= m_text.size())
            return false;
        const char c = m_text[position++];
        switch (c) {
        case 'n':
        case 'r':
        case 't':
        case 'f':
        case 'v':
            value += ' ';
            return true;
        case 'x':
            return codePoint(position, 2, value);
        case 'u':
            return codePoint(position, 4, value);
        case 'U':
            return codePoint(position, 8, value);
        case '\\':
        case '\'':
        case '"':
            value += c;
            return true;
        default: // Python keeps the backslash of an escape that it does not know
            value += '\\';
            value += c;
            return true;
        }
    }

    bool codePoint(std::size_t& position, std::size_t digits, std::string& value) {
        if (m_text.size() - position < digits)
            return false;
        std::uint32_t number = 0;
        const char* begin = m_text.data() + position;
        const auto [end, failure] = std::from_chars(begin, begin + digits, number, 16);
        if (failure != std::errc() || end != begin + digits)
            return false;
        position += digits;
        const bool valid = number <= 0x10FFFF && (number < 0xD800 || number >= 0xE000);
        appendUtf8(value, valid ? number : kReplacement);
        return true;
    }

    std::string_view m_text;
    RawRecord& m_record;
    std::size_t m_position = 0;
};

} // namespace

bool looksLikePythonDict(std::string_view line) {
    const std::size_t brace = line.find_first_not_of(" \t");
    if (brace == std::string_view::npos || line[brace] != '{')
        return false;
    const std::size_t quote = line.find_first_not_of(" \t", brace + 1);
    return quote != std::string_view::npos && (line[quote] == '\'' || line[quote] == 'u');
}

void parsePythonDict(std::string_view line, RawRecord& record) {
    if (const char* problem = Parser(line, record).parse(); problem && record.problem.empty())
        record.problem = problem;
}

} // namespace neuroscribe::corpus
