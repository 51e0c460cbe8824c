#include "core/nn/module/t5_model.h"

#include <algorithm>
#include <atomic>
#include <filesystem>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include "core/nn/bert_weights.h"
#include "core/nn/module/t5_network.h"
#include "core/nn/module/text_logits.h"
#include "core/nn/module/torch_error.h"
#include "core/nn/prompt_plan.h"

namespace neuroscribe::nn {
namespace {

constexpr std::size_t kCpuBatchTokens = 1024; ///< of each thread: full speed of the products, few page faults
constexpr std::size_t kCudaBatchTokens = 32'768;

class T5Model final : public TextModel {
public:
    explicit T5Model(T5Network network) : m_network(std::move(network)) {}

    bool isEncoderDecoder() const override { return true; }
    std::uint32_t maxTokens() const override { return 0; } // positions are relative
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
    using Members = std::vector<std::size_t>;

    const T5Config& config() const { return m_network.weights().config; }
    /// Calls work(members) for every batch of the prompts. The processor's threads each take whole batches: inside one
    /// they would wait for each other at every product. Returns the first error.
    template <class Work>
    Status forEachBatch(std::span<const TokenSequence> prompts, const Work& work) const;
    Result<at::Tensor> encode(const T5Batch& batch, const std::stop_token& stop);
    Status firstStepOf(const Members& members, std::span<const TokenSequence> prompts,
                       std::span<const std::int32_t> ids, const std::stop_token& stop, FirstStep& out);
    Status generateFor(const Members& members, std::span<const TokenSequence> prompts, std::uint32_t maxNewTokens,
                       const std::stop_token& stop, std::vector<TokenSequence>& out);

    T5Network m_network;
    std::atomic<std::uint64_t> m_positions = 0;
};

std::string T5Model::deviceText() const {
    if (m_network.device().is_cpu())
        return "CPU, " + std::to_string(at::get_num_threads()) + (at::get_num_threads() == 1 ? " thread" : " threads");
    return m_network.device().str() + (m_network.isHalf() ? ", float16" : ", float32");
}

template <class Work>
Status T5Model::forEachBatch(std::span<const TokenSequence> prompts, const Work& work) const {
    const bool shared = m_network.device().is_cpu();
    const std::vector<Members> batches = planByLength(prompts, shared ? kCpuBatchTokens : kCudaBatchTokens);
    std::vector<Status> results(batches.size());
    std::atomic<std::size_t> next = 0;
    const auto takeTurns = [&](std::int64_t, std::int64_t) {
        const at::InferenceMode noGradients;
        for (std::size_t b = next++; b < batches.size(); b = next++)
            if (results[b] = work(batches[b]); !results[b])
                next = batches.size();
    };
    if (shared && batches.size() > 1)
        at::parallel_for(0, at::get_num_threads(), 1, takeTurns);
    else
        takeTurns(0, 1);
    for (const Status& result : results)
        NS_TRY(result);
    return {};
}

Result<at::Tensor> T5Model::encode(const T5Batch& batch, const std::stop_token& stop) {
    m_positions += batch.packed.tokens.size();
    return m_network.encode(batch, stop);
}

Status T5Model::firstStepOf(const Members& members, std::span<const TokenSequence> prompts,
                            std::span<const std::int32_t> ids, const std::stop_token& stop, FirstStep& out) {
    const T5Batch batch = m_network.makeBatch(packPrompts(prompts, members));
    NS_ASSIGN(const at::Tensor encoded, encode(batch, stop));
    m_positions += members.size();
    NS_ASSIGN(const at::Tensor logits, m_network.firstLogits(encoded, batch, stop));
    return readFirstStep(logits, members, ids, out);
}

Result<FirstStep> T5Model::firstStep(std::span<const TokenSequence> prompts, std::span<const std::int32_t> ids,
                                     std::stop_token stop) try {
    NS_TRY(checkPrompts(prompts, config().vocabulary, 0));
    NS_TRY(checkIds(ids, config().vocabulary));
    FirstStep out{std::vector<float>(prompts.size() * ids.size()), std::vector<float>(prompts.size())};
    NS_TRY(
        forEachBatch(prompts, [&](const Members& members) { return firstStepOf(members, prompts, ids, stop, out); }));
    return out;
} catch (const std::exception& error) {
    return torchError("prompts", error);
}

Status T5Model::generateFor(const Members& members, std::span<const TokenSequence> prompts, std::uint32_t maxNewTokens,
                            const std::stop_token& stop, std::vector<TokenSequence>& out) {
    const T5Batch batch = m_network.makeBatch(packPrompts(prompts, members));
    NS_ASSIGN(const at::Tensor encoded, encode(batch, stop));
    NS_ASSIGN(T5Network::Answers answers, m_network.startAnswers(encoded, batch, stop));
    Members going = members;
    std::vector<std::int32_t> tokens(members.size(), config().startToken);
    for (std::uint32_t i = 0; i < maxNewTokens && !going.empty(); ++i) {
        m_positions += going.size();
        NS_ASSIGN(const at::Tensor logits, m_network.step(answers, tokens, stop));
        NS_ASSIGN(const auto next, likeliest(logits, going));
        Members rest;
        std::vector<std::int64_t> kept;
        tokens.clear();
        for (std::size_t p = 0; p < going.size(); ++p) {
            if (std::find(endTokens().begin(), endTokens().end(), next[p]) != endTokens().end())
                continue;
            out[going[p]].push_back(next[p]);
            tokens.push_back(next[p]);
            rest.push_back(going[p]);
            kept.push_back(static_cast<std::int64_t>(p));
        }
        if (rest.size() < going.size() && !rest.empty())
            m_network.keep(answers, kept);
        going = std::move(rest);
    }
    return {};
}

Result<std::vector<TokenSequence>> T5Model::generate(std::span<const TokenSequence> prompts, std::uint32_t maxNewTokens,
                                                     std::stop_token stop) try {
    NS_TRY(checkPrompts(prompts, config().vocabulary, 0));
    std::vector<TokenSequence> out(prompts.size());
    NS_TRY(forEachBatch(
        prompts, [&](const Members& members) { return generateFor(members, prompts, maxNewTokens, stop, out); }));
    return out;
} catch (const std::exception& error) {
    return torchError("prompts", error);
}

} // namespace

Result<std::unique_ptr<TextModel>> loadT5(const std::string& folder, const nlohmann::json& json,
                                          const std::string& device, Precision precision) try {
    NS_ASSIGN(const T5Config config, parseT5Config(json, (std::filesystem::path(folder) / "config.json").string()));
    NS_ASSIGN(const auto source, openCheckpoint(folder));
    const bool cpu = device.starts_with("cpu");
    const at::Device place(cpu ? "cpu" : device);
    const at::ScalarType type = precision == Precision::Float16 ? at::kHalf : at::kFloat;
    const at::InferenceMode noGradients;
    NS_ASSIGN(T5Weights weights, placeT5Weights(*source, config, place, type));
    return std::unique_ptr<TextModel>(new T5Model({std::move(weights), place, type, device == "cpu"}));
} catch (const std::exception& error) {
    return torchError(folder, error);
}

} // namespace neuroscribe::nn
