// Judges one record: a candidate sentence, or why not. Private to core/corpus.
#pragma once

#include <variant>

#include "core/base/hash.h"
#include "core/corpus/importer.h"
#include "core/corpus/record_stream.h"

namespace neuroscribe::corpus {

struct Candidate {
    std::string text; ///< clean
    Hash128 hash;     ///< of the text
    std::string category;
    std::string source;
    std::uint32_t words = 0;
    std::vector<std::uint8_t> labels; ///< one per label field: 0 unanswered, 1 no, 2 yes
};

struct Judgement {
    std::variant<Candidate, Reason> verdict;
    bool replacedUtf8 = false;
    std::uint64_t unreadableLabels = 0;
    const Candidate* candidate() const { return std::get_if<Candidate>(&verdict); }
};

/// "", null: 0; "0", "no", "false", "n": 1; "1", "yes", "true", "y": 2; nothing for any other text.
std::optional<std::uint8_t> parseAnswer(std::string_view written);

/// Word counts and language, not duplicates and cap: those need the other records.
Judgement judge(const RawRecord& record, const RecordStream& stream, const ImportOptions& options);

} // namespace neuroscribe::corpus
