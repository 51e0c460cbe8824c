// The merges of byte-pair encoding: which two neighbouring tokens become one, and in which order.
// Source: Sennrich et al. 2016; order as in GPT-2: the merge of least rank first, from left to right.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/text/tokenizer.h"

namespace neuroscribe::text {

/// Immutable after the last add(); thread-safe then.
class PairMerges {
public:
    void reserve(std::size_t merges) { m_merges.reserve(merges); }
    /// A pair that is added twice keeps the later merge.
    void add(TokenId left, TokenId right, std::uint32_t rank, TokenId merged);
    std::size_t size() const { return m_merges.size(); }

    /// Working memory of apply(), kept from word to word.
    class Scratch {
        friend class PairMerges;
        struct Node {
            TokenId id;
            std::uint32_t previous, next;
        };
        struct Candidate {
            std::uint32_t rank, at; ///< node of the left token
            TokenId left, right, merged;
        };
        std::vector<Node> m_nodes;
        std::vector<Candidate> m_heap;
    };
    /// Merges the tokens of a word until nothing is left to merge, in O(n log n). Fewer than 2^32 - 1 tokens.
    void apply(std::vector<TokenId>& word, Scratch& scratch) const;

private:
    struct Merge {
        std::uint32_t rank;
        TokenId id;
    };
    static std::uint64_t key(TokenId left, TokenId right) {
        return std::uint64_t{static_cast<std::uint32_t>(left)} << 32 | static_cast<std::uint32_t>(right);
    }
    void propose(std::uint32_t left, Scratch& scratch) const;

    std::unordered_map<std::uint64_t, Merge> m_merges;
};

} // namespace neuroscribe::text
