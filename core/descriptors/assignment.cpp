#include "core/descriptors/assignment.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace neuroscribe::descriptors {
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Every row also has a column of its own, number columns + row, at weight 0: that it stays without one. Costs are
/// negated weights; prices (the dual variables of the columns) keep every reduced cost at 0 or above.
class Assignment {
public:
    Assignment(std::uint32_t rows, std::uint32_t columns, std::span<const WeightedPair> pairs)
        : m_columns(columns), m_pairs(rows), m_columnOf(rows, kNone), m_rowOf(std::size_t{columns} + rows, kNone),
          m_prices(m_rowOf.size(), 0.0) {
        for (const WeightedPair& pair : pairs)
            m_pairs[pair.row].push_back({pair.column, -pair.weight});
        for (std::uint32_t row = 0; row < rows; ++row)
            m_pairs[row].push_back({columns + row, 0.0});
    }

    /// Takes one more row in, by the shortest path to a free column.
    void add(std::uint32_t row) {
        m_distance.assign(m_rowOf.size(), kUnreached);
        m_from.assign(m_rowOf.size(), kNone);
        m_done.assign(m_rowOf.size(), false);
        reach(row, 0);
        for (;;) {
            const auto [distance, column] = m_queue.top(); // never empty: the row's own column is free or its own
            m_queue.pop();
            if (m_done[column])
                continue;
            m_done[column] = true;
            if (m_rowOf[column] == kNone) {
                m_queue = {};
                raisePrices(distance);
                return turn(column);
            }
            const std::uint32_t next = m_rowOf[column];
            reach(next, distance - (costOf(next, column) - m_prices[column]));
        }
    }

    std::optional<std::uint32_t> columnOf(std::uint32_t row) const {
        return m_columnOf[row] < m_columns ? std::optional(m_columnOf[row]) : std::nullopt;
    }

private:
    struct Pair {
        std::uint32_t column = 0;
        double cost = 0;
    };
    using Reached = std::pair<double, std::uint32_t>; ///< distance, column

    double costOf(std::uint32_t row, std::uint32_t column) const {
        return std::ranges::find(m_pairs[row], column, &Pair::column)->cost;
    }

    void reach(std::uint32_t row, double base) {
        for (const Pair& pair : m_pairs[row]) {
            const double distance = base + pair.cost - m_prices[pair.column];
            if (m_done[pair.column] || distance >= m_distance[pair.column])
                continue;
            m_distance[pair.column] = distance;
            m_from[pair.column] = row;
            m_queue.emplace(distance, pair.column);
        }
    }

    void raisePrices(double end) {
        for (std::size_t column = 0; column < m_done.size(); ++column)
            if (m_done[column])
                m_prices[column] += m_distance[column] - end;
    }

    /// Along the path, each row gives its column to the one before.
    void turn(std::uint32_t column) {
        while (column != kNone) {
            const std::uint32_t row = m_from[column];
            m_rowOf[column] = row;
            column = std::exchange(m_columnOf[row], column);
        }
    }

    std::uint32_t m_columns;
    std::vector<std::vector<Pair>> m_pairs; ///< by row
    std::vector<std::uint32_t> m_columnOf;  ///< by row
    std::vector<std::uint32_t> m_rowOf;     ///< by column
    std::vector<double> m_prices;           ///< by column
    std::vector<double> m_distance;         ///< by column, of the present path
    std::vector<std::uint32_t> m_from;      ///< by column, the row before it on the path
    std::vector<bool> m_done;               ///< by column
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> m_queue;
};

} // namespace

std::vector<std::optional<std::uint32_t>> bestAssignment(std::uint32_t rows, std::uint32_t columns,
                                                         std::span<const WeightedPair> pairs) {
    Assignment assignment(rows, columns, pairs);
    for (std::uint32_t row = 0; row < rows; ++row)
        assignment.add(row);
    std::vector<std::optional<std::uint32_t>> found;
    for (std::uint32_t row = 0; row < rows; ++row)
        found.push_back(assignment.columnOf(row));
    return found;
}

} // namespace neuroscribe::descriptors
