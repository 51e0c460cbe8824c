// Who is similar to whom: for each row the rows that are at least as similar as a threshold, itself included.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/bit_rows.h"
#include "core/descriptors/row_products.h"

namespace neuroscribe::descriptors {

struct Neighbours {
    std::vector<std::uint32_t> counts; ///< of all rows
    BitRows sets;                      ///< of the first rows only
};

/// Each pair is multiplied once. Sets are kept of the first `kept` rows. Reports pairsOf(rows.size()).
/// Errors: Cancelled. Throws std::bad_alloc.
Result<Neighbours> findNeighbours(const UnitRows& rows, const SimilarityCut& cut, std::uint32_t kept,
                                  const std::stop_token& stop, ProgressMeter& meter);

/// The sets that were not kept, computed again for some rows at a time among those that still matter.
class NeighbourRecall {
public:
    NeighbourRecall(const UnitRows& rows, const SimilarityCut& cut) : m_rows(rows), m_cut(cut) {}

    /// Rows worth asking for at once.
    static std::uint32_t rowsAtOnce();
    /// Neighbours of `which` among the rows whose bit is set. `among` may only lose bits from one call to the next.
    /// Errors: Cancelled. Throws std::bad_alloc.
    Status compute(std::span<const std::uint32_t> which, std::span<const BitWord> among, const std::stop_token& stop);
    /// Of the last compute(). Bits that were not in its `among` may be set too.
    std::span<const BitWord> set(std::size_t index) const { return m_sets->row(index); }

private:
    void pack(std::span<const BitWord> among);
    void computeRows(std::span<const std::uint32_t> which, std::size_t index, const std::stop_token& stop);

    const UnitRows& m_rows;
    const SimilarityCut& m_cut;
    std::vector<std::uint32_t> m_columns; ///< the packed rows
    std::optional<PackedRows> m_packed;
    std::optional<BitRows> m_sets;
};

} // namespace neuroscribe::descriptors
