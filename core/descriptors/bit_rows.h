// Sets of row numbers, a bit for each, many of them one after the other.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>

namespace neuroscribe::descriptors {

using BitWord = std::uint64_t;
inline constexpr std::uint32_t kWordBits = 64;

constexpr std::size_t bitWords(std::size_t bits) {
    return (bits + kWordBits - 1) / kWordBits;
}

/// [rows][columns] bits, all 0 at first; pages that are never set cost no memory. Threads may set bits of different
/// words at the same time.
class BitRows {
public:
    /// Throws std::bad_alloc.
    BitRows(std::size_t rows, std::size_t columns)
        : m_rows(rows), m_words(bitWords(columns)),
          m_data(static_cast<BitWord*>(std::calloc(rows * m_words + 1, sizeof(BitWord)))) {
        if (!m_data)
            throw std::bad_alloc();
    }
    std::size_t rows() const { return m_rows; }
    std::span<BitWord> row(std::size_t row) { return {m_data.get() + row * m_words, m_words}; }
    std::span<const BitWord> row(std::size_t row) const { return {m_data.get() + row * m_words, m_words}; }
    void set(std::size_t row, std::size_t column) {
        m_data.get()[row * m_words + column / kWordBits] |= BitWord{1} << column % kWordBits;
    }

private:
    struct Free {
        void operator()(BitWord* data) const { std::free(data); }
    };
    std::size_t m_rows;
    std::size_t m_words;
    std::unique_ptr<BitWord, Free> m_data;
};

/// Calls visit(column) for each bit of the word, ascending; the word's first bit is column `first`.
template <class Visit>
void forBits(BitWord word, std::uint32_t first, Visit visit) {
    for (; word; word &= word - 1)
        visit(first + static_cast<std::uint32_t>(std::countr_zero(word)));
}

} // namespace neuroscribe::descriptors
