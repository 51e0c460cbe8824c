// The loops of the encoder's forward pass that no BLAS offers, in one version per instruction set, picked at run time.
// Single-threaded; a NaN that goes in comes out.
#pragma once

#include <cstddef>

namespace neuroscribe::nn {

enum class Activation : unsigned char { Gelu, GeluTanh, Relu, Silu };

/// One head of one sentence: out = softmax((q + queryBias) k^T * scale + distanceBias) v + valueBias.
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
    /// [j - i] is added to the score of query i and key j; from 1 - queries to tokens - 1, or null.
    const float* distanceBias = nullptr;
};

/// out = LayerNorm(a + bias + b) of each row. bias may be null; out may be a or b.
struct NormTask {
    const float* a;
    const float* bias; ///< [columns] or null
    const float* b;
    float* out;
    std::size_t rows;
    std::size_t columns;
    std::size_t stride; ///< between the rows of a, b and out
    const float* gamma;
    const float* beta;
    float epsilon;
};

/// y = x w^T, with w packed by packWeights(). Rows of y up to the next multiple of tileRows may be written, and all
/// its columns up to the next multiple of panel: y has room for them.
struct ProductTask {
    const float* x; ///< [rows][depth], rows xStride apart
    std::size_t xStride;
    std::size_t rows;
    std::size_t depth;
    const float* weights; ///< packed, columns / panel panels
    std::size_t columns;  ///< a multiple of panel
    float* y;             ///< rows yStride apart
    std::size_t yStride;
    const float* bias; ///< [columns], or null: y stays as it is; with a bias y = activation(y + bias)
    Activation activation;
    float* scratch; ///< productScratch() floats, aligned to 64 bytes
};

struct Kernels {
    const char* name;     ///< "avx512", "avx2", "generic"
    std::size_t panel;    ///< columns of a panel of packed weights
    std::size_t tileRows; ///< rows of y that are computed together
    void (*product)(const ProductTask& task);
    void (*addNorm)(const NormTask& task);
    void (*attention)(const AttentionTask& task);
};

inline constexpr std::size_t kProductRows = 240;  ///< rows of x packed at a time: a multiple of every tileRows
inline constexpr std::size_t kProductDepth = 384; ///< and columns
constexpr std::size_t productScratch() {
    return kProductRows * kProductDepth;
}

/// Appends weight [outputs][inputs] to `packed` as panels: [outputs / panel, rounded up][inputs][panel], the missing
/// outputs 0. `packed` has room for roundUp(outputs, panel) * inputs floats.
void packWeights(const float* weight, std::size_t outputs, std::size_t inputs, std::size_t panel, float* packed);

constexpr std::size_t roundUp(std::size_t n, std::size_t multiple) {
    return (n + multiple - 1) / multiple * multiple;
}

std::size_t attentionScratch(std::size_t queries, std::size_t tokens, std::size_t size);

/// The fastest set that this processor runs.
const Kernels& kernels();
/// By name, for tests; null when this build or this processor lacks it.
const Kernels* kernelsByName(const char* name);

} // namespace neuroscribe::nn
