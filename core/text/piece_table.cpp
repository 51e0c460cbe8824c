#include "core/text/piece_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace neuroscribe::text {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;

/// FNV-1a, byte by byte: the hash of each prefix comes for free on the way.
constexpr std::uint64_t extend(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
}

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = kSeed;
    for (const char c : text)
        hash = extend(hash, c);
    return hash;
}

std::uint64_t mixed(std::uint64_t hash) {
    return (hash ^ (hash >> 29)) * 0x9E3779B97F4A7C15ULL;
}

bool isContinuationByte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

void PieceTable::reserve(std::size_t pieces) {
    grow(std::bit_ceil(std::max<std::size_t>(16, pieces * 2)));
}

void PieceTable::grow(std::size_t slots) {
    if (slots <= m_slots.size())
        return;
    std::vector<Slot> old(slots);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.id < 0)
            continue;
        const std::string_view piece(m_bytes.data() + slot.offset, slot.length);
        m_slots[slotOf(hashOf(piece), piece)] = slot;
    }
}

std::size_t PieceTable::slotOf(std::uint64_t hash, std::string_view piece) const {
    const std::uint64_t bits = mixed(hash);
    const auto tag = static_cast<std::uint32_t>(bits >> 32);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = bits & mask;; i = (i + 1) & mask) {
        const Slot& slot = m_slots[i];
        if (slot.id < 0)
            return i;
        if (slot.tag == tag && slot.length == piece.size() &&
            std::memcmp(m_bytes.data() + slot.offset, piece.data(), piece.size()) == 0)
            return i;
    }
}

void PieceTable::add(std::string_view piece, TokenId id) {
    if ((m_count + 1) * 2 > m_slots.size())
        grow(std::max<std::size_t>(16, m_slots.size() * 2));
    const std::uint64_t hash = hashOf(piece);
    Slot& slot = m_slots[slotOf(hash, piece)];
    if (slot.id < 0) {
        slot.tag = static_cast<std::uint32_t>(mixed(hash) >> 32);
        slot.offset = static_cast<std::uint32_t>(m_bytes.size());
        slot.length = static_cast<std::uint32_t>(piece.size());
        m_bytes.append(piece);
        ++m_count;
        m_longest = std::max(m_longest, piece.size());
    }
    slot.id = id;
}

std::optional<TokenId> PieceTable::find(std::string_view piece) const {
    if (m_slots.empty())
        return std::nullopt;
    const TokenId id = m_slots[slotOf(hashOf(piece), piece)].id;
    return id < 0 ? std::nullopt : std::optional(id);
}

std::optional<PieceTable::Match> PieceTable::longestPrefix(std::string_view text) const {
    if (m_slots.empty())
        return std::nullopt;
    std::array<std::uint64_t, kMaxPrefix + 1> hashes;
    const std::size_t limit = std::min({text.size(), m_longest, kMaxPrefix});
    hashes[0] = kSeed;
    for (std::size_t i = 0; i < limit; ++i)
        hashes[i + 1] = extend(hashes[i], text[i]);
    for (std::size_t length = limit; length > 0; --length) {
        if (length < text.size() && isContinuationByte(text[length]))
            continue;
        const TokenId id = m_slots[slotOf(hashes[length], text.substr(0, length))].id;
        if (id >= 0)
            return Match{id, length};
    }
    return std::nullopt;
}

} // namespace neuroscribe::text
