#include "core/corpus/record_filter.h"

#include "core/corpus/clean_text.h"
#include "core/corpus/language.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::size_t kLongestCategory = 200;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        bool equal = text.size() == word.size();
        for (std::size_t i = 0; equal && i < word.size(); ++i)
            equal = lower(text[i]) == word[i];
        if (equal)
            return true;
    }
    return false;
}

/// Cuts at a whole character.
std::string shortened(std::string text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80)
        --bytes;
    text.resize(bytes);
    return text;
}

std::string categoryOf(const RawRecord& record, const RecordStream& stream) {
    const Field* field = stream.fields().category.empty() ? nullptr : record.find(stream.fields().category);
    std::string category = field ? cleanText(field->value).text : std::string();
    if (category.empty())
        category = cleanText(stream.fileCategory()).text;
    return shortened(std::move(category), kLongestCategory);
}

std::optional<Reason> refuseByLength(std::uint32_t words, const ImportOptions& options) {
    if (words == 0)
        return Reason::Empty;
    if (words < options.minWords)
        return Reason::TooShort;
    if (words > options.maxWords)
        return Reason::TooLong;
    return std::nullopt;
}

void readLabels(const RawRecord& record, const ImportOptions& options, Candidate& candidate, Judgement& judgement) {
    candidate.labels.assign(options.labelFields.size(), 0);
    for (std::size_t i = 0; i < options.labelFields.size(); ++i) {
        const Field* field = record.find(options.labelFields[i]);
        if (!field || field->kind == ValueKind::Null)
            continue;
        const auto answer = field->kind == ValueKind::Nested ? std::nullopt : parseAnswer(field->value);
        candidate.labels[i] = answer.value_or(0);
        judgement.unreadableLabels += answer ? 0 : 1;
    }
}

} // namespace

std::optional<std::uint8_t> parseAnswer(std::string_view written) {
    const std::string word = cleanText(written).text;
    if (word.empty())
        return std::uint8_t{0};
    if (isOneOf(word, {"0", "0.0", "no", "n", "false"}))
        return std::uint8_t{1};
    if (isOneOf(word, {"1", "1.0", "yes", "y", "true"}))
        return std::uint8_t{2};
    return std::nullopt;
}

Judgement judge(const RawRecord& record, const RecordStream& stream, const ImportOptions& options) {
    Judgement judgement{Reason::Invalid, record.replacedUtf8, 0};
    if (!record.problem.empty())
        return judgement;
    const Field* field = record.find(stream.fields().text);
    if (!field || field->kind == ValueKind::Null) {
        judgement.verdict = Reason::Empty;
        return judgement;
    }
    if (field->kind != ValueKind::Text)
        return judgement;
    CleanText clean = cleanText(field->value);
    judgement.replacedUtf8 = judgement.replacedUtf8 || clean.replacedUtf8;
    if (const auto reason = refuseByLength(clean.words, options)) {
        judgement.verdict = *reason;
        return judgement;
    }
    if (options.language == "en" && !mayBeEnglish(clean.text)) {
        judgement.verdict = Reason::Language;
        return judgement;
    }
    Candidate candidate;
    candidate.hash = hashText(clean.text);
    candidate.text = std::move(clean.text);
    candidate.words = clean.words;
    candidate.category = categoryOf(record, stream);
    candidate.source = stream.sourceOf(record);
    readLabels(record, options, candidate, judgement);
    judgement.verdict = std::move(candidate);
    return judgement;
}

} // namespace neuroscribe::corpus
