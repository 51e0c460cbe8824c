// The `lexical` engine of p1: keyphrases of a text, without a model. Nouns and pairs of words that belong together,
// weighed by how often they stand in this text and in how few others (tf-idf, as in Salton and Buckley 1988), earlier
// ones more (as in YAKE, Campos et al. 2020).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/word_classes.h"

namespace neuroscribe::descriptors {

/// Learn every text of the corpus, then ask for keyphrases. Deterministic; not thread-safe.
class Keyphrases {
public:
    /// classes outlives this.
    explicit Keyphrases(const text::WordClasses& classes) : m_classes(classes) {}
    void learn(std::string_view text);
    /// At most `count`, the best first; no word in two of them. Words that no learned text
    /// has are none.
    std::vector<std::string> of(std::string_view text, std::size_t count);

private:
    using LemmaId = std::uint32_t;
    enum class Kind : std::uint8_t { Stop, Other, Adjective, Generic, Noun };
    struct Token {
        LemmaId lemma = 0;
        Kind kind = Kind::Stop;
    };
    using Segment = std::vector<Token>; ///< between marks of punctuation
    struct KnownWord {
        LemmaId lemma = 0;
        double nounShare = 0;
        bool stop = false;
        bool adjective = false;
    };
    struct Candidate {
        std::vector<LemmaId> words;
        std::uint32_t times = 0;
        std::size_t position = 0; ///< of the first time, in words
        double score = 0;
    };

    std::vector<Segment> segmentsOf(std::string_view text);
    Segment tag(const std::vector<std::string>& words);
    const KnownWord& look(const std::string& word);
    std::vector<Candidate> candidatesOf(const std::vector<Segment>& segments, bool adjectives) const;
    void score(std::vector<Candidate>& candidates, std::size_t words) const;
    static bool mayPair(Kind first, Kind second);
    bool belongTogether(const Token& first, const Token& second) const;
    double frequency(const Candidate& candidate) const; ///< texts that have it

    const text::WordClasses& m_classes;
    std::unordered_map<std::string, KnownWord> m_known;
    std::unordered_map<std::string, LemmaId> m_ids;
    std::vector<std::string> m_lemmas;                                ///< by id
    std::vector<std::uint32_t> m_textsWith;                           ///< by lemma id
    std::unordered_map<std::uint64_t, std::uint32_t> m_textsWithPair; ///< first << 32 | second
    std::uint32_t m_texts = 0;
};

} // namespace neuroscribe::descriptors
