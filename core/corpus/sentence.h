// The corpus as the rest of the program sees it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::corpus {

enum class Split : std::uint8_t { Calibration = 0, Validation = 1 };

/// What every view needs of all sentences, in memory: 3 numbers a sentence, no text.
struct CorpusIndex {
    std::vector<std::string> categories; ///< by category number
    std::vector<std::uint16_t> category; ///< [sentences]
    std::vector<std::uint16_t> words;    ///< [sentences], whitespace-separated
    std::vector<Split> split;            ///< [sentences]
    std::vector<SentenceId> members[2];  ///< ids of each split, ascending

    std::size_t size() const { return category.size(); }
};

struct Sentence {
    SentenceId id;
    std::string text;
    std::string category;
    Split split = Split::Calibration;
    std::uint32_t words = 0;
    std::string source;
};

Result<CorpusIndex> loadIndex(store::Database& database);
/// Errors: NotFound.
Result<Sentence> loadSentence(store::Database& database, SentenceId id);
/// Texts of ids first .. first+count-1.
Result<std::vector<std::string>> loadTexts(store::Database& database, SentenceId first, std::uint32_t count);
/// Hash over all texts in id order; what labels and activations were made from.
Result<Hash128> corpusHash(store::Database& database);

struct SearchQuery {
    std::string text;  ///< words typed by a person (FTS5; operators are quoted away); empty: all
    int category = -1; ///< category number, -1: all
    int split = -1;    ///< 0, 1, -1: both
};
/// Ids in ascending order, at most `limit`.
Result<std::vector<SentenceId>> search(store::Database& database, const SearchQuery& query, std::uint32_t limit);

} // namespace neuroscribe::corpus
