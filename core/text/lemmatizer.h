// Base forms of English words: WordNet's exception lists and its rules of detachment, checked against its index where
// WordNet is at hand (Fellbaum 1998, "morphy"); else the rules alone, more cautiously.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::text {

enum class PartOfSpeech : std::uint8_t { Noun, Verb, Adjective, Adverb };

class Lemmatizer {
public:
    /// Rules alone.
    Lemmatizer() = default;
    /// folder: of WordNet; empty: the known places; where there is none, rules alone, which is logged. Errors: those of
    /// fromWordNet.
    static Result<Lemmatizer> open(const std::string& folder = {});
    /// folder: with noun.exc, index.noun and the same of verb, adj, adv. Errors: NotFound, Io.
    static Result<Lemmatizer> fromWordNet(const std::string& folder);
    /// The first of the known places of WordNet ($WNSEARCHDIR, $WNHOME/dict, /usr/share/wordnet); empty: none.
    static std::string findWordNetFolder();

    bool hasWordNet() const { return m_hasWordNet; }
    /// Possible base forms of a lower-case word, itself first; of every part of speech.
    std::vector<std::string> lemmas(const std::string& word) const;
    /// Those that WordNet has under this part of speech; none without WordNet.
    std::vector<std::string> lemmas(const std::string& word, PartOfSpeech part) const;

private:
    static constexpr std::size_t kPartsOfSpeech = 4;
    struct Part {
        std::unordered_map<std::string, std::vector<std::string>> exceptions;
        std::unordered_set<std::string> known;
    };
    void addLemmas(const std::string& word, std::size_t part, std::vector<std::string>& found) const;

    std::array<Part, kPartsOfSpeech> m_parts;
    bool m_hasWordNet = false;
};

} // namespace neuroscribe::text
