#include "core/labels/term_matcher.h"

#include <algorithm>

#include "core/text/words.h"

namespace neuroscribe::labels {
namespace {

/// A corpus of reviews has some hundred thousand different words; more than this is noise that need not be remembered.
constexpr std::size_t kMaxRemembered = 500'000;

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return std::ranges::any_of(a, [&](std::uint32_t id) { return std::ranges::find(b, id) != b.end(); });
}

} // namespace

TermMatcher::LemmaIds TermMatcher::learn(const std::string& word) {
    LemmaIds ids;
    for (const std::string& lemma : m_lemmatizer.lemmas(word))
        ids.push_back(m_lemmaIds.emplace(lemma, static_cast<std::uint32_t>(m_lemmaIds.size())).first->second);
    return ids;
}

bool TermMatcher::add(std::string_view text, std::uint32_t group) {
    Term term{group, {}};
    for (const std::string& word : text::wordsOf(text))
        term.words.push_back(learn(word));
    if (term.words.empty())
        return false;
    for (const std::uint32_t lemma : term.words.front())
        m_startingWith[lemma].push_back(m_terms.size());
    m_terms.push_back(std::move(term));
    m_seen.clear();
    return true;
}

const TermMatcher::LemmaIds& TermMatcher::lookUp(const std::string& word) {
    const auto seen = m_seen.find(word);
    if (seen != m_seen.end())
        return seen->second;
    LemmaIds ids;
    for (const std::string& lemma : m_lemmatizer.lemmas(word))
        if (const auto known = m_lemmaIds.find(lemma); known != m_lemmaIds.end())
            ids.push_back(known->second);
    return m_seen.emplace(word, std::move(ids)).first->second;
}

bool TermMatcher::occursAt(const Term& term, std::size_t position, const std::vector<const LemmaIds*>& words) const {
    if (term.words.size() > words.size() - position)
        return false;
    for (std::size_t i = 0; i < term.words.size(); ++i)
        if (!share(term.words[i], *words[position + i]))
            return false;
    return true;
}

void TermMatcher::match(std::string_view text, std::vector<bool>& found) {
    if (m_seen.size() > kMaxRemembered)
        m_seen.clear();
    std::vector<const LemmaIds*> words;
    for (const std::string& word : text::wordsOf(text))
        words.push_back(&lookUp(word));
    for (std::size_t position = 0; position < words.size(); ++position)
        for (const std::uint32_t lemma : *words[position]) {
            const auto starting = m_startingWith.find(lemma);
            if (starting == m_startingWith.end())
                continue;
            for (const std::size_t index : starting->second)
                if (const Term& term = m_terms[index]; !found[term.group] && occursAt(term, position, words))
                    found[term.group] = true;
        }
}

} // namespace neuroscribe::labels
