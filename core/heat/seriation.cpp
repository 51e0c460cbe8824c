#include "core/heat/seriation.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/base/progress.h"
#include "core/descriptors/linkage.h"

namespace neuroscribe::heat {
namespace {

/// One merge, or a single item.
struct Node {
    std::uint32_t left = 0, right = 0; ///< nodes; equal for a single item
    std::vector<std::uint32_t> items;  ///< ascending
    bool isItem() const { return items.size() == 1; }
};

using Items = std::vector<std::uint32_t>;

/// The best cost of a subtree with one item at its left end and another at its right. Two items meet in one subtree
/// only, so that one matrix holds the costs of all of them.
class LeafOrder {
public:
    LeafOrder(std::span<const double> distances, std::uint32_t size)
        : m_distances(distances), m_size(size), m_costs(std::size_t{size} * size, 0) {}

    Status build(const std::vector<descriptors::Merge>& merges, const std::stop_token& stop) {
        for (std::uint32_t item = 0; item < m_size; ++item)
            m_nodes.push_back({item, item, {item}});
        std::vector<std::uint32_t> nodeOf(m_size); // of a cluster, by its lowest item
        for (std::uint32_t item = 0; item < m_size; ++item)
            nodeOf[item] = item;
        for (const descriptors::Merge& merge : merges) {
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, "order of descriptors", "stopped", ""};
            addNode(nodeOf[merge.low], nodeOf[merge.high]);
            nodeOf[merge.low] = static_cast<std::uint32_t>(m_nodes.size() - 1);
        }
        return {};
    }

    Items order() const {
        const Node& root = m_nodes.back();
        if (root.isItem())
            return root.items;
        std::uint32_t bestFirst = 0, bestLast = 0;
        double best = std::numeric_limits<double>::infinity();
        for (const std::uint32_t first : m_nodes[root.left].items)
            for (const std::uint32_t last : m_nodes[root.right].items)
                if (cost(first, last) < best) {
                    best = cost(first, last);
                    bestFirst = first, bestLast = last;
                }
        Items order;
        unfold(static_cast<std::uint32_t>(m_nodes.size() - 1), bestFirst, bestLast, order);
        if (order.front() > order.back())
            std::reverse(order.begin(), order.end());
        return order;
    }

private:
    double distance(std::uint32_t a, std::uint32_t b) const { return m_distances[std::size_t{a} * m_size + b]; }
    double cost(std::uint32_t a, std::uint32_t b) const { return m_costs[std::size_t{a} * m_size + b]; }

    /// Items that may stand at the other end of `node` when `item` stands at one.
    const Items& oppositeOf(const Node& node, std::uint32_t item) const {
        if (node.isItem())
            return node.items;
        const Items& left = m_nodes[node.left].items;
        return std::binary_search(left.begin(), left.end(), item) ? m_nodes[node.right].items : left;
    }

    void addNode(std::uint32_t leftIndex, std::uint32_t rightIndex) {
        const Node &left = m_nodes[leftIndex], &right = m_nodes[rightIndex];
        std::vector<double> toRight(m_size); // from the outer item on the left to each item that begins the right
        for (const std::uint32_t outer : left.items) {
            const Items& inner = oppositeOf(left, outer);
            for (const std::uint32_t begin : right.items) {
                double best = std::numeric_limits<double>::infinity();
                for (const std::uint32_t end : inner)
                    best = std::min(best, cost(outer, end) + distance(end, begin));
                toRight[begin] = best;
            }
            for (const std::uint32_t last : right.items) {
                double best = std::numeric_limits<double>::infinity();
                for (const std::uint32_t begin : oppositeOf(right, last))
                    best = std::min(best, toRight[begin] + cost(begin, last));
                m_costs[std::size_t{outer} * m_size + last] = m_costs[std::size_t{last} * m_size + outer] = best;
            }
        }
        Node node{leftIndex, rightIndex, {}};
        std::ranges::merge(left.items, right.items, std::back_inserter(node.items));
        m_nodes.push_back(std::move(node));
    }

    /// Writes the items of a node, from `first` to `last`.
    void unfold(std::uint32_t index, std::uint32_t first, std::uint32_t last, Items& order) const {
        const Node& node = m_nodes[index];
        if (node.isItem()) {
            order.push_back(first);
            return;
        }
        const Items& ofLeft = m_nodes[node.left].items;
        const bool turned = !std::binary_search(ofLeft.begin(), ofLeft.end(), first);
        const std::uint32_t before = turned ? node.right : node.left, after = turned ? node.left : node.right;
        std::uint32_t bestEnd = 0, bestBegin = 0;
        double best = std::numeric_limits<double>::infinity();
        for (const std::uint32_t end : oppositeOf(m_nodes[before], first))
            for (const std::uint32_t begin : oppositeOf(m_nodes[after], last)) {
                const double whole = cost(first, end) + distance(end, begin) + cost(begin, last);
                if (whole < best) {
                    best = whole;
                    bestEnd = end, bestBegin = begin;
                }
            }
        unfold(before, first, bestEnd, order);
        unfold(after, bestBegin, last, order);
    }

    std::span<const double> m_distances;
    std::uint32_t m_size;
    std::vector<double> m_costs; ///< [size][size], 0 on the diagonal
    std::vector<Node> m_nodes;
};

} // namespace

Result<std::vector<std::uint32_t>> optimalLeafOrder(std::span<const double> distances, std::uint32_t size,
                                                    std::stop_token stop) {
    assert(distances.size() == std::size_t{size} * size);
    if (size == 0)
        return std::vector<std::uint32_t>{};
    descriptors::DistanceSums sums(size);
    for (std::uint32_t a = 0; a < size; ++a)
        for (std::uint32_t b = a + 1; b < size; ++b)
            sums.at(a, b) = descriptors::roundedDistance(distances[std::size_t{a} * size + b]);
    NullProgress nothing;
    ProgressMeter meter(nothing, "order", 0);
    NS_ASSIGN(const auto merges, descriptors::averageLinkage(sums, stop, meter));
    LeafOrder tree(distances, size);
    NS_TRY(tree.build(merges, stop));
    return tree.order();
}

} // namespace neuroscribe::heat
