// What a study holds before an import: texts by hash, categories with their halves. Private to core/corpus.
#pragma once

#include <array>
#include <map>

#include "core/corpus/selection.h"
#include "core/corpus/split.h"
#include "core/store/sqlite.h"

namespace neuroscribe::corpus {

struct PresentCorpus {
    std::int64_t sentences = 0;
    HashSet texts;
    std::map<std::string, std::int64_t> categoryIds;
    std::map<std::string, SideCounts> sides;

    std::map<std::string, std::uint64_t> perCategory() const;
};

/// Errors: Corrupt, Io.
Result<PresentCorpus> loadPresentCorpus(store::Database& database);

/// The 16 bytes of column sentence.text_hash.
std::array<std::byte, 16> hashColumn(const Hash128& hash);

} // namespace neuroscribe::corpus
