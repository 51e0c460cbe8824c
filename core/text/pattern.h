// A regular expression of a tokenizer file (PCRE2, Unicode), which may be hostile: what it may cost is limited.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace neuroscribe::text {

/// Immutable and thread-safe.
class Pattern {
public:
    enum class Syntax { Regex, Literal };
    /// Errors: Parse (not a pattern), Unsupported (too long); both name `where`.
    static Result<Pattern> compile(const std::string& pattern, Syntax syntax, const std::string& where);

    const std::string& text() const;

    using Stretch = std::function<void(std::string_view stretch, bool matched)>;
    /// All of `utf8` (valid UTF-8) in order: the matches and what lies between them; none is empty. Where a match would
    /// cost too much, the rest is one unmatched stretch.
    void forEachStretch(std::string_view utf8, const Stretch& found) const;

private:
    struct State;
    explicit Pattern(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

} // namespace neuroscribe::text
