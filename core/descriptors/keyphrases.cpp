#include "core/descriptors/keyphrases.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/descriptors/keyphrase_words.h"
#include "core/text/unicode.h"
#include "core/text/words.h"

namespace neuroscribe::descriptors {
namespace {

constexpr double kNoun = 0.5;             ///< a word is taken for a noun from this share of its uses on
constexpr double kAfterDeterminer = 0.35; ///< what the word before adds to that share
constexpr double kAfterPronoun = -0.4;
constexpr double kAtBeginning = -0.1; ///< of a segment: also where imperatives stand
constexpr double kHardlyEver = 0.08;  ///< so rarely a noun that no word before makes it one
constexpr double kTogether = 0.3;     ///< normalised pointwise mutual information of a pair (Bouma 2009)
constexpr double kPairBonus = 1.15;
constexpr double kEarlyBonus = 0.3;
constexpr double kRareShare = 0.0002;   ///< of the texts: rarer words are names and slips, no use as descriptors
constexpr double kCommonShare = 0.002;  ///< being rarer than that makes no word better
constexpr double kPairShare = 0.000125; ///< of the texts: pairs this rare are chance
constexpr double kFewest = 3;           ///< texts, for the three shares in a small corpus
constexpr std::size_t kShortest = 3;    ///< letters
constexpr std::size_t kEnough = 2;      ///< keyphrases; with fewer, adjectives are taken too

std::uint64_t pairKey(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32U | second;
}

/// Hyphens, apostrophes and slashes stand inside phrases.
bool endsSegment(char32_t c) {
    constexpr std::u32string_view kInside = U"-'/\u2019\u2010\u2011";
    return text::isPunctuation(c) && kInside.find(c) == std::u32string_view::npos;
}

bool isWord(const std::string& word) {
    return word.size() >= kShortest && !(word[0] >= '0' && word[0] <= '9');
}

} // namespace

std::vector<Keyphrases::Segment> Keyphrases::segmentsOf(std::string_view text) {
    std::vector<Segment> segments;
    std::size_t begin = 0;
    std::size_t next = 0;
    while (next < text.size()) {
        const std::size_t at = next;
        if (!endsSegment(text::decodeNext(text, next)))
            continue;
        segments.push_back(tag(text::wordsOf(text.substr(begin, at - begin))));
        begin = next;
    }
    segments.push_back(tag(text::wordsOf(text.substr(begin))));
    return segments;
}

const Keyphrases::KnownWord& Keyphrases::look(const std::string& word) {
    if (const auto known = m_known.find(word); known != m_known.end())
        return known->second;
    const text::WordClass wordClass = m_classes.of(word);
    const auto [lemma, isNew] = m_ids.emplace(wordClass.noun, static_cast<LemmaId>(m_lemmas.size()));
    if (isNew) {
        m_lemmas.push_back(wordClass.noun);
        m_textsWith.push_back(0);
    }
    const KnownWord made{.lemma = lemma->second,
                         .nounShare = wordClass.nounShare,
                         .stop = !isWord(word) || isStopWord(word),
                         .adjective = wordClass.adjective};
    return m_known.emplace(word, made).first->second;
}

Keyphrases::Segment Keyphrases::tag(const std::vector<std::string>& words) {
    Segment segment;
    bool afterAdjective = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const KnownWord word = look(words[i]);
        double share = word.nounShare;
        if (i == 0)
            share += kAtBeginning;
        else if (announcesVerb(words[i - 1]))
            share += kAfterPronoun;
        else if (share > kHardlyEver && (afterAdjective || announcesNoun(words[i - 1])))
            share += kAfterDeterminer;
        Kind kind = Kind::Other;
        if (word.stop)
            kind = Kind::Stop;
        else if (share >= kNoun)
            kind = isGenericNoun(m_lemmas[word.lemma]) ? Kind::Generic : Kind::Noun;
        else if (word.adjective)
            kind = Kind::Adjective;
        segment.push_back({word.lemma, kind});
        afterAdjective = word.adjective && word.nounShare < kNoun;
    }
    return segment;
}

/// "battery life" may, "long life" may not.
bool Keyphrases::mayPair(Kind first, Kind second) {
    return (first == Kind::Noun && second >= Kind::Generic) || (first == Kind::Adjective && second == Kind::Noun);
}

void Keyphrases::learn(std::string_view text) {
    std::set<LemmaId> words;
    std::set<std::uint64_t> pairs;
    for (const Segment& segment : segmentsOf(text))
        for (std::size_t i = 0; i < segment.size(); ++i) {
            if (segment[i].kind < Kind::Adjective)
                continue;
            words.insert(segment[i].lemma);
            if (i + 1 < segment.size() && mayPair(segment[i].kind, segment[i + 1].kind))
                pairs.insert(pairKey(segment[i].lemma, segment[i + 1].lemma));
        }
    for (const LemmaId word : words)
        ++m_textsWith[word];
    for (const std::uint64_t pair : pairs)
        ++m_textsWithPair[pair];
    ++m_texts;
}

bool Keyphrases::belongTogether(const Token& first, const Token& second) const {
    if (!mayPair(first.kind, second.kind))
        return false;
    const auto found = m_textsWithPair.find(pairKey(first.lemma, second.lemma));
    const double texts = m_texts;
    if (found == m_textsWithPair.end() || found->second < std::max(kFewest, texts * kPairShare))
        return false;
    const double together = found->second / texts;
    const double apart = m_textsWith[first.lemma] / texts * (m_textsWith[second.lemma] / texts);
    return together >= 1 || std::log(together / apart) / -std::log(together) >= kTogether;
}

std::vector<Keyphrases::Candidate> Keyphrases::candidatesOf(const std::vector<Segment>& segments,
                                                            bool adjectives) const {
    std::vector<Candidate> candidates;
    std::size_t position = 0;
    for (const Segment& segment : segments)
        for (std::size_t i = 0; i < segment.size(); ++i, ++position) {
            std::vector<LemmaId> words{segment[i].lemma};
            const std::size_t begins = position;
            if (i + 1 < segment.size() && belongTogether(segment[i], segment[i + 1])) {
                words.push_back(segment[++i].lemma);
                ++position;
            } else if (segment[i].kind != (adjectives ? Kind::Adjective : Kind::Noun)) {
                continue;
            }
            const auto known =
                std::ranges::find_if(candidates, [&](const Candidate& one) { return one.words == words; });
            if (known != candidates.end())
                ++known->times;
            else
                candidates.push_back({.words = std::move(words), .times = 1, .position = begins});
        }
    return candidates;
}

double Keyphrases::frequency(const Candidate& candidate) const {
    if (candidate.words.size() == 1)
        return m_textsWith[candidate.words[0]];
    return m_textsWithPair.at(pairKey(candidate.words[0], candidate.words[1]));
}

void Keyphrases::score(std::vector<Candidate>& candidates, std::size_t words) const {
    const double texts = std::max(1.0, static_cast<double>(m_texts));
    const double rare = std::max(kFewest, texts * kRareShare);
    const double common = std::max(kFewest, texts * kCommonShare);
    for (Candidate& candidate : candidates) {
        const double with = frequency(candidate);
        const double inverse = std::max(0.0, std::log(texts / std::max(with, common)));
        const double early =
            1 + kEarlyBonus * (1 - static_cast<double>(candidate.position) / static_cast<double>(words));
        candidate.score = (1 + std::log(candidate.times)) * (inverse + 1) * std::min(1.0, with / rare) * early *
                          (candidate.words.size() > 1 ? kPairBonus : 1);
    }
    std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

std::vector<std::string> Keyphrases::of(std::string_view text, std::size_t count) {
    const auto segments = segmentsOf(text);
    std::size_t words = 1;
    for (const Segment& segment : segments)
        words += segment.size();
    std::vector<std::string> phrases;
    std::set<LemmaId> used;
    for (const bool adjectives : {false, true}) {
        if (adjectives && phrases.size() >= kEnough)
            break;
        auto candidates = candidatesOf(segments, adjectives);
        score(candidates, words);
        for (const Candidate& candidate : candidates) {
            const bool overlaps = std::ranges::any_of(candidate.words, [&](LemmaId id) { return used.contains(id); });
            if (overlaps || phrases.size() == count || candidate.score <= 0)
                continue;
            used.insert(candidate.words.begin(), candidate.words.end());
            phrases.push_back(m_lemmas[candidate.words[0]]);
            if (candidate.words.size() > 1)
                phrases.back() += " " + m_lemmas[candidate.words[1]];
        }
    }
    return phrases;
}

} // namespace neuroscribe::descriptors
