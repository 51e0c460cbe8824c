#include "core/text/word_classes.h"

#include <charconv>
#include <fstream>
#include <numeric>
#include <optional>

namespace neuroscribe::text {
namespace {

/// A use that the tagged texts happen to lack is still a use.
constexpr double kUnseen = 0.5;
/// What WordNet lacks is mostly names and new things.
constexpr double kUnknown = 0.6;

/// The digit behind the lemma: 1 noun, 2 verb, 3 adjective, 4 adverb, 5 adjective satellite. Errors: nothing for
/// others.
std::optional<std::size_t> partOf(char digit) {
    switch (digit) {
    case '1':
    case '2':
    case '3':
    case '4':
        return static_cast<std::size_t>(digit - '1');
    case '5':
        return static_cast<std::size_t>(PartOfSpeech::Adjective);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<WordClasses> WordClasses::open(const std::string& given) {
    WordClasses classes;
    const std::string folder = given.empty() ? Lemmatizer::findWordNetFolder() : given;
    NS_ASSIGN(classes.m_lemmatizer, Lemmatizer::open(folder));
    if (!folder.empty())
        NS_TRY(classes.readCounts(folder + "/cntlist.rev"));
    return classes;
}

/// Lines such as "battery%1:06:00:: 1 32": lemma, part of speech, ..., sense, how often.
Status WordClasses::readCounts(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return Error{ErrorCode::NotFound, path, "a file of WordNet can't be opened", "Install wordnet-base"};
    for (std::string line; std::getline(file, line);) {
        const std::size_t percent = line.find('%');
        const std::size_t last = line.rfind(' ');
        if (percent == std::string::npos || last == std::string::npos || last < percent)
            return Error{ErrorCode::Parse, path, "a line is no count of a sense: " + line.substr(0, 40), ""};
        const auto part = partOf(line[percent + 1]);
        std::uint32_t times = 0;
        const auto [end, error] = std::from_chars(line.data() + last + 1, line.data() + line.size(), times);
        if (!part || error != std::errc{})
            return Error{ErrorCode::Parse, path, "a line is no count of a sense: " + line.substr(0, 40), ""};
        m_counts[line.substr(0, percent)][*part] += times;
    }
    if (file.bad())
        return Error{ErrorCode::Io, path, "reading WordNet failed", ""};
    return {};
}

double WordClasses::count(const std::string& lemma, PartOfSpeech part) const {
    const auto found = m_counts.find(lemma);
    return kUnseen + (found == m_counts.end() ? 0 : found->second[static_cast<std::size_t>(part)]);
}

WordClass WordClasses::of(const std::string& word) const {
    WordClass result{.noun = word};
    if (!hasWordNet()) {
        result.noun = m_lemmatizer.lemmas(word).back(); // without the plural's ending, if it has one
        result.nounShare = kUnknown;
        return result;
    }
    Counts counts{};
    double best = 0;
    for (const PartOfSpeech part :
         {PartOfSpeech::Noun, PartOfSpeech::Verb, PartOfSpeech::Adjective, PartOfSpeech::Adverb})
        for (const std::string& lemma : m_lemmatizer.lemmas(word, part)) {
            const double times = count(lemma, part);
            counts[static_cast<std::size_t>(part)] += times;
            // "cookies" may be of "cookie" or of "cooky": the more frequent, then the longer.
            if (part == PartOfSpeech::Noun &&
                (times > best || (times == best && lemma.size() > result.noun.size()) || best == 0)) {
                best = times;
                result.noun = lemma;
            }
        }
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    result.nounShare = all == 0 ? kUnknown : counts[static_cast<std::size_t>(PartOfSpeech::Noun)] / all;
    result.adjective = counts[static_cast<std::size_t>(PartOfSpeech::Adjective)] > 0;
    return result;
}

} // namespace neuroscribe::text
