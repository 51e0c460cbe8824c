#include "core/llm/token_batches.h"

#include <algorithm>
#include <numeric>

namespace neuroscribe::llm {
namespace {

std::size_t commonBeginning(const nn::TokenSequence& a, const nn::TokenSequence& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::vector<std::size_t> ordered(std::span<const nn::TokenSequence> prompts, BatchOrder order) {
    std::vector<std::size_t> numbers(prompts.size());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    if (order == BatchOrder::ByLength)
        std::stable_sort(numbers.begin(), numbers.end(),
                         [&](std::size_t a, std::size_t b) { return prompts[a].size() < prompts[b].size(); });
    return numbers;
}

/// Prompts in order that mostly share their beginning with the one before, such as the questions of one sentence.
struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t positions = 0; ///< computed
};

/// Groups are cut where they outgrow the budget; without sharing each prompt is one.
std::vector<Group> groupsOf(std::span<const nn::TokenSequence> prompts, const std::vector<std::size_t>& numbers,
                            BatchOrder order, std::size_t budget, std::size_t extra) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const nn::TokenSequence& prompt = prompts[numbers[i]];
        const std::size_t shared =
            order == BatchOrder::AsGiven && i > 0 ? commonBeginning(prompts[numbers[i - 1]], prompt) : 0;
        const std::size_t own = prompt.size() - shared + extra;
        if (2 * shared > prompt.size() && groups.back().positions + own <= budget) {
            groups.back().end = i + 1;
            groups.back().positions += own;
        } else {
            groups.push_back({i, i + 1, prompt.size() + extra});
        }
    }
    return groups;
}

} // namespace

std::vector<Batch> planBatches(std::span<const nn::TokenSequence> prompts, BatchOrder order, std::size_t budget,
                               std::size_t extra) {
    const std::vector<std::size_t> numbers = ordered(prompts, order);
    std::vector<Batch> batches;
    std::size_t positions = 0;
    for (const Group& group : groupsOf(prompts, numbers, order, budget, extra)) {
        if (batches.empty() || positions + group.positions > budget) {
            batches.emplace_back();
            positions = 0;
        }
        positions += group.positions;
        for (std::size_t i = group.begin; i < group.end; ++i)
            batches.back().push_back(numbers[i]);
    }
    return batches;
}

} // namespace neuroscribe::llm
