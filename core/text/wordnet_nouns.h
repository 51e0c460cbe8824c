// The nouns of WordNet as a graph: what a lemma may mean, and of what kind that is (Fellbaum 1998; format: wndb(5WN)).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::text {

/// Immutable and thread-safe once made.
class WordNetNouns {
public:
    /// Number of a synset in the order of data.noun, from 0.
    using Synset = std::uint32_t;

    /// folder: with data.noun and index.noun. Errors: NotFound, Io, Unsupported (too large), Parse (file:line).
    static Result<WordNetNouns> open(const std::string& folder);
    /// Contents of the two files. Errors: Parse, naming "data.noun:LINE" or "index.noun:LINE".
    static Result<WordNetNouns> parse(std::string_view data, std::string_view index);

    std::size_t size() const { return m_names.size(); }
    /// lemma: lower case, its words separated by a space. The most frequent sense first; none: no noun of WordNet.
    std::span<const Synset> senses(const std::string& lemma) const;
    /// First word of the synset, spaces between its parts.
    const std::string& name(Synset synset) const { return m_names[synset]; }
    /// 3 (Tops) .. 28 (time), as in lexnames(5WN).
    unsigned lexicographerFile(Synset synset) const { return m_files[synset]; }
    /// Synsets of this kind, itself included.
    std::uint32_t subtreeSize(Synset synset) const { return m_subtreeSizes[synset]; }
    /// The synset and everything above it, over all paths; ascending, each once.
    std::vector<Synset> ancestors(Synset synset) const;

private:
    friend class WordNetNounsParser;
    std::span<const Synset> hypernyms(Synset synset) const {
        return std::span(m_hypernyms)
            .subspan(m_firstHypernym[synset], m_firstHypernym[synset + 1] - m_firstHypernym[synset]);
    }

    std::vector<std::string> m_names;
    std::vector<std::uint8_t> m_files;
    std::vector<std::size_t> m_firstHypernym; ///< [size + 1]
    std::vector<Synset> m_hypernyms;
    std::vector<std::uint32_t> m_subtreeSizes;
    std::unordered_map<std::string, std::vector<Synset>> m_senses;
};

} // namespace neuroscribe::text
