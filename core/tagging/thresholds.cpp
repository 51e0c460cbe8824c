#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

const char* ruleName(Rule rule) {
    return rule == Rule::Share ? "share" : "occurrence";
}

Result<Rule> parseRule(const std::string& name) {
    for (const Rule rule : {Rule::Share, Rule::Occurrence})
        if (name == ruleName(rule))
            return rule;
    return Error{ErrorCode::InvalidArgument, "rule", "there is no rule named " + name, "Use share or occurrence"};
}

std::uint32_t defaultTMilli(Rule rule) {
    return rule == Rule::Share ? 350 : 100;
}

Status Thresholds::validate() const {
    constexpr std::uint32_t kMinKMilli = 100;
    constexpr std::uint32_t kMillion = 1'000'000;
    if (kMilli < kMinKMilli || kMilli > kMaxKMilli)
        return Error{ErrorCode::InvalidArgument, "k", "k is outside 0.1 to 10 %", "Choose k between 0.1 and 10"};
    if (tMilli > 1000)
        return Error{ErrorCode::InvalidArgument, "t", "t is outside 0 to 1", "Choose t between 0 and 1"};
    if (maxQMicro > kMillion || alphaMicro > kMillion)
        return Error{ErrorCode::InvalidArgument, "q", "a limit of q is outside 0 to 1", "Choose it between 0 and 1"};
    if (split != corpus::Split::Calibration && split != corpus::Split::Validation)
        return Error{ErrorCode::InvalidArgument, "split", "there is no such split", ""};
    return {};
}

} // namespace neuroscribe::tagging
