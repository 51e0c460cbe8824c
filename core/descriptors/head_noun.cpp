#include "core/descriptors/head_noun.h"

#include <algorithm>
#include <array>

#include "core/text/words.h"

namespace neuroscribe::descriptors {
namespace {

/// Those that begin what stands behind a noun; sorted.
constexpr std::array<std::string_view, 29> kPrepositions{
    "about", "after",  "against", "among", "around", "as",   "at",   "before", "behind",  "between",
    "by",    "during", "for",     "from",  "in",     "into", "like", "of",     "on",      "over",
    "than",  "that",   "through", "to",    "under",  "upon", "with", "within", "without",
};
static_assert(std::ranges::is_sorted(kPrepositions));

} // namespace

std::vector<std::string> headPhrase(std::string_view phrase, const text::WordClasses& classes) {
    std::vector<std::string> words = text::wordsOf(phrase);
    if (words.empty())
        return words;
    // A phrase that begins with a preposition ("on sale") has its head behind it.
    const auto behind = std::ranges::find_if(words.begin() + 1, words.end(), [](const std::string& word) {
        return std::ranges::binary_search(kPrepositions, word);
    });
    words.erase(behind, words.end());
    words.back() = classes.of(words.back()).noun;
    return words;
}

} // namespace neuroscribe::descriptors
