// Names for a cluster of descriptors, to choose from: the member nearest to the centroid, the most frequent head word,
// the hypernym in WordNet that most members share (Poostchi and Piccardi 2018).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/word_classes.h"
#include "core/text/wordnet_nouns.h"

namespace neuroscribe::descriptors {

enum class NameKind : std::uint8_t { Centroid, HeadWord, WordNet };
const char* nameKindName(NameKind kind); ///< "centroid", "headword", "wordnet"
/// Errors: InvalidArgument.
Result<NameKind> parseNameKind(const std::string& name);

struct NameSuggestion {
    NameKind kind = NameKind::Centroid;
    std::string name;
    /// Centroid: cosine of the member and the centroid. HeadWord: share of the sentences' mentions that have this head.
    /// WordNet: share of the members that are of this kind.
    double coverage = 0;
    bool operator==(const NameSuggestion&) const = default;
};

struct NamedMember {
    std::string_view name;
    std::uint32_t sentences = 0;      ///< that have it
    std::span<const float> embedding; ///< unit length; of all members or of none
};

/// Immutable and thread-safe once made. Deterministic.
class ClusterNamer {
public:
    /// wordnetFolder: empty: the known places. Without WordNet there are no suggestions of kind WordNet, which is
    /// logged. Errors: those of text::WordClasses and text::WordNetNouns.
    static Result<ClusterNamer> open(const std::string& wordnetFolder = {});
    bool hasWordNet() const { return m_nouns.has_value(); }

    /// At most one of each kind, in the order of NameKind. None of kind Centroid without embeddings, none of kind
    /// WordNet where no hypernym covers more than half of the members.
    std::vector<NameSuggestion> suggest(std::span<const NamedMember> members) const;
    /// What the member is, by its longest ending that WordNet has ("chocolate ice cream": ice cream). The most frequent
    /// sense first; none without WordNet.
    std::span<const text::WordNetNouns::Synset> sensesOf(std::string_view member) const;
    const std::optional<text::WordNetNouns>& nouns() const { return m_nouns; }

private:
    std::optional<NameSuggestion> headWord(std::span<const NamedMember> members) const;
    std::optional<NameSuggestion> hypernym(std::span<const NamedMember> members) const;

    text::WordClasses m_classes;
    std::optional<text::WordNetNouns> m_nouns;
};

} // namespace neuroscribe::descriptors
