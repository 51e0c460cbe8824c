#include "core/corpus/clean_text.h"

#include "core/corpus/html.h"
#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;

bool separatesWords(char32_t c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

CleanText fold(std::string_view text) {
    CleanText clean;
    clean.text.reserve(text.size());
    bool inWord = false;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        char32_t codePoint = 0;
        const bool valid = decodeUtf8(text, position, codePoint);
        if (valid && codePoint == kByteOrderMark)
            continue;
        if (valid && separatesWords(codePoint)) {
            inWord = false;
            continue;
        }
        if (!inWord) {
            if (clean.words++ > 0)
                clean.text += ' ';
            inWord = true;
        }
        if (valid)
            clean.text += text.substr(begin, position - begin);
        else
            appendUtf8(clean.text, kReplacement);
        clean.replacedUtf8 = clean.replacedUtf8 || !valid;
    }
    return clean;
}

} // namespace

CleanText cleanText(std::string_view raw) {
    std::string withoutMarkup;
    if (raw.find('<') != std::string_view::npos) {
        withoutMarkup = stripTags(raw);
        raw = withoutMarkup;
    }
    std::string withoutEntities;
    if (raw.find('&') != std::string_view::npos) {
        withoutEntities = decodeEntities(raw);
        raw = withoutEntities;
    }
    return fold(raw);
}

} // namespace neuroscribe::corpus
