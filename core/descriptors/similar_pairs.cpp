#include "core/descriptors/similar_pairs.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "core/descriptors/row_products.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

/// Counts of pairs between two neighbouring floors.
using Histogram = std::vector<std::uint64_t>;

/// Takes pairs from many threads and raises the floor as soon as they are too many. What floor that is in the end
/// follows from the counts alone, whatever the order in which the pairs came.
class Collection {
public:
    Collection(const UnitRows& rows, double floor, std::uint64_t limit) : m_limit(limit) {
        const long last = 100;
        for (long hundredth = std::lround(floor * 100); hundredth <= last; ++hundredth) {
            m_floors.push_back(static_cast<double>(hundredth) / 100);
            m_edges.push_back(SimilarityCut(rows, m_floors.back()).lowest());
        }
        m_counts.resize(m_floors.size());
    }

    /// Products below it are of no use any more.
    float lowest() const { return m_edges[std::min<std::size_t>(m_floor, m_edges.size() - 1)]; }
    Histogram emptyHistogram() const { return Histogram(m_floors.size()); }
    /// product >= lowest(), also one of an earlier time.
    std::size_t binOf(float product) const {
        const auto guess = static_cast<std::ptrdiff_t>((product - m_edges.front()) * 100);
        auto bin = static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(guess, 0, static_cast<std::ptrdiff_t>(m_edges.size()) - 1));
        while (bin + 1 < m_edges.size() && product >= m_edges[bin + 1])
            ++bin;
        while (bin > 0 && product < m_edges[bin])
            --bin;
        return bin;
    }
    void add(const std::vector<SimilarPair>& pairs, const Histogram& histogram) {
        const std::lock_guard lock(m_mutex);
        for (std::size_t bin = 0; bin < histogram.size(); ++bin) {
            m_counts[bin] += histogram[bin];
            m_above += bin >= m_floor ? histogram[bin] : 0;
        }
        while (m_floor < m_floors.size() && m_above > m_limit)
            m_above -= m_counts[m_floor++];
        if (!fits())
            return;
        m_pairs.insert(m_pairs.end(), pairs.begin(), pairs.end());
        if (m_pairs.size() > m_limit + m_limit / 2)
            dropLowest();
    }
    bool fits() const { return m_floor < m_floors.size(); }
    SimilarPairs take() {
        dropLowest();
        return {m_floors[m_floor], std::move(m_pairs)};
    }

private:
    void dropLowest() {
        std::erase_if(m_pairs, [lowest = lowest()](const SimilarPair& pair) { return pair.product < lowest; });
    }

    std::uint64_t m_limit;
    std::vector<double> m_floors;
    std::vector<float> m_edges; ///< a pair of a floor's similarity or more has at least this product
    std::atomic<std::size_t> m_floor{0};
    std::mutex m_mutex; ///< of what follows
    Histogram m_counts;
    std::uint64_t m_above = 0; ///< pairs from the floor on
    std::vector<SimilarPair> m_pairs;
};

class Collector {
public:
    Collector(const UnitRows& rows, Collection& collection, const std::stop_token& stop)
        : m_rows(rows), m_packed(rows), m_collection(collection), m_stop(stop) {}

    void scanStrip(std::uint32_t first, std::uint32_t count) {
        ProductRoom room;
        std::vector<SimilarPair> pairs;
        for (std::uint32_t from = first; from < m_rows.size(); from += kSpanColumns) {
            if (m_stop.stop_requested() || !m_collection.fits())
                return;
            const ProductBlock block = m_packed.multiply(m_rows.row(first), count, from, room);
            pairs.clear();
            Histogram histogram = m_collection.emptyHistogram();
            for (std::uint32_t r = 0; r < count; ++r) {
                const std::uint32_t begin = from == first ? r + 1 : 0;
                forValuesAtLeast({block.row(r) + begin, block.columns - begin}, m_collection.lowest(),
                                 [&](std::uint32_t index, float product) {
                                     ++histogram[m_collection.binOf(product)];
                                     pairs.push_back({first + r, from + begin + index, product});
                                 });
            }
            m_collection.add(pairs, histogram);
        }
    }

private:
    const UnitRows& m_rows;
    PackedRows m_packed;
    Collection& m_collection;
    const std::stop_token& m_stop;
};

} // namespace

Result<SimilarPairs> findSimilarPairs(const UnitRows& rows, double floor, std::uint64_t limit,
                                      const std::stop_token& stop, ProgressMeter& meter) {
    Collection collection(rows, floor, limit);
    Collector collector(rows, collection, stop);
    forStrips(rows.size(), stop, meter,
              [&](std::uint32_t first, std::uint32_t count) { collector.scanStrip(first, count); });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "communities", "stopped", ""};
    if (!collection.fits())
        return Error{ErrorCode::OutOfMemory, "communities",
                     "more than " + std::to_string(limit) + " pairs of rows are equal", ""};
    return collection.take();
}

} // namespace neuroscribe::descriptors
