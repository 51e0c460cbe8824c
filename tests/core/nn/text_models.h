// What the tests of text models share: models loaded through the module, the reference's cases, random prompts.
#pragma once

#include <cmath>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/nn/loader.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {

/// Null where the nn module is not built.
inline nn::Runtime* moduleOrNull() {
    const auto loaded = nn::runtime();
    return loaded ? *loaded : nullptr;
}

inline Result<std::unique_ptr<nn::TextModel>> tryLoadText(const std::filesystem::path& folder,
                                                          nn::TextModelOptions options = {.device = "cpu"}) {
    options.threads = 2;
    return (*nn::runtime())->loadTextModel(folder.string(), options);
}

inline std::unique_ptr<nn::TextModel> loadText(const std::filesystem::path& folder,
                                               const nn::TextModelOptions& options = {.device = "cpu"}) {
    auto loaded = tryLoadText(folder, options);
    INFO((loaded ? "" : describe(loaded.error())));
    REQUIRE(loaded.ok());
    return std::move(*loaded);
}

/// expected.json of a folder.
struct TextCases {
    std::vector<nn::TokenSequence> prompts;
    nlohmann::json cases;
};

inline TextCases readTextCases(const std::filesystem::path& folder) {
    TextCases read{{}, nlohmann::json::parse(readFile((folder / "expected.json").string()))};
    for (const auto& one : read.cases)
        read.prompts.push_back(one["input_ids"]);
    REQUIRE(read.prompts.size() == 3);
    return read;
}

/// Ids of the whole vocabulary, so that sums and log-sums can be checked.
inline std::vector<std::int32_t> allIds(const nn::TextModel& model) {
    std::vector<std::int32_t> ids(model.vocabularySize());
    std::iota(ids.begin(), ids.end(), 0);
    return ids;
}

inline void checkFirstStep(std::span<const float> logits, float logSumExp, const nlohmann::json& expected) {
    double sum = 0, exponentials = 0;
    for (const float logit : logits) {
        sum += logit;
        exponentials += std::exp(static_cast<double>(logit));
    }
    CHECK(sum == Approx(expected["first_step_sum"].get<double>()).margin(1e-3 * static_cast<double>(logits.size())));
    CHECK(logSumExp == Approx(std::log(exponentials)).margin(1e-4));
    for (std::size_t i = 0; i < expected["first_step_top20_ids"].size(); ++i) {
        const auto id = expected["first_step_top20_ids"][i].get<std::size_t>();
        CHECK(logits[id] == Approx(expected["first_step_top20_logits"][i].get<double>()).margin(1e-3));
    }
}

/// The prompt at `place` of a call is the case's; the others may be anything.
inline void checkCase(nn::TextModel& model, const std::vector<nn::TokenSequence>& prompts, std::size_t place,
                      const nlohmann::json& expected) {
    const auto answers = model.generate(prompts, 8, {});
    REQUIRE(answers.ok());
    CHECK((*answers)[place] == expected["greedy"].get<nn::TokenSequence>());
    const auto ids = allIds(model);
    const auto first = model.firstStep(prompts, ids, {});
    REQUIRE(first.ok());
    checkFirstStep(std::span(first->logits).subspan(place * ids.size(), ids.size()), first->logSumExp[place], expected);
}

inline nn::TokenSequence randomPrompt(Random& random, std::uint32_t vocabulary, std::size_t length) {
    nn::TokenSequence prompt(length);
    for (std::int32_t& token : prompt)
        token = static_cast<std::int32_t>(random.below(vocabulary));
    return prompt;
}

} // namespace neuroscribe::test
