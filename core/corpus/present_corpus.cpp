#include "core/corpus/present_corpus.h"

#include <cstring>

namespace neuroscribe::corpus {
namespace {

Error damaged(store::Database& database, const std::string& why) {
    return {ErrorCode::Corrupt, database.path(), why, "Restore the study from a copy"};
}

Status loadTextsPresent(store::Database& database, PresentCorpus& present) {
    NS_ASSIGN(auto select, database.prepare("SELECT text_hash FROM sentence"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const auto blob = select.blob(0);
        std::array<std::uint64_t, 2> numbers{};
        if (blob.size() != sizeof(numbers))
            return damaged(database, "a sentence has no valid hash");
        std::memcpy(numbers.data(), blob.data(), blob.size());
        present.texts.insert({numbers[0], numbers[1]});
        ++present.sentences;
    }
}

Status loadCategoriesPresent(store::Database& database, PresentCorpus& present) {
    NS_ASSIGN(auto select, database.prepare("SELECT c.id, c.name, s.split, count(s.id) FROM category c "
                                            "LEFT JOIN sentence s ON s.category_id = c.id GROUP BY c.id, s.split"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const std::string name = select.text(1);
        present.categoryIds[name] = select.integer(0);
        SideCounts& sides = present.sides[name];
        if (!select.isNull(2))
            sides.side[select.integer(2) == 0 ? 0 : 1] = static_cast<std::uint64_t>(select.integer(3));
    }
}

} // namespace

std::map<std::string, std::uint64_t> PresentCorpus::perCategory() const {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& [name, both] : sides)
        counts[name] = both.side[0] + both.side[1];
    return counts;
}

Result<PresentCorpus> loadPresentCorpus(store::Database& database) {
    PresentCorpus present;
    NS_TRY(loadTextsPresent(database, present));
    NS_TRY(loadCategoriesPresent(database, present));
    return present;
}

std::array<std::byte, 16> hashColumn(const Hash128& hash) {
    const std::array<std::uint64_t, 2> numbers = {hash.high, hash.low};
    std::array<std::byte, 16> bytes{};
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

} // namespace neuroscribe::corpus
