#include "core/nn/cpu_forward.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "core/nn/cpu_pass.h"

namespace neuroscribe::nn {
namespace {

/// Enough rows for full speed of the products, few enough for the activations to stay in the caches.
constexpr std::size_t kChunkTokens = 1200;

} // namespace

Result<std::unique_ptr<Forward>> CpuForward::make(BertWeights weights, unsigned threads, const Kernels& set) try {
    return std::unique_ptr<Forward>(new CpuForward(std::move(weights), std::max(1U, threads), set));
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "model", "there is not enough memory for the weights", ""};
}

CpuForward::CpuForward(BertWeights weights, unsigned threads, const Kernels& set)
    : m_config(weights.config), m_hash(weights.hash), m_threads(threads), m_kernels(set),
      m_hiddenStride(roundUp(m_config.hidden, set.panel)), m_innerStride(roundUp(m_config.intermediate, set.panel)),
      m_words(std::move(weights.words)), m_positions(std::move(weights.positions)),
      m_embeddingNorm(std::move(weights.embeddingNorm)) {
    const std::size_t hidden = m_config.hidden;
    const std::size_t intermediate = m_config.intermediate;
    for (BertLayerWeights& from : weights.layers) {
        Layer& to = m_layers.emplace_back();
        to.queryKeyValue = pack(from.queryKeyValue, 3, hidden, hidden);
        to.attentionOutput = pack(from.attentionOutput, 1, hidden, hidden);
        to.inner = pack(from.inner, 1, intermediate, hidden);
        to.output = pack(from.output, 1, hidden, intermediate);
        to.attentionNorm = std::move(from.attentionNorm);
        to.outputNorm = std::move(from.outputNorm);
        from = {}; // the unpacked copy goes layer by layer
    }
}

CpuForward::Dense CpuForward::pack(const DenseWeights& from, std::size_t parts, std::size_t outputs,
                                   std::size_t inputs) const {
    Dense to;
    const std::size_t partColumns = roundUp(outputs, m_kernels.panel);
    to.inputs = inputs;
    to.columns = parts * partColumns;
    to.weights.reserve(to.columns * inputs);
    to.bias.reserve(to.columns);
    std::fill_n(to.bias.data(), to.columns, 0.0F);
    for (std::size_t p = 0; p < parts; ++p) {
        packWeights(from.weight.data() + p * outputs * inputs, outputs, inputs, m_kernels.panel,
                    to.weights.data() + p * partColumns * inputs);
        std::copy_n(from.bias.data() + p * outputs, outputs, to.bias.data() + p * partColumns);
    }
    return to;
}

std::string CpuForward::deviceText() const {
    return "CPU, " + std::to_string(m_threads) + (m_threads == 1 ? " thread" : " threads");
}

/// Chunks of about equal numbers of tokens, a multiple of the threads: all threads end together.
std::vector<CpuForward::Chunk> CpuForward::divide(const PackedBatch& batch) const {
    const std::size_t tokens = batch.tokens.size();
    const std::size_t rounds = (tokens + kChunkTokens * m_threads - 1) / (kChunkTokens * m_threads);
    const std::size_t wanted = std::min(rounds * m_threads, batch.sentences());
    std::vector<Chunk> chunks;
    std::size_t first = 0;
    for (std::size_t c = 0; c < wanted; ++c) {
        const auto target = static_cast<std::int32_t>(tokens * (c + 1) / wanted);
        std::size_t last = first;
        while (last < batch.sentences() && batch.offsets[last] + batch.offsets[last + 1] <= 2 * target)
            ++last;
        if (last > first)
            chunks.push_back({first, last});
        first = last;
    }
    if (first < batch.sentences())
        chunks.push_back({first, batch.sentences()});
    return chunks;
}

void CpuForward::prepareWorkspaces(const PackedBatch& batch, const std::vector<Chunk>& chunks) {
    std::size_t tokens = 0;
    std::size_t longest = 0;
    for (const Chunk& chunk : chunks)
        tokens = std::max(
            tokens, static_cast<std::size_t>(batch.offsets[chunk.lastSentence] - batch.offsets[chunk.firstSentence]));
    for (std::size_t s = 0; s < batch.sentences(); ++s)
        longest = std::max(longest, static_cast<std::size_t>(batch.offsets[s + 1] - batch.offsets[s]));
    while (m_workspaces.size() < std::min<std::size_t>(m_threads, chunks.size()))
        m_workspaces.push_back(std::make_unique<Workspace>());
    for (const auto& space : m_workspaces)
        space->reserve(*this, tokens, longest);
}

Status CpuForward::run(const PackedBatch& batch, const ForwardRequest& request, std::span<float> out) try {
    NS_TRY(checkBatch(batch, m_config, request));
    if (out.size() != batch.sentences() * valuesPerSentence(m_config, request))
        return Error{ErrorCode::InvalidArgument, "out", "the size does not fit the batch", ""};
    const std::vector<Chunk> chunks = divide(batch);
    prepareWorkspaces(batch, chunks);
    std::atomic<std::size_t> next{0};
    const auto work = [&](Workspace& space) {
        for (std::size_t c = next++; c < chunks.size(); c = next++)
            Pass{*this, batch, request, chunks[c], space, out}.run();
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t t = 1; t < std::min<std::size_t>(m_threads, chunks.size()); ++t)
            helpers.emplace_back(work, std::ref(*m_workspaces[t]));
        if (!chunks.empty())
            work(*m_workspaces[0]);
    }
    return checkFinite(out, m_config, request);
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "batch of " + std::to_string(batch.tokens.size()) + " tokens",
                 "there is not enough memory", "Use smaller batches"};
} catch (const std::system_error& error) {
    return Error{ErrorCode::OutOfMemory, "threads", error.what(), "Use fewer threads"};
}

} // namespace neuroscribe::nn
