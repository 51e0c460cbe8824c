#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace neuroscribe::text {
namespace {

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool isCased(char32_t c) {
    const auto cat = category(c);
    return cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LL || cat == UTF8PROC_CATEGORY_LT;
}

bool isCaseIgnorable(char32_t c) {
    // Word_Break MidLetter, MidNumLet and Single_Quote; the rest follows from the general category.
    constexpr std::array<char32_t, 17> kMiddle{U'\'',  U'.',   U':',   0x00B7, 0x0387, 0x055F, 0x05F4, 0x2018, 0x2019,
                                               0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A};
    switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
        return true;
    default:
        return std::find(kMiddle.begin(), kMiddle.end(), c) != kMiddle.end();
    }
}

/// A capital sigma at the end of a word becomes the final form (Unicode, table 3-17).
bool isFinalSigma(std::span<const char32_t> text, std::size_t at) {
    const auto ignorable = [](char32_t c) { return isCaseIgnorable(c); };
    const auto before = text.first(at);
    const auto previous = std::find_if_not(before.rbegin(), before.rend(), ignorable);
    if (previous == before.rend() || !isCased(*previous))
        return false;
    const auto after = text.subspan(at + 1);
    const auto next = std::find_if_not(after.begin(), after.end(), ignorable);
    return next == after.end() || !isCased(*next);
}

/// Bytes of the sequence that `lead` begins; 0 if it can't begin one.
std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Where the stretch from `from` on that is composed at once ends.
std::size_t stretchEnd(std::string_view utf8, std::size_t from) {
    // Composing sorts marks by insertion: the length is what it may cost.
    constexpr std::size_t kLongest = 4096;
    if (utf8.size() - from <= kLongest)
        return utf8.size();
    std::size_t border = from + kLongest; // a character's first byte
    while ((static_cast<unsigned char>(utf8[border]) & 0xC0U) == 0x80U)
        --border;
    std::size_t ascii = border;
    while (ascii > from && static_cast<unsigned char>(utf8[ascii]) >= 0x80)
        --ascii;
    return ascii > from ? ascii : border;
}

} // namespace

char32_t decodeNext(std::string_view utf8, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(utf8[position]);
    const std::size_t length = sequenceLength(lead);
    if (length == 1)
        return ++position, lead;
    if (length == 0 || utf8.size() - position < length)
        return ++position, kReplacement;
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(utf8[position + i]);
        if ((next & 0xC0U) != 0x80U)
            return ++position, kReplacement;
        value = (value << 6) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return ++position, kReplacement;
    position += length;
    return value;
}

void appendUtf8(std::string& out, char32_t codePoint) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string validUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t position = 0; position < text.size();)
        appendUtf8(valid, decodeNext(text, position));
    return valid;
}

bool isControl(char32_t c) {
    if (c == U'\t' || c == U'\n' || c == U'\r')
        return false;
    const auto cat = category(c);
    return cat == UTF8PROC_CATEGORY_CN || (cat >= UTF8PROC_CATEGORY_CC && cat <= UTF8PROC_CATEGORY_CO);
}

bool isWhitespace(char32_t c) {
    if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r')
        return true;
    const auto cat = category(c);
    return cat >= UTF8PROC_CATEGORY_ZS && cat <= UTF8PROC_CATEGORY_ZP;
}

bool isPunctuation(char32_t c) {
    if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126))
        return true;
    const auto cat = category(c);
    return cat >= UTF8PROC_CATEGORY_PC && cat <= UTF8PROC_CATEGORY_PO;
}

bool isWordCharacter(char32_t c) {
    const auto cat = category(c);
    return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_PC;
}

bool isIdeograph(char32_t c) {
    struct Block {
        char32_t first, last;
    };
    constexpr std::array<Block, 8> kBlocks{{{0x4E00, 0x9FFF},
                                            {0x3400, 0x4DBF},
                                            {0x20000, 0x2A6DF},
                                            {0x2A700, 0x2B73F},
                                            {0x2B740, 0x2B81F},
                                            {0x2B820, 0x2CEAF},
                                            {0xF900, 0xFAFF},
                                            {0x2F800, 0x2FA1F}}};
    return c >= 0x3400 && std::any_of(kBlocks.begin(), kBlocks.end(),
                                      [c](const Block& block) { return c >= block.first && c <= block.last; });
}

std::vector<char32_t> lowerCase(std::span<const char32_t> text) {
    std::vector<char32_t> lower;
    lower.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == 0x03A3) {
            lower.push_back(isFinalSigma(text, i) ? 0x03C2 : 0x03C3);
        } else if (text[i] == 0x0130) { // I with dot: the only character whose lower case is two
            lower.push_back(U'i');
            lower.push_back(0x0307);
        } else {
            lower.push_back(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(text[i]))));
        }
    }
    return lower;
}

std::vector<char32_t> stripAccents(std::span<const char32_t> text) {
    const auto combining = [](char32_t c) {
        return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class;
    };
    std::vector<char32_t> stripped;
    stripped.reserve(text.size());
    for (const char32_t c : text) {
        std::array<utf8proc_int32_t, 32> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                                   UTF8PROC_DECOMPOSE, &boundary);
        for (utf8proc_ssize_t p = 0; p < std::min<utf8proc_ssize_t>(count, parts.size()); ++p)
            if (const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(p)]);
                category(part) != UTF8PROC_CATEGORY_MN)
                stripped.push_back(part);
    }
    // Canonical order of the few marks that are not nonspacing: each run sorted by combining class.
    for (auto run = stripped.begin(); run != stripped.end();) {
        run = std::find_if(run, stripped.end(), [&](char32_t c) { return combining(c) != 0; });
        const auto end = std::find_if(run, stripped.end(), [&](char32_t c) { return combining(c) == 0; });
        std::stable_sort(run, end, [&](char32_t a, char32_t b) { return combining(a) < combining(b); });
        run = end;
    }
    return stripped;
}

std::string composed(std::string_view utf8) {
    // Below U+0300 (0xCC 0x80) every text is composed.
    const auto isHigh = [](char c) { return static_cast<unsigned char>(c) >= 0xCC; };
    if (std::none_of(utf8.begin(), utf8.end(), isHigh))
        return std::string(utf8);
    std::string result;
    for (std::size_t from = 0; from < utf8.size();) {
        const std::size_t end = stretchEnd(utf8, from);
        utf8proc_uint8_t* made = nullptr;
        const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data() + from),
                                         static_cast<utf8proc_ssize_t>(end - from), &made,
                                         static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
        const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
        if (length >= 0)
            result.append(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
        else // memory is short, or a code point that utf8proc does not take
            result.append(utf8, from, end - from);
        from = end;
    }
    return result;
}

} // namespace neuroscribe::text
