// Prompts that begin alike, laid out so that each distinct position is computed once, without padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// One row per distinct position of some prompts.
struct SharedRows {
    /// Rows that the prompts before did not have: the last `rows` positions of a prompt, one row after the other.
    struct Run {
        std::size_t prompt; ///< place in `paths`
        std::int32_t firstRow;
        std::int32_t rows;
    };
    std::vector<std::int32_t> tokens;             ///< [rows]
    std::vector<std::int32_t> positions;          ///< [rows], from 0 in each prompt
    std::vector<Run> runs;                        ///< cover all rows in order
    std::vector<std::vector<std::int32_t>> paths; ///< per prompt the row of each of its positions, ascending
};

/// Batches of prompts, sorted by their tokens so that those that begin alike lie side by side; each batch has up to
/// `rows` rows, or one prompt. share: whether what lies side by side is counted, and later computed, once.
std::vector<std::vector<std::size_t>> planByBeginning(std::span<const TokenSequence> prompts, std::size_t rows,
                                                      bool share);

/// `members`: a batch of planByBeginning(); paths are in their order.
SharedRows shareBeginnings(std::span<const TokenSequence> prompts, std::span<const std::size_t> members, bool share);

} // namespace neuroscribe::nn
