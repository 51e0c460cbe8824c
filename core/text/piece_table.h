// A hash table from byte strings to token ids that answers "longest prefix" without allocating.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer.h"

namespace neuroscribe::text {

/// Immutable after the last add(); thread-safe then.
class PieceTable {
public:
    /// Longest text that longestPrefix() looks at; longer pieces can't match.
    static constexpr std::size_t kMaxPrefix = 1024;

    struct Match {
        TokenId id;
        std::size_t bytes;
    };

    void reserve(std::size_t pieces);
    /// A piece that is added twice keeps the later id (as a Python dict does).
    void add(std::string_view piece, TokenId id);
    std::optional<TokenId> find(std::string_view piece) const;
    /// The longest piece that `text` begins with and that ends at a character boundary of it.
    std::optional<Match> longestPrefix(std::string_view text) const;

private:
    struct Slot {
        std::uint32_t tag = 0; ///< upper half of the hash
        TokenId id = -1;       ///< -1: free
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    std::size_t slotOf(std::uint64_t hash, std::string_view piece) const;
    void grow(std::size_t slots);

    std::vector<Slot> m_slots;
    std::string m_bytes;
    std::size_t m_count = 0;
    std::size_t m_longest = 0;
};

} // namespace neuroscribe::text
