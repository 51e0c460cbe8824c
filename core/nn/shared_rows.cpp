#include "core/nn/shared_rows.h"

#include <algorithm>
#include <numeric>

namespace neuroscribe::nn {
namespace {

std::size_t commonBeginning(const TokenSequence& a, const TokenSequence& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

} // namespace

std::vector<std::vector<std::size_t>> planByBeginning(std::span<const TokenSequence> prompts, std::size_t rows,
                                                      bool share) {
    std::vector<std::size_t> order(prompts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return prompts[a] < prompts[b]; });
    std::vector<std::vector<std::size_t>> batches;
    std::size_t used = 0;
    for (const std::size_t prompt : order) {
        const std::size_t known =
            share && !batches.empty() ? commonBeginning(prompts[batches.back().back()], prompts[prompt]) : 0;
        if (batches.empty() || used + prompts[prompt].size() - known > rows) {
            batches.emplace_back();
            used = prompts[prompt].size();
        } else {
            used += prompts[prompt].size() - known;
        }
        batches.back().push_back(prompt);
    }
    return batches;
}

SharedRows shareBeginnings(std::span<const TokenSequence> prompts, std::span<const std::size_t> members, bool share) {
    SharedRows made;
    std::vector<std::int32_t> path;
    for (std::size_t m = 0; m < members.size(); ++m) {
        const TokenSequence& prompt = prompts[members[m]];
        path.resize(share && m > 0 ? commonBeginning(prompts[members[m - 1]], prompt) : 0);
        const auto first = static_cast<std::int32_t>(made.tokens.size());
        while (path.size() < prompt.size()) {
            made.tokens.push_back(prompt[path.size()]);
            made.positions.push_back(static_cast<std::int32_t>(path.size()));
            path.push_back(static_cast<std::int32_t>(made.tokens.size()) - 1);
        }
        if (const auto end = static_cast<std::int32_t>(made.tokens.size()); end > first)
            made.runs.push_back({m, first, end - first});
        made.paths.push_back(path);
    }
    return made;
}

} // namespace neuroscribe::nn
