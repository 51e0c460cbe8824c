// Is a word a noun or an adjective? Judged without its sentence, from how often WordNet's tagged texts use it as which
// (cntlist.rev).
#pragma once

#include <array>
#include <string>
#include <unordered_map>

#include "core/text/lemmatizer.h"

namespace neuroscribe::text {

struct WordClass {
    std::string noun;     ///< base form as a noun; the word itself where it is none
    double nounShare = 0; ///< of its uses, 0 .. 1; 0.6 for a word that WordNet does not have
    bool adjective = false;
};

/// Immutable and thread-safe once made.
class WordClasses {
public:
    /// folder: of WordNet; empty: the known places. Without WordNet every word may be a noun, which is logged. Errors:
    /// those of Lemmatizer::open, Io, Parse (cntlist.rev).
    static Result<WordClasses> open(const std::string& folder = {});
    bool hasWordNet() const { return m_lemmatizer.hasWordNet(); }
    WordClass of(const std::string& word) const; ///< word: lower case

private:
    using Counts = std::array<double, 4>; ///< by PartOfSpeech

    Status readCounts(const std::string& path);
    double count(const std::string& lemma, PartOfSpeech part) const;

    Lemmatizer m_lemmatizer;
    std::unordered_map<std::string, Counts> m_counts;
};

} // namespace neuroscribe::text
