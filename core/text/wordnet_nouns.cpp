#include "core/text/wordnet_nouns.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/text/model_file.h"

namespace neuroscribe::text {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{64} << 20; ///< of each file; WordNet 3.0 has 15 MB
constexpr std::size_t kMostAncestors = 256;                  ///< WordNet 3.0 has 42 at most
constexpr std::uint32_t kMostWords = 255;                    ///< of a synset: two hexadecimal digits
constexpr unsigned kFirstFile = 3;                           ///< lexnames(5WN)
constexpr unsigned kLastFile = 28;

/// Fields of a line, one space between them.
class Fields {
public:
    explicit Fields(std::string_view line) : m_rest(line) {}
    /// Empty at the end.
    std::string_view next() {
        const std::size_t space = std::min(m_rest.find(' '), m_rest.size());
        const std::string_view field = m_rest.substr(0, space);
        m_rest.remove_prefix(std::min(space + 1, m_rest.size()));
        return field;
    }
    std::optional<std::uint32_t> number(int base = 10) {
        const std::string_view field = next();
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value, base);
        if (error != std::errc{} || field.empty() || end != field.data() + field.size())
            return std::nullopt;
        return value;
    }

private:
    std::string_view m_rest;
};

std::string spaced(std::string_view word) {
    std::string text(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

/// Calls work(line, number) for each line but those of the licence, which are indented. Stops at the first error.
template <class Work>
Status eachLine(std::string_view content, const Work& work) {
    for (std::size_t number = 1; !content.empty(); ++number) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (line.empty() || line.starts_with("  "))
            continue;
        NS_TRY(work(line, number));
    }
    return {};
}

Error notParsed(const std::string& file, std::size_t line, const std::string& why) {
    return {ErrorCode::Parse, file + ":" + std::to_string(line), why, "Install wordnet-base again"};
}

} // namespace

class WordNetNounsParser {
public:
    Status readData(std::string_view data) {
        NS_TRY(eachLine(data, [this](std::string_view line, std::size_t number) { return readSynset(line, number); }));
        m_nouns.m_firstHypernym.push_back(m_above.size());
        m_nouns.m_hypernyms.reserve(m_above.size());
        for (const Above& above : m_above) {
            const auto found = m_byOffset.find(above.offset);
            if (found == m_byOffset.end())
                return notParsed("data.noun", above.line, "a hypernym is no synset");
            m_nouns.m_hypernyms.push_back(found->second);
        }
        return {};
    }

    Status readIndex(std::string_view index) {
        return eachLine(index, [this](std::string_view line, std::size_t number) { return readLemma(line, number); });
    }

    Status countSubtrees() {
        m_nouns.m_subtreeSizes.assign(m_nouns.size(), 0);
        for (WordNetNouns::Synset synset = 0; synset < m_nouns.size(); ++synset) {
            const auto above = m_nouns.ancestors(synset);
            if (above.size() >= kMostAncestors)
                return Error{ErrorCode::Parse, "data.noun", "hypernyms of " + m_nouns.name(synset) + " have no end",
                             "Install wordnet-base again"};
            for (const WordNetNouns::Synset one : above)
                ++m_nouns.m_subtreeSizes[one];
        }
        return {};
    }

    WordNetNouns take() { return std::move(m_nouns); }

private:
    struct Above {
        std::uint32_t offset = 0;
        std::size_t line = 0;
    };

    /// "02084071 05 n 03 dog 0 domestic_dog 0 Canis_familiaris 0 023 @ 02083346 n 0000 ... | a member of ..."
    Status readSynset(std::string_view line, std::size_t number) {
        const Error wrong = notParsed("data.noun", number, "this is no noun synset");
        Fields fields(line);
        const auto offset = fields.number();
        const auto file = fields.number();
        if (!offset || !file || *file < kFirstFile || *file > kLastFile || fields.next() != "n")
            return wrong;
        const auto words = fields.number(16);
        const std::string_view word = fields.next();
        if (!words || *words == 0 || *words > kMostWords || word.empty())
            return wrong;
        for (std::uint32_t i = 0; i < 2 * *words - 1; ++i) // the lexical id of the first, the other words with theirs
            if (fields.next().empty())
                return wrong;
        if (!m_byOffset.emplace(*offset, static_cast<WordNetNouns::Synset>(m_nouns.size())).second)
            return notParsed("data.noun", number, "two synsets have the same offset");
        m_nouns.m_names.push_back(spaced(word));
        m_nouns.m_files.push_back(static_cast<std::uint8_t>(*file));
        m_nouns.m_firstHypernym.push_back(m_above.size());
        return readPointers(fields, number) ? Status() : wrong;
    }

    /// Keeps hypernyms ("@") and those of an instance ("@i").
    bool readPointers(Fields& fields, std::size_t number) {
        const auto pointers = fields.number();
        if (!pointers)
            return false;
        for (std::uint32_t i = 0; i < *pointers; ++i) {
            const std::string_view symbol = fields.next();
            const auto target = fields.number();
            const std::string_view part = fields.next();
            if (symbol.empty() || !target || part.empty() || fields.next().empty())
                return false;
            if (symbol == "@" || symbol == "@i")
                m_above.push_back({*target, number});
        }
        return true;
    }

    /// "dog n 7 5 @ ~ #m #p %p 7 1 02084071 10114209 ..."
    Status readLemma(std::string_view line, std::size_t number) {
        const Error wrong = notParsed("index.noun", number, "this is no noun of the index");
        Fields fields(line);
        const std::string_view lemma = fields.next();
        const bool isNoun = fields.next() == "n";
        const auto senses = fields.number();
        const auto symbols = fields.number();
        if (lemma.empty() || !isNoun || !senses || !symbols)
            return wrong;
        for (std::uint32_t i = 0; i < *symbols + 2; ++i) // also sense_cnt and tagsense_cnt
            if (fields.next().empty())
                return wrong;
        std::vector<WordNetNouns::Synset>& found = m_nouns.m_senses[spaced(lemma)];
        for (std::uint32_t i = 0; i < *senses; ++i) {
            const auto offset = fields.number();
            const auto synset = offset ? m_byOffset.find(*offset) : m_byOffset.end();
            if (synset == m_byOffset.end())
                return wrong;
            found.push_back(synset->second);
        }
        return {};
    }

    WordNetNouns m_nouns;
    std::unordered_map<std::uint32_t, WordNetNouns::Synset> m_byOffset;
    std::vector<Above> m_above; ///< hypernyms of all synsets, one after the other
};

Result<WordNetNouns> WordNetNouns::open(const std::string& folder) {
    NS_ASSIGN(const std::string data, readModelFile(folder + "/data.noun", kMaxBytes));
    NS_ASSIGN(const std::string index, readModelFile(folder + "/index.noun", kMaxBytes));
    auto nouns = parse(data, index);
    if (nouns)
        return nouns;
    Error error = nouns.error();
    error.where = folder + "/" + error.where;
    return error;
}

Result<WordNetNouns> WordNetNouns::parse(std::string_view data, std::string_view index) {
    WordNetNounsParser parser;
    NS_TRY(parser.readData(data));
    NS_TRY(parser.countSubtrees());
    NS_TRY(parser.readIndex(index));
    return parser.take();
}

std::span<const WordNetNouns::Synset> WordNetNouns::senses(const std::string& lemma) const {
    const auto found = m_senses.find(lemma);
    return found == m_senses.end() ? std::span<const Synset>() : std::span<const Synset>(found->second);
}

std::vector<WordNetNouns::Synset> WordNetNouns::ancestors(Synset synset) const {
    std::vector<Synset> found{synset};
    for (std::size_t next = 0; next < found.size(); ++next)
        for (const Synset above : hypernyms(found[next]))
            if (found.size() < kMostAncestors && std::ranges::find(found, above) == found.end())
                found.push_back(above);
    std::ranges::sort(found);
    return found;
}

} // namespace neuroscribe::text
