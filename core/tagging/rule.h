// The rules by which a descriptor may fit a neuron (SCIENCE, "What the paper leaves out" 2), and what t means in each.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/result.h"

namespace neuroscribe::tagging {

/// Share and Occurrence are the two readings of the paper's f. Lift, F1 and Iou are counted among the exemplars too; R,
/// Auroc and Auprc compare all sentences of the split with the activations and don't depend on k.
enum class Rule : std::uint8_t { Share, Occurrence, Lift, R, F1, Iou, Auroc, Auprc };

std::span<const Rule> allRules(); ///< in the order above
const char* ruleName(Rule rule);  ///< "share", "occurrence", "lift", "r", "f1", "iou", "auroc", "auprc"
Result<Rule> parseRule(const std::string& name);

/// t is kept as an integer number of 0.001. It bounds the rule's own value, but for Auprc, where a fixed bound would
/// say nothing across base rates, the value as a multiple of the base rate.
std::uint32_t defaultTMilli(Rule rule); ///< 350, 100, 2,000, 100, 100, 50, 650, 2,000
std::uint32_t maxTMilli(Rule rule);     ///< 1,000; 1,000,000 for Lift and Auprc, which are multiples of a base rate

/// Needs whole rows of activations (row_rules.h), and is the same at every k.
constexpr bool isOfWholeRows(Rule rule) {
    return rule == Rule::R || rule == Rule::Auroc || rule == Rule::Auprc;
}
constexpr bool isMultiple(Rule rule) {
    return rule == Rule::Lift || rule == Rule::Auprc;
}

} // namespace neuroscribe::tagging
