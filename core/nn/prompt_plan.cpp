#include "core/nn/prompt_plan.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace neuroscribe::nn {
namespace {

Error badPrompt(std::size_t index, const std::string& why) {
    return {ErrorCode::InvalidArgument, "prompt " + std::to_string(index) + " of the call", why, ""};
}

std::string outside(std::int32_t id, std::uint32_t vocabulary) {
    return "token " + std::to_string(id) + " is outside the vocabulary of " + std::to_string(vocabulary);
}

} // namespace

Status checkPrompts(std::span<const TokenSequence> prompts, std::uint32_t vocabulary, std::uint32_t maxTokens) {
    for (std::size_t p = 0; p < prompts.size(); ++p) {
        const TokenSequence& prompt = prompts[p];
        if (prompt.empty())
            return badPrompt(p, "it has no tokens");
        if (maxTokens != 0 && prompt.size() > maxTokens)
            return badPrompt(p, "it has " + std::to_string(prompt.size()) + " tokens where the model takes " +
                                    std::to_string(maxTokens));
        for (const std::int32_t id : prompt)
            if (id < 0 || static_cast<std::uint32_t>(id) >= vocabulary)
                return badPrompt(p, outside(id, vocabulary));
    }
    return {};
}

Status checkIds(std::span<const std::int32_t> ids, std::uint32_t vocabulary) {
    for (const std::int32_t id : ids)
        if (id < 0 || static_cast<std::uint32_t>(id) >= vocabulary)
            return Error{ErrorCode::InvalidArgument, "ids", outside(id, vocabulary), ""};
    return {};
}

std::vector<std::vector<std::size_t>> planByLength(std::span<const TokenSequence> prompts, std::size_t tokens) {
    std::vector<std::size_t> order(prompts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return prompts[a].size() < prompts[b].size(); });
    std::vector<std::vector<std::size_t>> batches;
    for (const std::size_t prompt : order) {
        if (batches.empty() || (batches.back().size() + 1) * prompts[prompt].size() > tokens)
            batches.emplace_back();
        batches.back().push_back(prompt);
    }
    return batches;
}

PackedBatch packPrompts(std::span<const TokenSequence> prompts, std::span<const std::size_t> members) {
    PackedBatch batch;
    batch.offsets.push_back(0);
    for (const std::size_t member : members) {
        batch.tokens.insert(batch.tokens.end(), prompts[member].begin(), prompts[member].end());
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batch;
}

} // namespace neuroscribe::nn
