#include "core/corpus/sentence.h"

#include <algorithm>
#include <limits>

#include "core/corpus/corpus_hash.h"

namespace neuroscribe::corpus {
namespace {

Error damaged(store::Database& database, const std::string& why) {
    return {ErrorCode::Corrupt, database.path(), why, "Restore the study from a copy"};
}

/// Category ids are 0 .. n-1 without gaps: a category's number is its id.
Status loadCategories(store::Database& database, CorpusIndex& index) {
    NS_ASSIGN(auto select, database.prepare("SELECT id, name FROM category ORDER BY id"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        if (select.integer(0) != static_cast<std::int64_t>(index.categories.size()))
            return damaged(database, "the categories are not numbered one after the other");
        index.categories.push_back(select.text(1));
    }
}

Status loadRow(store::Database& database, const store::Statement& row, CorpusIndex& index) {
    const std::int64_t category = row.integer(1);
    const std::int64_t split = row.integer(3);
    if (row.integer(0) != static_cast<std::int64_t>(index.size()))
        return damaged(database, "the sentences are not numbered one after the other");
    if (category < 0 || category >= static_cast<std::int64_t>(index.categories.size()) || (split != 0 && split != 1))
        return damaged(database, "sentence " + std::to_string(row.integer(0)) + " has no valid category or split");
    constexpr std::int64_t kMostWords = std::numeric_limits<std::uint16_t>::max();
    const SentenceId id(static_cast<std::uint32_t>(index.size()));
    index.category.push_back(static_cast<std::uint16_t>(category));
    index.words.push_back(static_cast<std::uint16_t>(std::clamp<std::int64_t>(row.integer(2), 0, kMostWords)));
    index.split.push_back(static_cast<Split>(split));
    index.members[split].push_back(id);
    return {};
}

} // namespace

Result<CorpusIndex> loadIndex(store::Database& database) {
    CorpusIndex index;
    NS_TRY(loadCategories(database, index));
    NS_ASSIGN(auto select, database.prepare("SELECT id, category_id, words, split FROM sentence ORDER BY id"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return index;
        NS_TRY(loadRow(database, select, index));
    }
}

Result<Sentence> loadSentence(store::Database& database, SentenceId id) {
    NS_ASSIGN(auto select, database.prepare("SELECT s.text, c.name, s.split, s.words, s.source FROM sentence s "
                                            "JOIN category c ON c.id = s.category_id WHERE s.id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{id.value}).step());
    if (!row)
        return Error{
            ErrorCode::NotFound, "sentence " + std::to_string(id.value), "the corpus has no such sentence", {}};
    Sentence sentence;
    sentence.id = id;
    sentence.text = select.text(0);
    sentence.category = select.text(1);
    sentence.split = select.integer(2) == 0 ? Split::Calibration : Split::Validation;
    sentence.words = static_cast<std::uint32_t>(select.integer(3));
    sentence.source = select.text(4);
    return sentence;
}

Result<std::vector<std::string>> loadTexts(store::Database& database, SentenceId first, std::uint32_t count) {
    NS_ASSIGN(auto select, database.prepare("SELECT text FROM sentence WHERE id >= ?1 AND id < ?2 ORDER BY id"));
    const std::int64_t begin = first.value;
    select.bind(1, begin).bind(2, begin + count);
    std::vector<std::string> texts;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        texts.push_back(select.text(0));
    }
    if (texts.size() != count)
        return Error{ErrorCode::NotFound,
                     "sentences from " + std::to_string(first.value),
                     "the corpus has only " + std::to_string(texts.size()) + " of " + std::to_string(count),
                     {}};
    return texts;
}

Result<Hash128> corpusHash(store::Database& database) {
    return storedCorpusHash(database);
}

} // namespace neuroscribe::corpus
