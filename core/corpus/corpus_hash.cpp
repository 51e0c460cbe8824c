#include "core/corpus/corpus_hash.h"

#include <array>
#include <charconv>
#include <optional>

namespace neuroscribe::corpus {
namespace {

constexpr std::size_t kDigits = 32;

std::optional<Hash128> parseHex(std::string_view text) {
    Hash128 hash;
    const char* begin = text.data();
    if (text.size() != kDigits)
        return std::nullopt;
    const auto high = std::from_chars(begin, begin + 16, hash.high, 16);
    const auto low = std::from_chars(begin + 16, begin + kDigits, hash.low, 16);
    if (high.ec != std::errc() || low.ec != std::errc() || high.ptr != begin + 16 || low.ptr != begin + kDigits)
        return std::nullopt;
    return hash;
}

} // namespace

Result<Hash128> storedCorpusHash(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT value FROM study_value WHERE key='corpus_hash'"));
    NS_ASSIGN(const bool row, select.step());
    if (!row)
        return Hash128{};
    const std::string value = select.text(0); // a JSON string
    const auto hash = value.size() == kDigits + 2 ? parseHex(std::string_view(value).substr(1, kDigits)) : std::nullopt;
    if (!hash)
        return Error{ErrorCode::Corrupt, database.path(), "the stored hash of the corpus is no hash",
                     "Restore the study from a copy"};
    return *hash;
}

Hash128 chain(const Hash128& corpus, const Hash128& text) {
    const std::array<std::uint64_t, 4> numbers = {corpus.high, corpus.low, text.high, text.low};
    return hashBytes(std::as_bytes(std::span(numbers)));
}

Status storeCorpusHash(store::Database& database, const Hash128& hash) {
    NS_ASSIGN(auto upsert, database.prepare("INSERT INTO study_value(key, value) VALUES('corpus_hash', ?) "
                                            "ON CONFLICT(key) DO UPDATE SET value=excluded.value"));
    const std::string value = std::string(1, '"').append(hash.hex()).append(1, '"'); // a JSON string
    return upsert.bind(1, std::string_view(value)).run();
}

} // namespace neuroscribe::corpus
