// How a byte-level BPE tokenizer cuts text into words before it merges inside them.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/text/pattern.h"

namespace neuroscribe::text {

/// The rule of GPT-2: contractions, letters, digits and the rest, each with the space before it.
extern const char* const kGpt2Pattern;

/// Immutable and thread-safe.
class PreTokenizer {
public:
    struct Step {
        bool prefixSpace = false;       ///< text that does not begin with a space gets one
        std::optional<Pattern> pattern; ///< cuts at the borders of its matches; none: does not cut
        bool keepMatches = true;
        bool keepRest = true; ///< what lies between matches
    };
    PreTokenizer() = default;
    explicit PreTokenizer(std::vector<Step> steps) : m_steps(std::move(steps)) {}

    using OnWord = std::function<void(std::string_view word)>;
    /// utf8: valid UTF-8. The words in order, none empty.
    void split(std::string_view utf8, const OnWord& onWord) const { apply(0, utf8, onWord); }
    void addTo(Hasher& hasher) const;

private:
    void apply(std::size_t step, std::string_view utf8, const OnWord& onWord) const;

    std::vector<Step> m_steps;
};

} // namespace neuroscribe::text
