#include "core/text/pre_tokenizer.h"

namespace neuroscribe::text {

// White space is spelled out: PCRE2's \s also holds U+180E, which is none since Unicode 6.3.
const char* const kGpt2Pattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{Z}\x09-\x0d\x85\p{L}\p{N}]+)"
                                 R"(|[\p{Z}\x09-\x0d\x85]+(?![^\p{Z}\x09-\x0d\x85])|[\p{Z}\x09-\x0d\x85]+)";

void PreTokenizer::addTo(Hasher& hasher) const {
    for (const Step& step : m_steps) {
        hasher.add(std::string_view(step.pattern ? step.pattern->text() : ""));
        for (const bool flag : {step.pattern.has_value(), step.prefixSpace, step.keepMatches, step.keepRest})
            hasher.add(std::uint64_t{flag});
    }
}

void PreTokenizer::apply(std::size_t step, std::string_view utf8, const OnWord& onWord) const {
    if (step == m_steps.size())
        return onWord(utf8);
    const Step& now = m_steps[step];
    std::string spaced;
    if (now.prefixSpace && !utf8.starts_with(' '))
        utf8 = spaced.append(" ").append(utf8);
    if (!now.pattern)
        return apply(step + 1, utf8, onWord);
    now.pattern->forEachStretch(utf8, [&](std::string_view stretch, bool matched) {
        if (matched ? now.keepMatches : now.keepRest)
            apply(step + 1, stretch, onWord);
    });
}

} // namespace neuroscribe::text
