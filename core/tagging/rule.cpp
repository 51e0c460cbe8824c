#include "core/tagging/rule.h"

#include <array>

namespace neuroscribe::tagging {
namespace {

struct Entry {
    Rule rule;
    const char* name;
    std::uint32_t defaultTMilli;
};
constexpr std::array<Entry, 8> kEntries{{
    {Rule::Share, "share", 350},
    {Rule::Occurrence, "occurrence", 100},
    {Rule::Lift, "lift", 2'000},
    {Rule::R, "r", 100},
    {Rule::F1, "f1", 100},
    {Rule::Iou, "iou", 50},
    {Rule::Auroc, "auroc", 650},
    {Rule::Auprc, "auprc", 2'000},
}};

const Entry& entryOf(Rule rule) {
    return kEntries[static_cast<std::size_t>(rule)];
}

} // namespace

std::span<const Rule> allRules() {
    static constexpr std::array<Rule, 8> kRules{Rule::Share, Rule::Occurrence, Rule::Lift,  Rule::R,
                                                Rule::F1,    Rule::Iou,        Rule::Auroc, Rule::Auprc};
    return kRules;
}

const char* ruleName(Rule rule) {
    return entryOf(rule).name;
}

Result<Rule> parseRule(const std::string& name) {
    for (const Entry& entry : kEntries)
        if (name == entry.name)
            return entry.rule;
    return Error{ErrorCode::InvalidArgument, "rule", "there is no rule named " + name,
                 "Use share, occurrence, lift, r, f1, iou, auroc or auprc"};
}

std::uint32_t defaultTMilli(Rule rule) {
    return entryOf(rule).defaultTMilli;
}

std::uint32_t maxTMilli(Rule rule) {
    return isMultiple(rule) ? 1'000'000 : 1'000;
}

} // namespace neuroscribe::tagging
