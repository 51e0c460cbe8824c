#include "core/descriptors/neighbours.h"

#include <array>
#include <atomic>

#include "core/base/parallel.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::uint32_t kRecallRows = 48; ///< of a thread: whole tiles of every set of kernels
static_assert(kRecallRows <= kStripRows && kStripRows % kWordBits == 0 && kSpanColumns % kWordBits == 0);

Error cancelled() {
    return {ErrorCode::Cancelled, "communities", "stopped", ""};
}

/// One triangle of products; each thread takes whole strips of rows. A strip writes the bits of its own rows, and in
/// the rows below those of its own columns, which are words of their own.
class Triangle {
public:
    Triangle(const UnitRows& rows, const SimilarityCut& cut, std::uint32_t kept, const std::stop_token& stop)
        : m_rows(rows), m_cut(cut), m_packed(rows),
          m_stop(stop), m_found{std::vector<std::uint32_t>(rows.size(), 1), BitRows(kept, rows.size())} {}

    void scanStrip(std::uint32_t first, std::uint32_t count) {
        ProductRoom room;
        for (std::uint32_t row = first; row < first + count; ++row)
            keep(row, row);
        for (std::uint32_t from = first; from < m_rows.size(); from += kSpanColumns) {
            if (m_stop.stop_requested())
                return;
            scanBlock(m_packed.multiply(m_rows.row(first), count, from, room), first, count, from);
        }
    }
    Neighbours take() { return std::move(m_found); }

private:
    void scanBlock(const ProductBlock& block, std::uint32_t first, std::uint32_t count, std::uint32_t from) {
        std::array<std::uint32_t, kSpanColumns> columnCounts{};
        for (std::uint32_t r = 0; r < count && !m_stop.stop_requested(); ++r) {
            const std::uint32_t row = first + r;
            const std::uint32_t begin = from == first ? r + 1 : 0; // of the diagonal block what is above the diagonal
            std::uint32_t found = 0;
            forValuesAtLeast({block.row(r) + begin, block.columns - begin}, m_cut.lowest(),
                             [&](std::uint32_t index, float product) {
                                 const std::uint32_t column = from + begin + index;
                                 if (!m_cut.holds(row, column, product))
                                     return;
                                 ++found;
                                 ++columnCounts[begin + index];
                                 keep(row, column);
                                 keep(column, row);
                             });
            add(row, found);
        }
        for (std::uint32_t c = 0; c < block.columns; ++c)
            add(from + c, columnCounts[c]);
    }
    void keep(std::uint32_t row, std::uint32_t column) {
        if (row < m_found.sets.rows())
            m_found.sets.set(row, column);
    }
    void add(std::uint32_t row, std::uint32_t found) {
        if (found)
            std::atomic_ref(m_found.counts[row]).fetch_add(found, std::memory_order_relaxed);
    }

    const UnitRows& m_rows;
    const SimilarityCut& m_cut;
    PackedRows m_packed;
    const std::stop_token& m_stop;
    Neighbours m_found;
};

} // namespace

Result<Neighbours> findNeighbours(const UnitRows& rows, const SimilarityCut& cut, std::uint32_t kept,
                                  const std::stop_token& stop, ProgressMeter& meter) {
    Triangle triangle(rows, cut, kept, stop);
    forStrips(rows.size(), stop, meter,
              [&](std::uint32_t first, std::uint32_t count) { triangle.scanStrip(first, count); });
    if (stop.stop_requested())
        return cancelled();
    return triangle.take();
}

std::uint32_t NeighbourRecall::rowsAtOnce() {
    return kRecallRows * threadCount();
}

Status NeighbourRecall::compute(std::span<const std::uint32_t> which, std::span<const BitWord> among,
                                const std::stop_token& stop) {
    std::size_t left = 0;
    for (const BitWord word : among)
        left += static_cast<std::size_t>(std::popcount(word));
    if (!m_packed || left < m_columns.size() / 4 * 3) // packing costs little beside the products it saves
        pack(among);
    m_sets.reset();
    m_sets.emplace(which.size(), m_rows.size());
    parallelThrowing(which.size(), kRecallRows, [&](std::size_t begin, std::size_t end) {
        computeRows(which.subspan(begin, end - begin), begin, stop);
    });
    return stop.stop_requested() ? Status(cancelled()) : Status();
}

void NeighbourRecall::pack(std::span<const BitWord> among) {
    m_columns.clear();
    for (std::uint32_t w = 0; w < among.size(); ++w)
        forBits(among[w], w * kWordBits, [&](std::uint32_t row) { m_columns.push_back(row); });
    m_packed.reset();
    m_packed.emplace(m_rows, m_columns);
}

void NeighbourRecall::computeRows(std::span<const std::uint32_t> which, std::size_t index,
                                  const std::stop_token& stop) {
    const std::size_t dimension = m_rows.dimension();
    const auto count = static_cast<std::uint32_t>(which.size());
    std::vector<float> left(count * dimension);
    for (std::uint32_t r = 0; r < count; ++r) {
        std::copy_n(m_rows.row(which[r]), dimension, left.data() + r * dimension);
        m_sets->set(index + r, which[r]);
    }
    ProductRoom room;
    for (std::uint32_t from = 0; from < m_columns.size(); from += kSpanColumns) {
        const ProductBlock block = m_packed->multiply(left.data(), count, from, room);
        for (std::uint32_t r = 0; r < count; ++r) {
            if (stop.stop_requested())
                return;
            forValuesAtLeast({block.row(r), block.columns}, m_cut.lowest(), [&](std::uint32_t c, float product) {
                const std::uint32_t column = m_columns[from + c];
                if (m_cut.holds(which[r], column, product))
                    m_sets->set(index + r, column);
            });
        }
    }
}

} // namespace neuroscribe::descriptors
