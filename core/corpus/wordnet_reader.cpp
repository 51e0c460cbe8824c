#include "core/corpus/wordnet_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/corpus/json_lines_reader.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::size_t kOffsetDigits = 8;
constexpr unsigned kFirstNounFile = 3; // lexnames(5WN): 03 noun.Tops .. 28 noun.time
constexpr std::array<std::string_view, 26> kNounFiles = {
    "Tops",       "act",     "animal",   "artifact", "attribute", "body",   "cognition", "communication", "event",
    "feeling",    "food",    "group",    "location", "motive",    "object", "person",    "phenomenon",    "plant",
    "possession", "process", "quantity", "relation", "shape",     "state",  "substance", "time"};

bool startsWithOffset(std::string_view line) {
    return line.size() > kOffsetDigits && line[kOffsetDigits] == ' ' &&
           std::all_of(line.begin(), line.begin() + kOffsetDigits, [](char c) { return c >= '0' && c <= '9'; });
}

/// "00001740 03 n ...": the name of lexicographer file 03.
std::optional<std::string_view> lexicographerFile(std::string_view line) {
    constexpr std::size_t kAt = kOffsetDigits + 1;
    unsigned number = 0;
    if (line.size() < kAt + 5 || line.substr(kAt + 2, 3) != " n ")
        return std::nullopt;
    const auto [end, failure] = std::from_chars(line.data() + kAt, line.data() + kAt + 2, number);
    if (failure != std::errc() || end != line.data() + kAt + 2 || number < kFirstNounFile ||
        number >= kFirstNounFile + kNounFiles.size())
        return std::nullopt;
    return kNounFiles[number - kFirstNounFile];
}

std::string_view trimmedGloss(std::string_view gloss) {
    const std::size_t begin = gloss.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return {};
    return gloss.substr(begin, gloss.find_last_not_of(' ') - begin + 1);
}

void parseSynset(std::string_view line, RawRecord& record) {
    const std::size_t bar = line.find(" | ");
    const auto file = lexicographerFile(line);
    if (!startsWithOffset(line) || !file || bar == std::string_view::npos) {
        record.problem = "not a noun synset of WordNet";
        return;
    }
    record.id = line.substr(0, kOffsetDigits);
    record.add("text", trimmedGloss(line.substr(bar + 3)));
    record.add("category", *file);
}

} // namespace

bool looksLikeWordNet(std::string_view head) {
    return head.starts_with("  1 This software and database is being provided") ||
           (startsWithOffset(head) && lexicographerFile(head).has_value());
}

std::string_view nounCategory(unsigned lexicographerFile) {
    return kNounFiles.at(lexicographerFile - kFirstNounFile);
}

Result<bool> WordNetReader::next(RawRecord& record) {
    record.clear();
    do {
        NS_ASSIGN(const bool more, m_lines.next(m_line));
        if (!more)
            return false;
    } while (!m_line.tooLong && (m_line.text.empty() || m_line.text.starts_with("  "))); // the licence
    record.line = m_line.number;
    record.keepRaw(m_line.text);
    if (m_line.tooLong)
        record.problem = kTooLongProblem;
    else
        parseSynset(m_line.text, record);
    return true;
}

} // namespace neuroscribe::corpus
