// Which descriptors' terms occur in a text: words and sequences of words, compared by their lemmas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/lemmatizer.h"

namespace neuroscribe::labels {

/// Not thread-safe: it remembers the words it has seen.
class TermMatcher {
public:
    /// lemmatizer outlives the matcher.
    explicit TermMatcher(const text::Lemmatizer& lemmatizer) : m_lemmatizer(lemmatizer) {}
    /// False for a term without any word. group: of the descriptor, from 0.
    bool add(std::string_view term, std::uint32_t group);
    /// Sets found[g] for each group of which a term occurs; found keeps its size.
    void match(std::string_view text, std::vector<bool>& found);

private:
    using LemmaIds = std::vector<std::uint32_t>;
    struct Term {
        std::uint32_t group = 0;
        std::vector<LemmaIds> words; ///< lemmas of each word
    };
    LemmaIds learn(const std::string& word);
    const LemmaIds& lookUp(const std::string& word);
    bool occursAt(const Term& term, std::size_t position, const std::vector<const LemmaIds*>& words) const;

    const text::Lemmatizer& m_lemmatizer;
    std::unordered_map<std::string, std::uint32_t> m_lemmaIds;                  ///< of the words of all terms
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_startingWith; ///< terms by a lemma of the first word
    std::vector<Term> m_terms;
    std::unordered_map<std::string, LemmaIds> m_seen; ///< words of texts; most have no lemma in common with any term
};

} // namespace neuroscribe::labels
