#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

struct Lead {
    std::size_t length = 0;      ///< of the whole sequence; 0: not a lead byte
    unsigned char lowest = 0x80; ///< of the second byte: keeps out overlong forms, surrogates and too large values
    unsigned char highest = 0xBF;
};

Lead leadOf(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

} // namespace

bool decodeUtf8(std::string_view text, std::size_t& position, char32_t& codePoint) {
    const auto first = static_cast<unsigned char>(text[position++]);
    codePoint = first;
    if (first < 0x80)
        return true;
    Lead lead = leadOf(first);
    if (lead.length == 0)
        return false;
    codePoint = first & (0xFFU >> (lead.length + 1));
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (position >= text.size())
            return false;
        const auto byte = static_cast<unsigned char>(text[position]);
        if (byte < lead.lowest || byte > lead.highest)
            return false;
        lead.lowest = 0x80;
        lead.highest = 0xBF;
        codePoint = codePoint << 6 | (byte & 0x3FU);
        ++position;
    }
    return true;
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80U | ((codePoint >> shift) & 0x3FU)); };
    if (codePoint < 0x80) {
        text += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        text += static_cast<char>(0xC0U | codePoint >> 6);
        tail(0);
    } else if (codePoint < 0x10000) {
        text += static_cast<char>(0xE0U | codePoint >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | codePoint >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

bool repairUtf8(std::string& text) {
    std::string repaired;
    std::size_t copied = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        char32_t codePoint = 0;
        if (decodeUtf8(text, position, codePoint))
            continue;
        repaired.append(text, copied, begin - copied);
        appendUtf8(repaired, kReplacement);
        copied = position;
    }
    if (copied == 0)
        return false;
    repaired.append(text, copied);
    text = std::move(repaired);
    return true;
}

} // namespace neuroscribe::corpus
