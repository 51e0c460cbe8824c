// The loops of the encoder's forward pass that no BLAS offers, in one version per instruction set, picked at run time.
// Single-threaded; a NaN that goes in comes out.
#pragma once

#include <cstddef>

namespace neuroscribe::nn {

enum class Activation : unsigned char { Gelu, GeluTanh, Relu, Silu };

/// One head of one sentence: out = softmax((q + queryBias) k^T * scale) v + valueBias.
/// (A bias of the keys would add the same number to every score of a row: softmax does not see it.)
struct AttentionTask {
    const float* query; ///< [queries][size], rows queryStride apart
    std::size_t queryStride;
    std::size_t queries; ///< the sentence's tokens, or 1 for [CLS] alone
    const float* key;    ///< [tokens][size], rows keyStride apart
    const float* value;  ///< [tokens][size], rows keyStride apart
    std::size_t keyStride;
    std::size_t tokens;
    std::size_t size;       ///< of the head
    const float* queryBias; ///< [size]
    const float* valueBias; ///< [size]
    float scale;
    float* out; ///< [queries][size], rows outStride apart
    std::size_t outStride;
    float* scratch; ///< attentionScratch(queries, tokens, size) floats
};

/// out = LayerNorm(a + bias + b) of each row. bias may be null; out may be b.
struct NormTask {
    const float* a;
    const float* bias; ///< [columns] or null
    const float* b;
    float* out;
    std::size_t rows;
    std::size_t columns; ///< rows of a, b and out follow each other
    const float* gamma;
    const float* beta;
    float epsilon;
};

struct Kernels {
    const char* name; ///< "avx512", "avx2", "generic"
    /// x = activation(x + bias), rows of `columns` values, `stride` apart.
    void (*biasActivate)(float* x, std::size_t rows, std::size_t columns, std::size_t stride, const float* bias,
                         Activation activation);
    void (*addNorm)(const NormTask& task);
    void (*attention)(const AttentionTask& task);
};

std::size_t attentionScratch(std::size_t queries, std::size_t tokens, std::size_t size);

/// The fastest set that this processor runs.
const Kernels& kernels();
/// By name, for tests; null when this build or this processor lacks it.
const Kernels* kernelsByName(const char* name);

} // namespace neuroscribe::nn
