// Similar pairs by row: each row's neighbours, the most similar first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/descriptors/similar_pairs.h"

namespace neuroscribe::descriptors {

class SimilarityLists {
public:
    /// Equally similar ones by row. Errors: Cancelled. Throws std::bad_alloc.
    static Result<SimilarityLists> make(std::uint32_t rows, std::span<const SimilarPair> pairs,
                                        const std::stop_token& stop);

    /// Without the row itself.
    std::span<const std::uint32_t> neighbours(std::uint32_t row) const { return slice(m_neighbours, row); }
    std::span<const float> products(std::uint32_t row) const { return slice(m_products, row); }

private:
    template <class T>
    std::span<const T> slice(const std::vector<T>& values, std::uint32_t row) const {
        return std::span(values).subspan(m_begins[row], m_begins[row + 1] - m_begins[row]);
    }
    explicit SimilarityLists(std::uint32_t rows) : m_begins(std::size_t{rows} + 1) {}
    void count(std::span<const SimilarPair> pairs);
    void fill(std::span<const SimilarPair> pairs, const std::stop_token& stop);
    void sort(const std::stop_token& stop);

    std::vector<std::uint64_t> m_begins; ///< [rows + 1]
    std::vector<std::uint32_t> m_neighbours;
    std::vector<float> m_products;
};

} // namespace neuroscribe::descriptors
