#include "core/descriptors/naming.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "core/descriptors/head_noun.h"

namespace neuroscribe::descriptors {
namespace {

using text::WordNetNouns;

constexpr std::array<const char*, 3> kKinds{"centroid", "headword", "wordnet"};

/// A battery is guns first, and what makes electricity second: the few most frequent senses count alike.
constexpr std::size_t kSenses = 3;
/// A hypernym of more than a fifth of all nouns (entity, object, abstraction) says nothing.
constexpr double kTooGeneral = 0.2;
constexpr double kMost = 0.5; ///< share of the members of which a hypernym covers more

/// The sum of the embeddings; its direction is that of the centroid.
std::vector<double> sumOf(std::span<const NamedMember> members) {
    std::vector<double> sum(members.front().embedding.size());
    for (const NamedMember& member : members)
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += static_cast<double>(member.embedding[d]);
    return sum;
}

double dot(std::span<const float> a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t d = 0; d < b.size(); ++d)
        sum += static_cast<double>(a[d]) * b[d];
    return sum;
}

/// Of members equally near, the one said more often, then the first by name.
std::optional<NameSuggestion> nearestToCentroid(std::span<const NamedMember> members) {
    if (members.front().embedding.empty())
        return std::nullopt;
    const std::vector<double> sum = sumOf(members);
    double length = 0;
    for (const double value : sum)
        length += value * value;
    if (length == 0)
        return std::nullopt;
    const NamedMember* best = nullptr;
    double highest = 0;
    for (const NamedMember& member : members) {
        const double similarity = dot(member.embedding, sum);
        const bool nearer =
            best == nullptr || similarity > highest ||
            (similarity == highest &&
             (member.sentences > best->sentences || (member.sentences == best->sentences && member.name < best->name)));
        if (nearer) {
            best = &member;
            highest = similarity;
        }
    }
    return NameSuggestion{NameKind::Centroid, std::string(best->name), highest / std::sqrt(length)};
}

} // namespace

const char* nameKindName(NameKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

Result<NameKind> parseNameKind(const std::string& name) {
    const auto found = std::ranges::find(kKinds, name);
    if (found == kKinds.end())
        return Error{ErrorCode::InvalidArgument, name, "a kind of name is centroid, headword or wordnet", ""};
    return static_cast<NameKind>(found - kKinds.begin());
}

Result<ClusterNamer> ClusterNamer::open(const std::string& wordnetFolder) {
    const std::string folder = wordnetFolder.empty() ? text::Lemmatizer::findWordNetFolder() : wordnetFolder;
    ClusterNamer namer;
    NS_ASSIGN(namer.m_classes, text::WordClasses::open(folder)); // logs where there is no WordNet
    if (!folder.empty()) {
        NS_ASSIGN(namer.m_nouns, WordNetNouns::open(folder));
    }
    return namer;
}

std::vector<NameSuggestion> ClusterNamer::suggest(std::span<const NamedMember> members) const {
    std::vector<NameSuggestion> suggestions;
    if (members.empty())
        return suggestions;
    for (const auto& one : {nearestToCentroid(members), headWord(members), hypernym(members)})
        if (one)
            suggestions.push_back(*one);
    return suggestions;
}

std::optional<NameSuggestion> ClusterNamer::headWord(std::span<const NamedMember> members) const {
    std::map<std::string, std::uint64_t> mentions;
    std::uint64_t all = 0;
    for (const NamedMember& member : members) {
        const auto words = headPhrase(member.name, m_classes);
        const std::uint64_t weight = std::max(1U, member.sentences);
        all += weight;
        if (!words.empty())
            mentions[words.back()] += weight;
    }
    if (mentions.empty())
        return std::nullopt;
    const auto best = std::ranges::max_element(mentions, {}, [](const auto& entry) { return entry.second; });
    return NameSuggestion{NameKind::HeadWord, best->first,
                          static_cast<double>(best->second) / static_cast<double>(all)};
}

std::span<const WordNetNouns::Synset> ClusterNamer::sensesOf(std::string_view member) const {
    if (!m_nouns)
        return {};
    const auto words = headPhrase(member, m_classes);
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string ending = words[first];
        for (std::size_t i = first + 1; i < words.size(); ++i)
            ending += " " + words[i];
        if (const auto senses = m_nouns->senses(ending); !senses.empty())
            return senses;
    }
    return {};
}

/// Coverage times what the kind says: the logarithm of how few nouns are of it (its information content, Resnik 1995).
/// Coverage alone climbs to the top of the tree with the first member that does not belong.
std::optional<NameSuggestion> ClusterNamer::hypernym(std::span<const NamedMember> members) const {
    if (!m_nouns)
        return std::nullopt;
    std::map<WordNetNouns::Synset, std::uint32_t> covered;
    for (const NamedMember& member : members) {
        const auto senses = sensesOf(member.name);
        std::set<WordNetNouns::Synset> kinds;
        for (const WordNetNouns::Synset sense : senses.first(std::min(senses.size(), kSenses)))
            for (const WordNetNouns::Synset kind : m_nouns->ancestors(sense))
                kinds.insert(kind);
        for (const WordNetNouns::Synset kind : kinds)
            ++covered[kind];
    }
    std::optional<NameSuggestion> best;
    double highest = 0;
    for (const auto& [kind, count] : covered) {
        const double coverage = static_cast<double>(count) / static_cast<double>(members.size());
        const double share = static_cast<double>(m_nouns->subtreeSize(kind)) / static_cast<double>(m_nouns->size());
        const double score = coverage * -std::log(share);
        if (share > kTooGeneral || coverage <= kMost || score <= highest)
            continue;
        highest = score;
        best = NameSuggestion{NameKind::WordNet, m_nouns->name(kind), coverage};
    }
    return best;
}

} // namespace neuroscribe::descriptors
