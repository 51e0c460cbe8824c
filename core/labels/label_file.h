// Files of labels and of answers: rows about sentences. Private to core/labels.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/corpus/record.h"
#include "core/store/sqlite.h"

namespace neuroscribe::labels {

/// CSV, TSV, JSON lines or a JSON array. Errors: those of opening, Unsupported.
Result<std::unique_ptr<corpus::RecordReader>> openLabelFile(const std::string& file, std::stop_token stop);

/// Finds sentences by text or id.
class SentenceFinder {
public:
    static Result<SentenceFinder> make(store::Database& database);

    /// Nothing: not in the corpus. Errors: Parse (neither text nor a number as id).
    Result<std::optional<std::uint32_t>> find(const corpus::RawRecord& record, const std::string& where);
    std::uint32_t sentences() const { return m_sentences; }

private:
    SentenceFinder(std::uint32_t sentences, store::Statement byHash)
        : m_sentences(sentences), m_byHash(std::move(byHash)) {}
    Result<std::optional<std::uint32_t>> byText(const std::string& text);
    Result<std::optional<std::uint32_t>> byId(const std::string& written, const std::string& where) const;

    std::uint32_t m_sentences;
    store::Statement m_byHash;
};

} // namespace neuroscribe::labels
