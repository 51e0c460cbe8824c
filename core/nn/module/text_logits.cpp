#include "core/nn/module/text_logits.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::nn {
namespace {

std::vector<float> hostFloats(const at::Tensor& tensor) {
    const at::Tensor host = tensor.to(at::kCPU, at::kFloat).contiguous();
    return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

Status checkFinite(const std::vector<float>& values, std::span<const std::size_t> members) {
    const auto bad = std::find_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    if (bad == values.end())
        return {};
    const std::size_t perMember = values.size() / members.size();
    const std::size_t member = static_cast<std::size_t>(bad - values.begin()) / perMember;
    return Error{ErrorCode::NonFinite, "prompt " + std::to_string(members[member]) + " of the call",
                 "a logit is not a finite number", "Check the checkpoint's weights"};
}

} // namespace

Status readFirstStep(const at::Tensor& logits, std::span<const std::size_t> members, std::span<const std::int32_t> ids,
                     FirstStep& out) {
    const at::Tensor wanted = at::tensor(std::vector<std::int64_t>(ids.begin(), ids.end()), at::kLong);
    const std::vector<float> chosen = hostFloats(logits.index_select(1, wanted.to(logits.device())));
    const std::vector<float> sums = hostFloats(at::logsumexp(logits, 1));
    NS_TRY(checkFinite(sums, members));
    NS_TRY(checkFinite(chosen, members));
    for (std::size_t m = 0; m < members.size(); ++m) {
        out.logSumExp[members[m]] = sums[m];
        std::copy_n(chosen.begin() + static_cast<std::ptrdiff_t>(m * ids.size()), ids.size(),
                    out.logits.begin() + static_cast<std::ptrdiff_t>(members[m] * ids.size()));
    }
    return {};
}

Result<std::vector<std::int32_t>> likeliest(const at::Tensor& logits, std::span<const std::size_t> members) {
    const auto [best, token] = logits.max(1);
    NS_TRY(checkFinite(hostFloats(best), members));
    const at::Tensor host = token.to(at::kCPU, at::kInt).contiguous();
    return std::vector<std::int32_t>(host.data_ptr<std::int32_t>(), host.data_ptr<std::int32_t>() + host.numel());
}

} // namespace neuroscribe::nn
