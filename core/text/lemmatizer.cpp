#include "core/text/lemmatizer.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <sstream>

#include "core/base/log.h"

namespace neuroscribe::text {
namespace {

struct Rule {
    std::string_view ending;
    std::string_view instead;
};

constexpr std::array kNames{"noun", "verb", "adj", "adv"};
constexpr std::array kNounRules{Rule{"ies", "y"},   Rule{"ses", "s"},   Rule{"xes", "x"},   Rule{"zes", "z"},
                                Rule{"ches", "ch"}, Rule{"shes", "sh"}, Rule{"men", "man"}, Rule{"s", ""}};
constexpr std::array kVerbRules{Rule{"ies", "y"}, Rule{"es", "e"},  Rule{"es", ""},  Rule{"ed", "e"},
                                Rule{"ed", ""},   Rule{"ing", "e"}, Rule{"ing", ""}, Rule{"s", ""}};
constexpr std::array kAdjectiveRules{Rule{"er", ""}, Rule{"est", ""}, Rule{"er", "e"}, Rule{"est", "e"}};

std::span<const Rule> rulesOf(std::size_t part) {
    switch (part) {
    case 0:
        return kNounRules;
    case 1:
        return kVerbRules;
    case 2:
        return kAdjectiveRules;
    default:
        return {};
    }
}

void addOnce(std::vector<std::string>& lemmas, std::string lemma) {
    if (std::ranges::find(lemmas, lemma) == lemmas.end())
        lemmas.push_back(std::move(lemma));
}

/// Words on which the endings are no inflection.
bool isInflectable(std::string_view word) {
    return word.size() > 2 && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

/// Without a dictionary only the plural is certain enough: "caring" is no form of "car".
void addPlural(std::vector<std::string>& lemmas, const std::string& word) {
    constexpr std::size_t kShortest = 4; // "gas" is no plural, "cars" is
    if (word.size() < kShortest || !isInflectable(word))
        return;
    for (const Rule& rule : kNounRules)
        if (word.ends_with(rule.ending))
            return addOnce(lemmas, word.substr(0, word.size() - rule.ending.size()) + std::string(rule.instead));
}

/// "stopped" -> "stop": WordNet's rules leave the doubled letter to its exception lists, which hold most of these.
bool endsDoubled(std::string_view stem) {
    return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
}

Result<std::ifstream> openPart(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return Error{ErrorCode::NotFound, path, "a file of WordNet can't be opened", "Install wordnet-base"};
    return file;
}

} // namespace

Result<Lemmatizer> Lemmatizer::open(const std::string& given) {
    const std::string folder = given.empty() ? findWordNetFolder() : given;
    if (!folder.empty())
        return fromWordNet(folder);
    log(LogLevel::Warning, "text",
        "WordNet is not installed: the lexical engine knows plurals by rule only (install wordnet-base)");
    return Lemmatizer();
}

Result<Lemmatizer> Lemmatizer::fromWordNet(const std::string& folder) {
    Lemmatizer lemmatizer;
    for (std::size_t part = 0; part < kPartsOfSpeech; ++part) {
        NS_ASSIGN(auto exceptions, openPart(folder + "/" + kNames[part] + ".exc"));
        for (std::string line; std::getline(exceptions, line);) {
            std::istringstream words(line);
            std::string inflected;
            words >> inflected;
            for (std::string base; words >> base;)
                lemmatizer.m_parts[part].exceptions[inflected].push_back(base);
        }
        NS_ASSIGN(auto index, openPart(folder + "/index." + kNames[part]));
        for (std::string line; std::getline(index, line);)
            if (!line.empty() && line[0] != ' ') // the licence is indented
                lemmatizer.m_parts[part].known.insert(line.substr(0, line.find(' ')));
        if (exceptions.bad() || index.bad())
            return Error{ErrorCode::Io, folder, "reading WordNet failed", ""};
    }
    lemmatizer.m_hasWordNet = true;
    return lemmatizer;
}

std::string Lemmatizer::findWordNetFolder() {
    std::vector<std::string> places;
    if (const char* folder = std::getenv("WNSEARCHDIR"))
        places.emplace_back(folder);
    if (const char* home = std::getenv("WNHOME"))
        places.emplace_back(std::string(home) + "/dict");
    places.emplace_back("/usr/share/wordnet");
    for (const std::string& place : places) {
        std::error_code ignored; // a place that can't be looked at is none
        if (std::filesystem::is_regular_file(place + "/noun.exc", ignored))
            return place;
    }
    return {};
}

std::vector<std::string> Lemmatizer::lemmas(const std::string& word) const {
    std::vector<std::string> found{word};
    if (!m_hasWordNet) {
        addPlural(found, word);
        return found;
    }
    for (std::size_t part = 0; part < kPartsOfSpeech; ++part)
        addLemmas(word, part, found);
    return found;
}

std::vector<std::string> Lemmatizer::lemmas(const std::string& word, PartOfSpeech part) const {
    const auto index = static_cast<std::size_t>(part);
    std::vector<std::string> found;
    if (m_parts[index].known.contains(word))
        found.push_back(word);
    addLemmas(word, index, found);
    return found;
}

void Lemmatizer::addLemmas(const std::string& word, std::size_t part, std::vector<std::string>& found) const {
    const Part& speech = m_parts[part];
    if (const auto exception = speech.exceptions.find(word); exception != speech.exceptions.end()) {
        for (const std::string& base : exception->second)
            addOnce(found, base);
        return; // an irregular form is not regular as well
    }
    if (part == 0 && !isInflectable(word))
        return;
    for (const Rule& rule : rulesOf(part)) {
        if (!word.ends_with(rule.ending))
            continue;
        const std::string stem = word.substr(0, word.size() - rule.ending.size()) + std::string(rule.instead);
        if (speech.known.contains(stem))
            addOnce(found, stem);
        else if (endsDoubled(stem) && speech.known.contains(stem.substr(0, stem.size() - 1)))
            addOnce(found, stem.substr(0, stem.size() - 1));
    }
}

} // namespace neuroscribe::text
