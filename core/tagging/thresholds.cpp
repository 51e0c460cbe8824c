#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

Status Thresholds::validate() const {
    constexpr std::uint32_t kMinKMilli = 100;
    constexpr std::uint32_t kMillion = 1'000'000;
    if (kMilli < kMinKMilli || kMilli > kMaxKMilli)
        return Error{ErrorCode::InvalidArgument, "k", "k is outside 0.1 to 10 %", "Choose k between 0.1 and 10"};
    if (tMilli > maxTMilli(rule)) {
        const std::string most = std::to_string(maxTMilli(rule) / 1000);
        return Error{ErrorCode::InvalidArgument, "t", "t is outside 0 to " + most, "Choose t between 0 and " + most};
    }
    if (maxQMicro > kMillion || alphaMicro > kMillion)
        return Error{ErrorCode::InvalidArgument, "q", "a limit of q is outside 0 to 1", "Choose it between 0 and 1"};
    if (split != corpus::Split::Calibration && split != corpus::Split::Validation)
        return Error{ErrorCode::InvalidArgument, "split", "there is no such split", ""};
    return {};
}

} // namespace neuroscribe::tagging
