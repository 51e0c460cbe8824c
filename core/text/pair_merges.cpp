#include "core/text/pair_merges.h"

#include <algorithm>
#include <limits>

namespace neuroscribe::text {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr TokenId kGone = -1; ///< of a node that was merged into its left neighbour

/// For a heap whose top is the least rank, then the leftmost place.
constexpr auto kComesLater = [](const auto& a, const auto& b) {
    return a.rank != b.rank ? a.rank > b.rank : a.at > b.at;
};

} // namespace

void PairMerges::add(TokenId left, TokenId right, std::uint32_t rank, TokenId merged) {
    m_merges.insert_or_assign(key(left, right), Merge{rank, merged});
}

void PairMerges::propose(std::uint32_t left, Scratch& scratch) const {
    if (left == kNone || scratch.m_nodes[left].next == kNone)
        return;
    const TokenId first = scratch.m_nodes[left].id;
    const TokenId second = scratch.m_nodes[scratch.m_nodes[left].next].id;
    const auto found = m_merges.find(key(first, second));
    if (found == m_merges.end())
        return;
    scratch.m_heap.push_back({found->second.rank, left, first, second, found->second.id});
    std::push_heap(scratch.m_heap.begin(), scratch.m_heap.end(), kComesLater);
}

void PairMerges::apply(std::vector<TokenId>& word, Scratch& scratch) const {
    auto& nodes = scratch.m_nodes;
    auto& heap = scratch.m_heap;
    nodes.clear();
    heap.clear();
    const auto count = static_cast<std::uint32_t>(word.size());
    for (std::uint32_t i = 0; i < count; ++i)
        nodes.push_back({word[i], i == 0 ? kNone : i - 1, i + 1 == count ? kNone : i + 1});
    for (std::uint32_t i = 0; i < count; ++i)
        propose(i, scratch);
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), kComesLater);
        const Scratch::Candidate best = heap.back();
        heap.pop_back();
        Scratch::Node& left = nodes[best.at];
        if (left.id != best.left || left.next == kNone || nodes[left.next].id != best.right)
            continue; // a neighbour was merged away since this was proposed
        Scratch::Node& right = nodes[left.next];
        left.id = best.merged;
        left.next = right.next;
        right.id = kGone;
        if (left.next != kNone)
            nodes[left.next].previous = best.at;
        propose(left.previous, scratch);
        propose(best.at, scratch);
    }
    word.clear();
    for (const Scratch::Node& node : nodes)
        if (node.id != kGone)
            word.push_back(node.id);
}

} // namespace neuroscribe::text
