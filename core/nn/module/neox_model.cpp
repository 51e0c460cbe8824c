#include "core/nn/module/neox_model.h"

#include <algorithm>
#include <filesystem>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include "core/nn/bert_weights.h"
#include "core/nn/module/neox_network.h"
#include "core/nn/module/text_logits.h"
#include "core/nn/module/torch_error.h"
#include "core/nn/prompt_plan.h"
#include "core/nn/shared_rows.h"

namespace neuroscribe::nn {
namespace {

constexpr std::size_t kCpuBatchRows = 2048;
constexpr std::size_t kCudaBatchRows = 16'384;

class NeoxModel final : public TextModel {
public:
    NeoxModel(NeoxNetwork network, bool sharePrefixes) : m_network(std::move(network)), m_share(sharePrefixes) {}

    bool isEncoderDecoder() const override { return false; }
    std::uint32_t maxTokens() const override { return config().positions; }
    std::uint32_t vocabularySize() const override { return config().vocabulary; }
    const std::vector<std::int32_t>& endTokens() const override { return config().endTokens; }
    Hash128 weightsHash() const override { return m_network.weights().hash; }
    std::string deviceText() const override;
    std::uint64_t positionsComputed() const override { return m_positions; }
    Result<FirstStep> firstStep(std::span<const TokenSequence> prompts, std::span<const std::int32_t> ids,
                                std::stop_token stop) override;
    Result<std::vector<TokenSequence>> generate(std::span<const TokenSequence> prompts, std::uint32_t maxNewTokens,
                                                std::stop_token stop) override;

private:
    using Members = std::vector<std::size_t>; ///< numbers of prompts of the call

    /// An answer under way.
    struct Answer {
        std::size_t prompt;
        std::vector<std::int32_t> path; ///< rows of the cache, one per position
    };

    const NeoxConfig& config() const { return m_network.weights().config; }
    std::vector<Members> plan(std::span<const TokenSequence> prompts) const {
        return planByBeginning(prompts, m_network.device().is_cuda() ? kCudaBatchRows : kCpuBatchRows, m_share);
    }
    Result<at::Tensor> run(const NeoxNetwork::Pass& pass, NeoxNetwork::Cache* cache, const std::stop_token& stop) {
        m_positions += pass.tokens.size();
        return m_network.run(pass, cache, stop);
    }
    /// One row more for each answer: the token it has got.
    static NeoxNetwork::Pass nextPass(std::vector<Answer>& answers, const std::vector<TokenSequence>& out,
                                      const NeoxNetwork::Cache& cache);
    /// Appends the tokens and drops the answers that end.
    void append(const std::vector<std::int32_t>& tokens, std::vector<Answer>& answers,
                std::vector<TokenSequence>& out) const;
    Status generateFor(const Members& members, std::span<const TokenSequence> prompts, std::uint32_t maxNewTokens,
                       const std::stop_token& stop, std::vector<TokenSequence>& out);

    NeoxNetwork m_network;
    bool m_share;
    std::uint64_t m_positions = 0;
};

std::string NeoxModel::deviceText() const {
    if (m_network.device().is_cpu())
        return "CPU, " + std::to_string(at::get_num_threads()) + (at::get_num_threads() == 1 ? " thread" : " threads");
    return m_network.device().str() + (m_network.isHalf() ? ", float16" : ", float32");
}

/// The rows of prompts: each run asks the rows of its prompt up to its own, and each prompt's last row is wanted.
NeoxNetwork::Pass passOf(const SharedRows& shared) {
    NeoxNetwork::Pass pass{shared.tokens, shared.positions, {}, {}};
    for (const SharedRows::Run& run : shared.runs)
        pass.spans.push_back({run.firstRow, run.rows, shared.paths[run.prompt]});
    for (const auto& path : shared.paths)
        pass.lastSpans.push_back({path.back(), 1, path});
    return pass;
}

Result<FirstStep> NeoxModel::firstStep(std::span<const TokenSequence> prompts, std::span<const std::int32_t> ids,
                                       std::stop_token stop) try {
    NS_TRY(checkPrompts(prompts, config().vocabulary, config().positions));
    NS_TRY(checkIds(ids, config().vocabulary));
    const at::InferenceMode noGradients;
    FirstStep out{std::vector<float>(prompts.size() * ids.size()), std::vector<float>(prompts.size())};
    for (const Members& members : plan(prompts)) {
        NS_ASSIGN(const at::Tensor logits, run(passOf(shareBeginnings(prompts, members, m_share)), nullptr, stop));
        NS_TRY(readFirstStep(logits, members, ids, out));
    }
    return out;
} catch (const std::exception& error) {
    return torchError("prompts", error);
}

NeoxNetwork::Pass NeoxModel::nextPass(std::vector<Answer>& answers, const std::vector<TokenSequence>& out,
                                      const NeoxNetwork::Cache& cache) {
    NeoxNetwork::Pass pass;
    for (Answer& answer : answers) {
        const auto row = static_cast<std::int32_t>(pass.tokens.size());
        pass.tokens.push_back(out[answer.prompt].back());
        pass.positions.push_back(static_cast<std::int32_t>(answer.path.size()));
        answer.path.push_back(static_cast<std::int32_t>(cache.rows) + row);
        pass.spans.push_back({row, 1, answer.path});
    }
    pass.lastSpans = pass.spans;
    return pass;
}

void NeoxModel::append(const std::vector<std::int32_t>& tokens, std::vector<Answer>& answers,
                       std::vector<TokenSequence>& out) const {
    std::vector<Answer> going;
    for (std::size_t a = 0; a < answers.size(); ++a) {
        const bool ends = std::find(endTokens().begin(), endTokens().end(), tokens[a]) != endTokens().end();
        if (ends || answers[a].path.size() >= maxTokens())
            continue;
        out[answers[a].prompt].push_back(tokens[a]);
        going.push_back(std::move(answers[a]));
    }
    answers = std::move(going);
}

Status NeoxModel::generateFor(const Members& members, std::span<const TokenSequence> prompts,
                              std::uint32_t maxNewTokens, const std::stop_token& stop,
                              std::vector<TokenSequence>& out) {
    SharedRows shared = shareBeginnings(prompts, members, m_share);
    NeoxNetwork::Pass pass = passOf(shared);
    std::vector<Answer> answers;
    for (std::size_t m = 0; m < members.size(); ++m)
        answers.push_back({members[m], std::move(shared.paths[m])});
    NeoxNetwork::Cache cache;
    for (std::uint32_t i = 0; i < maxNewTokens && !answers.empty(); ++i) {
        if (i > 0)
            pass = nextPass(answers, out, cache);
        NS_ASSIGN(const at::Tensor logits, run(pass, &cache, stop));
        Members numbers;
        for (const Answer& answer : answers)
            numbers.push_back(answer.prompt);
        NS_ASSIGN(const auto tokens, likeliest(logits, numbers));
        append(tokens, answers, out);
    }
    return {};
}

Result<std::vector<TokenSequence>> NeoxModel::generate(std::span<const TokenSequence> prompts,
                                                       std::uint32_t maxNewTokens, std::stop_token stop) try {
    NS_TRY(checkPrompts(prompts, config().vocabulary, config().positions));
    const at::InferenceMode noGradients;
    std::vector<TokenSequence> out(prompts.size());
    for (const Members& members : plan(prompts))
        NS_TRY(generateFor(members, prompts, maxNewTokens, stop, out));
    return out;
} catch (const std::exception& error) {
    return torchError("prompts", error);
}

} // namespace

Result<std::unique_ptr<TextModel>> loadNeox(const std::string& folder, const nlohmann::json& json,
                                            const std::string& device, const TextModelOptions& options) try {
    NS_ASSIGN(const NeoxConfig config, parseNeoxConfig(json, (std::filesystem::path(folder) / "config.json").string()));
    NS_ASSIGN(const auto source, openCheckpoint(folder));
    const at::Device place(device.starts_with("cpu") ? "cpu" : device);
    const at::ScalarType type = options.precision == Precision::Float16 ? at::kHalf : at::kFloat;
    const at::InferenceMode noGradients;
    NS_ASSIGN(NeoxWeights weights, placeNeoxWeights(*source, config, place, type));
    NeoxNetwork network(std::move(weights), place, type, device == "cpu");
    return std::unique_ptr<TextModel>(new NeoxModel(std::move(network), options.sharePrefixes));
} catch (const std::exception& error) {
    return torchError(folder, error);
}

} // namespace neuroscribe::nn
