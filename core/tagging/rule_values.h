// The rules that are counted among exemplars, as exact fractions of one cell.
#pragma once

#include <cstdint>

#include "core/tagging/cell_order.h"
#include "core/tagging/rule.h"

namespace neuroscribe::tagging {

/// What the rules of counts are made of.
struct CellCounts {
    std::uint32_t yes = 0;          ///< x_c
    std::uint32_t answered = 0;     ///< m_c
    std::uint32_t baseYes = 0;      ///< B_c
    std::uint32_t baseAnswered = 0; ///< n_c
    std::uint64_t occurrences = 0;  ///< sum of x over the active descriptors
};

/// Not of whole rows. Denominator 0: undefined (nobody among the exemplars is answered; nothing occurs; for lift, the
/// descriptor never occurs).
inline Fraction countRule(Rule rule, const CellCounts& cell) {
    if (cell.answered == 0)
        return {0, 0};
    const std::uint64_t x = cell.yes, m = cell.answered, b = cell.baseYes;
    switch (rule) {
    case Rule::Occurrence:
        return {x, cell.occurrences};
    case Rule::Lift:
        return liftFraction(cell.yes, cell.answered, cell.baseYes, cell.baseAnswered);
    case Rule::F1:
        return {2 * x, m + b};
    case Rule::Iou:
        return {x, m + b - x};
    default:
        return {x, m};
    }
}

/// The most that IoU can be at these sizes: min(m_c, B_c) / max(m_c, B_c).
inline Fraction iouCeiling(const CellCounts& cell) {
    if (cell.answered == 0)
        return {0, 0};
    const bool fewer = cell.answered < cell.baseYes;
    return {fewer ? cell.answered : cell.baseYes, fewer ? cell.baseYes : cell.answered};
}

} // namespace neuroscribe::tagging
