#include "core/io/npy_header.h"

#include <charconv>
#include <optional>

namespace neuroscribe::io {
namespace {

constexpr std::size_t kMaxRank = 32; // NumPy's own limit

/// Takes the header apart from left to right; every function leaves nothing when what it wants is not there.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool take(char c) {
        skipSpace();
        if (!m_text.starts_with(c))
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool take(std::string_view word) {
        skipSpace();
        if (!m_text.starts_with(word))
            return false;
        m_text.remove_prefix(word.size());
        return true;
    }
    std::optional<std::string> quoted() {
        skipSpace();
        if (m_text.empty() || (m_text[0] != '\'' && m_text[0] != '"'))
            return std::nullopt;
        const std::size_t end = m_text.find(m_text[0], 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        std::string value(m_text.substr(1, end - 1));
        m_text.remove_prefix(end + 1);
        return value;
    }
    std::optional<std::uint64_t> number() {
        skipSpace();
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        if (error != std::errc{})
            return std::nullopt;
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        return value;
    }
    bool atEnd() {
        skipSpace();
        return m_text.empty();
    }

private:
    void skipSpace() {
        while (!m_text.empty() && (m_text[0] == ' ' || m_text[0] == '\n' || m_text[0] == '\t'))
            m_text.remove_prefix(1);
    }
    std::string_view m_text;
};

bool parseShape(Cursor& cursor, std::vector<std::uint64_t>& shape) {
    if (!cursor.take('('))
        return false;
    while (!cursor.take(')')) {
        const auto side = cursor.number();
        if (!side || shape.size() == kMaxRank)
            return false;
        shape.push_back(*side);
        if (!cursor.take(','))
            return cursor.take(')');
    }
    return true;
}

bool parseValue(Cursor& cursor, const std::string& key, NpyHeader& header) {
    if (key == "descr") {
        const auto descr = cursor.quoted(); // a list here is a structured array
        header.descr = descr.value_or("");
        return descr.has_value();
    }
    if (key == "fortran_order") {
        header.fortranOrder = cursor.take(std::string_view("True"));
        return header.fortranOrder || cursor.take(std::string_view("False"));
    }
    return key == "shape" && parseShape(cursor, header.shape);
}

bool parseDict(Cursor& cursor, NpyHeader& header) {
    if (!cursor.take('{'))
        return false;
    unsigned seen = 0;
    while (!cursor.take('}')) {
        const auto key = cursor.quoted();
        if (!key || !cursor.take(':') || !parseValue(cursor, *key, header))
            return false;
        const unsigned bit = *key == "descr" ? 1U : *key == "fortran_order" ? 2U : 4U;
        if (seen & bit)
            return false;
        seen |= bit;
        if (!cursor.take(',')) {
            if (!cursor.take('}'))
                return false;
            break;
        }
    }
    return seen == 7U && cursor.atEnd();
}

} // namespace

Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string& where) {
    NpyHeader header;
    Cursor cursor(text);
    if (!parseDict(cursor, header))
        return Error{ErrorCode::Parse, where, "the header of the NumPy file is not readable",
                     "Save the array with numpy.save"};
    return header;
}

} // namespace neuroscribe::io
