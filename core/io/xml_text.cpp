#include "core/io/xml_text.h"

#include "core/corpus/utf8.h"

namespace neuroscribe::io {
namespace {

bool isForbidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
}

/// Turning text around inside a name would turn what stands beside it.
bool isDirectionControl(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append(std::string& safe, char32_t c) {
    if (c == '<')
        safe += "&lt;";
    else if (c == '>')
        safe += "&gt;";
    else if (c == '&')
        safe += "&amp;";
    else if (c == '"')
        safe += "&quot;";
    else if (c == '\'')
        safe += "&#39;";
    else if (c == '\t' || c == '\n' || c == '\r')
        safe += ' ';
    else if (!isForbidden(c) && !isDirectionControl(c))
        corpus::appendUtf8(safe, c);
}

} // namespace

std::string xmlText(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        char32_t c = corpus::kReplacement;
        append(safe, corpus::decodeUtf8(text, position, c) ? c : corpus::kReplacement);
    }
    return safe;
}

} // namespace neuroscribe::io
