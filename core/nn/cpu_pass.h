// One chunk of sentences on its way through the layers of CpuForward.
#pragma once

#include "core/nn/cpu_forward.h"

namespace neuroscribe::nn {

struct CpuForward::Workspace {
    AlignedBuffer hidden;  ///< [tokens][hidden]
    AlignedBuffer qkv;     ///< [tokens][3 * hidden]
    AlignedBuffer context; ///< [tokens][hidden]
    AlignedBuffer dense;   ///< [tokens][hidden]
    AlignedBuffer inner;   ///< [tokens][intermediate]
    AlignedBuffer scratch; ///< of products and attention

    void reserve(const CpuForward& forward, std::size_t tokens, std::size_t longestSentence);
};

struct CpuForward::Pass {
    const CpuForward& forward;
    const PackedBatch& batch;
    const ForwardRequest& request;
    Chunk chunk;
    Workspace& space;
    std::span<float> out; ///< of the whole batch; each pass writes its own sentences

    void run();

private:
    std::size_t sentences() const { return chunk.lastSentence - chunk.firstSentence; }
    std::size_t tokens() const;
    /// First row of a sentence (counted inside the chunk), and the row behind its last.
    std::size_t firstRow(std::size_t sentence) const;

    void embed();
    /// False when the request is answered before the layer ends.
    bool layer(std::size_t index);
    void keepOnlyFirstTokens();
    void attend(const Layer& layer, bool firstTokensOnly);
    /// y = x times columns [firstColumn, lastColumn) of `dense`, without its bias; with an activation, bias and all.
    void product(const Dense& dense, std::size_t firstColumn, std::size_t lastColumn, const float* x,
                 std::size_t xStride, std::size_t rows, float* y, std::size_t yStride,
                 const Activation* activation = nullptr);
    void addNorm(const Dense& dense, const NormWeights& norm, std::size_t rows);
    /// Pools the values of a site into `out`, if it is the site asked for. bias: still to be added, or null.
    void tap(Site site, std::size_t index, const float* values, std::size_t stride, const float* bias, bool compact);
    /// Mean or max over a sentence's rows of `values`.
    void poolTokens(std::size_t sentence, const float* values, std::size_t stride, std::span<float> to) const;
    bool endsAt(Site site, std::size_t index) const;
};

} // namespace neuroscribe::nn
