// The forward pass on the processor: packed sentences, weights packed once, a share of the sentences per thread from
// the first layer to the last, so that threads never wait for each other inside a batch.
#pragma once

#include <memory>
#include <vector>

#include "core/nn/aligned_buffer.h"
#include "core/nn/bert_weights.h"
#include "core/nn/forward.h"
#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {

class CpuForward final : public Forward {
public:
    /// Takes the weights over and packs them. threads >= 1; `set`: which kernels (the fastest unless a test says so).
    /// Errors: OutOfMemory.
    static Result<std::unique_ptr<Forward>> make(BertWeights weights, unsigned threads, const Kernels& set = kernels());

    const BertConfig& config() const override { return m_config; }
    Hash128 weightsHash() const override { return m_hash; }
    std::string deviceText() const override;
    unsigned threads() const override { return m_threads; }
    Status run(const PackedBatch& batch, const ForwardRequest& request, std::span<float> out) override;

private:
    struct Dense {
        AlignedBuffer weights; ///< packed
        AlignedBuffer bias;    ///< padded to whole panels
        std::size_t inputs = 0;
        std::size_t columns = 0; ///< outputs in whole panels
    };
    struct Layer {
        Dense queryKeyValue; ///< three parts, each in whole panels
        Dense attentionOutput;
        NormWeights attentionNorm;
        Dense inner;
        Dense output;
        NormWeights outputNorm;
    };
    /// Consecutive sentences that go through all layers together.
    struct Chunk {
        std::size_t firstSentence, lastSentence; ///< [first, last)
    };
    struct Pass;      // one chunk on its way through the layers
    struct Workspace; // the buffers of one thread, kept between batches

    CpuForward(BertWeights weights, unsigned threads, const Kernels& set);
    Dense pack(const DenseWeights& from, std::size_t parts, std::size_t outputs, std::size_t inputs) const;
    std::vector<Chunk> divide(const PackedBatch& batch) const;
    void prepareWorkspaces(const PackedBatch& batch, const std::vector<Chunk>& chunks);

    BertConfig m_config;
    Hash128 m_hash;
    unsigned m_threads;
    const Kernels& m_kernels;
    std::size_t m_hiddenStride; ///< hidden in whole panels
    std::size_t m_innerStride;
    std::vector<float> m_words;
    std::vector<float> m_positions;
    NormWeights m_embeddingNorm;
    std::vector<Layer> m_layers;
    std::vector<std::unique_ptr<Workspace>> m_workspaces;
};

} // namespace neuroscribe::nn
