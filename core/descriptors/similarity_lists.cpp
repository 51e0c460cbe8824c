#include "core/descriptors/similarity_lists.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::size_t kSortGrain = 64; // rows

} // namespace

Result<SimilarityLists> SimilarityLists::make(std::uint32_t rows, std::span<const SimilarPair> pairs,
                                              const std::stop_token& stop) {
    SimilarityLists lists(rows);
    lists.count(pairs);
    lists.fill(pairs, stop);
    lists.sort(stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "communities", "stopped", ""};
    return lists;
}

void SimilarityLists::count(std::span<const SimilarPair> pairs) {
    for (const SimilarPair& pair : pairs) {
        ++m_begins[pair.row + 1];
        ++m_begins[pair.column + 1];
    }
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
}

void SimilarityLists::fill(std::span<const SimilarPair> pairs, const std::stop_token& stop) {
    m_neighbours.resize(m_begins.back());
    m_products.resize(m_begins.back());
    std::vector<std::uint64_t> next(m_begins.begin(), m_begins.end() - 1);
    const auto put = [&](std::uint32_t row, std::uint32_t neighbour, float product) {
        m_neighbours[next[row]] = neighbour;
        m_products[next[row]++] = product;
    };
    for (const SimilarPair& pair : pairs) {
        if (stop.stop_requested())
            return;
        put(pair.row, pair.column, pair.product);
        put(pair.column, pair.row, pair.product);
    }
}

void SimilarityLists::sort(const std::stop_token& stop) {
    parallelThrowing(m_begins.size() - 1, kSortGrain, [&](std::size_t begin, std::size_t end) {
        std::vector<std::pair<float, std::uint32_t>> list;
        for (std::size_t row = begin; row < end && !stop.stop_requested(); ++row) {
            list.clear();
            for (std::uint64_t i = m_begins[row]; i < m_begins[row + 1]; ++i)
                list.emplace_back(-m_products[i], m_neighbours[i]);
            std::ranges::sort(list);
            for (std::size_t i = 0; i < list.size(); ++i) {
                m_products[m_begins[row] + i] = -list[i].first;
                m_neighbours[m_begins[row] + i] = list[i].second;
            }
        }
    });
}

} // namespace neuroscribe::descriptors
