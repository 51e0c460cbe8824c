#include "core/text/added_tokens.h"

#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

/// Where the character that ends at `end` begins; end > 0.
std::size_t previousCharacter(std::string_view utf8, std::size_t end) {
    do
        --end;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U);
    return end;
}

bool isInsideWord(std::string_view utf8, std::size_t begin, std::size_t end) {
    std::size_t at = begin > 0 ? previousCharacter(utf8, begin) : 0;
    if (begin > 0 && isWordCharacter(decodeNext(utf8, at)))
        return true;
    at = end;
    return end < utf8.size() && isWordCharacter(decodeNext(utf8, at));
}

std::size_t beforeSpaces(std::string_view utf8, std::size_t from, std::size_t begin) {
    while (begin > from) {
        const std::size_t previous = previousCharacter(utf8, begin);
        std::size_t at = previous;
        if (!isWhitespace(decodeNext(utf8, at)))
            break;
        begin = previous;
    }
    return begin;
}

std::size_t afterSpaces(std::string_view utf8, std::size_t end) {
    for (std::size_t at = end; at < utf8.size() && isWhitespace(decodeNext(utf8, at));)
        end = at;
    return end;
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens)) {
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        m_table.add(m_tokens[i].text, static_cast<TokenId>(i));
        m_begins[static_cast<unsigned char>(m_tokens[i].text.front())] = true;
    }
}

void AddedTokens::split(std::string_view utf8, const Accepts& accepts, const OnText& onText,
                        const OnToken& onToken) const {
    std::size_t done = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto match =
            m_begins[static_cast<unsigned char>(utf8[at])] ? m_table.longestPrefix(utf8.substr(at)) : std::nullopt;
        const AddedToken* token = match ? &m_tokens[static_cast<std::size_t>(match->id)] : nullptr;
        if (!token || !accepts(*token, at, at + match->bytes) ||
            (token->singleWord && isInsideWord(utf8, at, at + match->bytes))) {
            ++at;
            continue;
        }
        const std::size_t begin = token->stripLeft ? beforeSpaces(utf8, done, at) : at;
        if (begin > done)
            onText(utf8.substr(done, begin - done));
        onToken(*token);
        done = at = token->stripRight ? afterSpaces(utf8, at + match->bytes) : at + match->bytes;
    }
    if (done < utf8.size())
        onText(utf8.substr(done));
}

} // namespace neuroscribe::text
