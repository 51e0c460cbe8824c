#include "core/text/pattern.h"

#include <array>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace neuroscribe::text {
namespace {

constexpr std::size_t kMaxPatternBytes = 65'536;
/// Far above what a tokenizer's pattern needs at one place of a text, and still only milliseconds.
constexpr std::uint32_t kMatchLimit = 100'000;
constexpr std::uint32_t kHeapLimitKib = 16'384;

template <auto kFree>
struct Free {
    void operator()(auto* object) const { kFree(object); }
};
using Code = std::unique_ptr<pcre2_code, Free<&pcre2_code_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Free<&pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Free<&pcre2_match_data_free>>;

std::size_t characterLength(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string messageOf(int error) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    return reinterpret_cast<const char*>(message.data());
}

} // namespace

struct Pattern::State {
    std::string text;
    Code code;
    MatchContext limits;
};

Result<Pattern> Pattern::compile(const std::string& pattern, Syntax syntax, const std::string& where) {
    if (pattern.size() > kMaxPatternBytes)
        return Error{ErrorCode::Unsupported, where, "a pattern is longer than 65,536 bytes", ""};
    const std::uint32_t options =
        PCRE2_UTF | (syntax == Syntax::Literal ? PCRE2_LITERAL : PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C);
    int error = 0;
    PCRE2_SIZE place = 0;
    auto state = std::make_shared<State>();
    state->text = pattern;
    state->code.reset(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &place, nullptr));
    if (!state->code)
        return Error{ErrorCode::Parse, where,
                     "a pattern can't be read at byte " + std::to_string(place) + ": " + messageOf(error), ""};
    // Without permission for executable memory the pattern is interpreted: slower, with the same result.
    pcre2_jit_compile(state->code.get(), PCRE2_JIT_COMPLETE);
    state->limits.reset(pcre2_match_context_create(nullptr));
    if (!state->limits)
        return Error{ErrorCode::OutOfMemory, where, "there is not enough memory for a pattern", ""};
    pcre2_set_match_limit(state->limits.get(), kMatchLimit);
    pcre2_set_heap_limit(state->limits.get(), kHeapLimitKib);
    return Pattern(std::move(state));
}

const std::string& Pattern::text() const {
    return m_state->text;
}

void Pattern::forEachStretch(std::string_view utf8, const Stretch& found) const {
    const MatchData match(pcre2_match_data_create_from_pattern(m_state->code.get(), nullptr));
    std::size_t done = 0;
    for (std::size_t from = 0; match && from < utf8.size();) {
        const int status = pcre2_match(m_state->code.get(), reinterpret_cast<PCRE2_SPTR>(utf8.data()), utf8.size(),
                                       from, PCRE2_NO_UTF_CHECK, match.get(), m_state->limits.get());
        if (status < 0)
            break;
        const PCRE2_SIZE* range = pcre2_get_ovector_pointer(match.get());
        const std::size_t begin = range[0];
        const std::size_t end = range[1];
        if (end <= begin || begin < from) { // an empty match, or one that \K or a lookbehind moved
            from += characterLength(utf8[from]);
            continue;
        }
        if (begin > done)
            found(utf8.substr(done, begin - done), false);
        found(utf8.substr(begin, end - begin), true);
        done = from = end;
    }
    if (done < utf8.size())
        found(utf8.substr(done), false);
}

} // namespace neuroscribe::text
