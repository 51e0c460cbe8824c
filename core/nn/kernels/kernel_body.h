// One set of kernels, written with the compiler's vector types. Included once per instruction set with
//   NS_KERNELS    namespace,  NS_KERNELS_NAME  its text,  NS_LANES  floats in a vector,  NS_TILE_ROWS  rows of a tile.
// Includes no header with inline functions: those would be compiled with these flags and might be picked elsewhere.
#include "core/nn/kernels/kernel_sets.h"

namespace neuroscribe::nn::NS_KERNELS {
namespace {

constexpr std::size_t kLanes = NS_LANES;
constexpr std::size_t kTileRows = NS_TILE_ROWS;

using Vec = float __attribute__((vector_size(NS_LANES * sizeof(float))));
using IntVec = int __attribute__((vector_size(NS_LANES * sizeof(int))));

inline Vec load(const float* from) {
    Vec v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
}
inline void store(float* to, Vec v) {
    __builtin_memcpy(to, &v, sizeof v);
}
/// The last columns of a row: missing ones are 0.
inline Vec loadSome(const float* from, std::size_t count) {
    Vec v{};
    __builtin_memcpy(&v, from, count * sizeof(float));
    return v;
}
inline void storeSome(float* to, Vec v, std::size_t count) {
    __builtin_memcpy(to, &v, count * sizeof(float));
}
inline Vec all(float x) {
    return Vec{} + x;
}
inline float sumOf(Vec v) {
    float sum = 0;
    for (std::size_t i = 0; i < kLanes; ++i)
        sum += v[i];
    return sum;
}

/// Calls body(column, load, store) for a row: whole vectors, then the rest.
template <class Body>
inline void forColumns(std::size_t columns, Body body) {
    std::size_t c = 0;
    for (; c + kLanes <= columns; c += kLanes)
        body(c, kLanes);
    if (c < columns)
        body(c, columns - c);
}
inline Vec loadColumns(const float* from, std::size_t count) {
    return count == kLanes ? load(from) : loadSome(from, count);
}
inline void storeColumns(float* to, Vec v, std::size_t count) {
    if (count == kLanes)
        store(to, v);
    else
        storeSome(to, v, count);
}

/// 2^x for x from -126 to 127 within 2e-7: the whole part goes into the exponent, the rest through its Taylor series.
inline Vec exp2(Vec x) {
    x = x < -126.0F ? all(-126.0F) : x;
    x = x > 127.0F ? all(127.0F) : x;
    constexpr float kRound = 12582912.0F; // 1.5 * 2^23: adding it rounds to a whole number
    const Vec whole = (x + kRound) - kRound;
    const Vec f = x - whole;
    Vec p = all(1.5403530e-4F);
    p = p * f + 1.3333558e-3F;
    p = p * f + 9.6181291e-3F;
    p = p * f + 5.5504109e-2F;
    p = p * f + 2.4022651e-1F;
    p = p * f + 6.9314718e-1F;
    p = p * f + 1.0F;
    const IntVec bits = (__builtin_convertvector(whole, IntVec) + 127) << 23;
    Vec scale;
    __builtin_memcpy(&scale, &bits, sizeof scale);
    return p * scale;
}

constexpr float kLog2E = 1.44269504F;

/// x Phi(x) = max(x, 0) - |x|/2 erfc(|x|/sqrt 2), with erfc(u) = 2^-p(u). p: a polynomial through -log2(erfc(u)) at
/// ten Chebyshev nodes of [0, 4]; erf is off by at most 1e-7.
inline Vec gelu(Vec x) {
    const Vec magnitude = x < 0.0F ? -x : x;
    Vec u = magnitude * 0.70710678F;
    u = u > 4.0F ? all(4.0F) : u;
    Vec p = all(7.502086987e-07F);
    p = p * u + -1.6321184376e-05F;
    p = p * u + 1.5226304822e-04F;
    p = p * u + -7.7252747724e-04F;
    p = p * u + 2.0251984242e-03F;
    p = p * u + 2.8106503303e-04F;
    p = p * u + -2.7992067859e-02F;
    p = p * u + 1.4839856327e-01F;
    p = p * u + 9.1843223572e-01F;
    p = p * u + 1.6279073954F;
    const Vec positive = x < 0.0F ? all(0.0F) : x;
    return positive - 0.5F * magnitude * exp2(-(p * u));
}

inline Vec sigmoid(Vec x) {
    return 1.0F / (1.0F + exp2(x * -kLog2E));
}

template <Activation kActivation>
inline Vec activate(Vec x) {
    if constexpr (kActivation == Activation::Gelu)
        return gelu(x);
    else if constexpr (kActivation == Activation::GeluTanh) // 0.5 x (1 + tanh z) = x sigmoid(2 z)
        return x * sigmoid(1.59576912F * (x + 0.044715F * x * x * x));
    else if constexpr (kActivation == Activation::Silu)
        return x * sigmoid(x);
    else
        return x < 0.0F ? all(0.0F) : x;
}

/// Three passes over a row that stays in the L1 cache; the variance is that of the centred values.
void addNorm(const NormTask& t) {
    const float scale = 1.0F / static_cast<float>(t.columns);
    for (std::size_t r = 0; r < t.rows; ++r) {
        const float* a = t.a + r * t.stride;
        const float* b = t.b + r * t.stride;
        float* out = t.out + r * t.stride;
        Vec sum{};
        forColumns(t.columns, [&](std::size_t c, std::size_t n) {
            Vec v = loadColumns(a + c, n) + loadColumns(b + c, n);
            if (t.bias)
                v += loadColumns(t.bias + c, n);
            sum += v;
            storeColumns(out + c, v, n);
        });
        const float mean = sumOf(sum) * scale;
        float squares = 0;
        Vec vectorSquares{};
        forColumns(t.columns, [&](std::size_t c, std::size_t n) {
            const Vec d = loadColumns(out + c, n) - mean;
            if (n == kLanes)
                vectorSquares += d * d;
            else
                for (std::size_t i = 0; i < n; ++i)
                    squares += d[i] * d[i];
        });
        squares += sumOf(vectorSquares);
        const float inverse = 1.0F / __builtin_sqrtf(squares * scale + t.epsilon);
        forColumns(t.columns, [&](std::size_t c, std::size_t n) {
            const Vec d = (loadColumns(out + c, n) - mean) * inverse;
            storeColumns(out + c, d * loadColumns(t.gamma + c, n) + loadColumns(t.beta + c, n), n);
        });
    }
}

/// One tile of c = a b in registers: kRows x (kVectors * kLanes).
template <std::size_t kRows, std::size_t kVectors>
inline void tile(std::size_t depth, const float* a, std::size_t aStride, const float* b, std::size_t bStride, float* c,
                 std::size_t cStride) {
    Vec sums[kRows][kVectors] = {};
    for (std::size_t k = 0; k < depth; ++k, b += bStride) {
        Vec right[kVectors];
#pragma GCC unroll 4
        for (std::size_t v = 0; v < kVectors; ++v)
            right[v] = load(b + v * kLanes);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 4
            for (std::size_t v = 0; v < kVectors; ++v)
                sums[r][v] += a[r * aStride + k] * right[v];
    }
    for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t v = 0; v < kVectors; ++v)
            store(c + r * cStride + v * kLanes, sums[r][v]);
}

template <std::size_t kVectors>
void tileColumn(std::size_t rows, std::size_t depth, const float* a, std::size_t aStride, const float* b,
                std::size_t bStride, float* c, std::size_t cStride) {
    std::size_t r = 0;
    for (; r + kTileRows <= rows; r += kTileRows)
        tile<kTileRows, kVectors>(depth, a + r * aStride, aStride, b, bStride, c + r * cStride, cStride);
    for (; r + 2 <= rows; r += 2)
        tile<2, kVectors>(depth, a + r * aStride, aStride, b, bStride, c + r * cStride, cStride);
    if (r < rows)
        tile<1, kVectors>(depth, a + r * aStride, aStride, b, bStride, c + r * cStride, cStride);
}

/// c[rows][columns] = a[rows][depth] b[depth][columns]; columns, and the strides of b and c, in whole vectors.
void multiply(std::size_t rows, std::size_t columns, std::size_t depth, const float* a, std::size_t aStride,
              const float* b, std::size_t bStride, float* c, std::size_t cStride) {
    std::size_t n = 0;
    for (; n + 2 * kLanes <= columns; n += 2 * kLanes)
        tileColumn<2>(rows, depth, a, aStride, b + n, bStride, c + n, cStride);
    if (n < columns)
        tileColumn<1>(rows, depth, a, aStride, b + n, bStride, c + n, cStride);
}

/// Turns a row of scores into exp(score - largest) and returns one over their sum. The row is padded to whole vectors.
float exponentials(float* row, std::size_t count) {
    Vec largest = all(row[0]);
    forColumns(count, [&](std::size_t c, std::size_t n) {
        if (n == kLanes) {
            const Vec v = load(row + c);
            largest = v > largest ? v : largest;
        } else {
            for (std::size_t i = 0; i < n; ++i)
                largest[0] = row[c + i] > largest[0] ? row[c + i] : largest[0];
        }
    });
    float top = largest[0];
    for (std::size_t i = 1; i < kLanes; ++i)
        top = largest[i] > top ? largest[i] : top;
    Vec sum{};
    forColumns(count, [&](std::size_t c, std::size_t n) {
        Vec e = exp2((load(row + c) - top) * kLog2E);
        if (n < kLanes) {
            const Vec whole = e;
            e = Vec{};
            __builtin_memcpy(&e, &whole, n * sizeof(float));
        }
        sum += e;
        store(row + c, e);
    });
    return 1.0F / sumOf(sum);
}

constexpr std::size_t kPanelVectors = 2;
constexpr std::size_t kPanel = kPanelVectors * kLanes;

/// What happens to a tile when it leaves the registers.
struct TileEnd {
    const float* bias; ///< of the panel's columns; null: nothing
    Activation activation;
};

template <Activation kActivation>
inline void activateTile(Vec (&sums)[kTileRows][kPanelVectors], const float* bias) {
    for (std::size_t v = 0; v < kPanelVectors; ++v) {
        const Vec shift = load(bias + v * kLanes);
        for (std::size_t r = 0; r < kTileRows; ++r)
            sums[r][v] = activate<kActivation>(sums[r][v] + shift);
    }
}

inline void finishTile(Vec (&sums)[kTileRows][kPanelVectors], const TileEnd& end) {
    switch (end.activation) {
    case Activation::Gelu:
        return activateTile<Activation::Gelu>(sums, end.bias);
    case Activation::GeluTanh:
        return activateTile<Activation::GeluTanh>(sums, end.bias);
    case Activation::Relu:
        return activateTile<Activation::Relu>(sums, end.bias);
    case Activation::Silu:
        return activateTile<Activation::Silu>(sums, end.bias);
    }
}

/// y (+)= x w for one tile: x packed as [depth][kTileRows], w as [depth][kPanel].
template <bool kAdd>
void productTile(std::size_t depth, const float* x, const float* w, float* y, std::size_t yStride, const TileEnd& end) {
    constexpr std::size_t kAhead = 8; // rows of the panel fetched early: about the latency of the L2 cache
    Vec sums[kTileRows][kPanelVectors];
    for (std::size_t r = 0; r < kTileRows; ++r)
        for (std::size_t v = 0; v < kPanelVectors; ++v)
            sums[r][v] = kAdd ? load(y + r * yStride + v * kLanes) : Vec{};
    for (std::size_t k = 0; k < depth; ++k, x += kTileRows, w += kPanel) {
        Vec right[kPanelVectors];
#pragma GCC unroll 2
        for (std::size_t v = 0; v < kPanelVectors; ++v) {
            right[v] = load(w + v * kLanes);
            __builtin_prefetch(w + kAhead * kPanel + v * kLanes);
        }
#pragma GCC unroll 16
        for (std::size_t r = 0; r < kTileRows; ++r)
#pragma GCC unroll 2
            for (std::size_t v = 0; v < kPanelVectors; ++v)
                sums[r][v] += x[r] * right[v];
    }
    if (end.bias)
        finishTile(sums, end);
    for (std::size_t r = 0; r < kTileRows; ++r)
        for (std::size_t v = 0; v < kPanelVectors; ++v)
            store(y + r * yStride + v * kLanes, sums[r][v]);
}

/// [rows][depth] -> [rows / kTileRows, rounded up][depth][kTileRows], the missing rows 0.
void packRows(const float* x, std::size_t stride, std::size_t rows, std::size_t depth, float* packed) {
    for (std::size_t first = 0; first < rows; first += kTileRows, packed += depth * kTileRows) {
        for (std::size_t r = 0; r < kTileRows; ++r) {
            const float* row = x + (first + r) * stride;
            const bool there = first + r < rows;
            for (std::size_t k = 0; k < depth; ++k)
                packed[k * kTileRows + r] = there ? row[k] : 0.0F;
        }
    }
}

/// One block of packed rows times a slice of all panels.
void productBlock(const ProductTask& t, std::size_t row, std::size_t rows, std::size_t from, std::size_t depth) {
    packRows(t.x + row * t.xStride + from, t.xStride, rows, depth, t.scratch);
    const bool last = from + depth == t.depth;
    for (std::size_t n = 0; n < t.columns; n += kPanel) {
        const float* panel = t.weights + n * t.depth + from * kPanel;
        const TileEnd end{last && t.bias ? t.bias + n : nullptr, t.activation};
        float* y = t.y + row * t.yStride + n;
        for (std::size_t r = 0; r < rows; r += kTileRows)
            (from == 0 ? productTile<false> : productTile<true>)(depth, t.scratch + r * depth, panel, y + r * t.yStride,
                                                                 t.yStride, end);
    }
}

/// Blocked as in Goto and van de Geijn 2008: packed rows stay in the L2 cache, a slice of a panel in the L1.
void product(const ProductTask& t) {
    static_assert(kProductRows % kTileRows == 0);
    for (std::size_t row = 0; row < t.rows; row += kProductRows) {
        const std::size_t rows = t.rows - row < kProductRows ? t.rows - row : kProductRows;
        for (std::size_t from = 0; from < t.depth; from += kProductDepth)
            productBlock(t, row, rows, from, t.depth - from < kProductDepth ? t.depth - from : kProductDepth);
    }
}

struct AttentionScratch {
    std::size_t keys;  ///< tokens in whole vectors
    std::size_t width; ///< size of the head in whole vectors
    float* keysTransposed;
    float* values;
    float* queries;
    float* scores;
    float* mixed;
};

AttentionScratch divideScratch(const AttentionTask& t) {
    AttentionScratch s{};
    s.keys = (t.tokens + kLanes - 1) / kLanes * kLanes;
    s.width = (t.size + kLanes - 1) / kLanes * kLanes;
    s.keysTransposed = t.scratch;
    s.values = s.keysTransposed + t.size * s.keys;
    s.queries = s.values + t.tokens * s.width;
    s.scores = s.queries + t.queries * t.size;
    s.mixed = s.scores + t.queries * s.keys;
    return s;
}

void gatherHead(const AttentionTask& t, const AttentionScratch& s) {
    for (std::size_t d = 0; d < t.size; ++d)
        for (std::size_t i = t.tokens; i < s.keys; ++i)
            s.keysTransposed[d * s.keys + i] = 0;
    for (std::size_t i = 0; i < t.tokens; ++i) {
        const float* key = t.key + i * t.keyStride;
        for (std::size_t d = 0; d < t.size; ++d)
            s.keysTransposed[d * s.keys + i] = key[d];
        forColumns(t.size, [&](std::size_t c, std::size_t n) {
            store(s.values + i * s.width + c, loadColumns(t.value + i * t.keyStride + c, n));
        });
    }
    for (std::size_t i = 0; i < t.queries; ++i)
        forColumns(t.size, [&](std::size_t c, std::size_t n) {
            const Vec q = loadColumns(t.query + i * t.queryStride + c, n) + loadColumns(t.queryBias + c, n);
            storeColumns(s.queries + i * t.size + c, q * t.scale, n);
        });
}

void attention(const AttentionTask& t) {
    const AttentionScratch s = divideScratch(t);
    gatherHead(t, s);
    multiply(t.queries, s.keys, t.size, s.queries, t.size, s.keysTransposed, s.keys, s.scores, s.keys);
    // The weights stay unnormalised until the end: one multiplication per value instead of one per score.
    for (std::size_t i = 0; i < t.queries; ++i) {
        const float inverse = exponentials(s.scores + i * s.keys, t.tokens);
        s.queries[i * t.size] = inverse;
    }
    multiply(t.queries, s.width, t.tokens, s.scores, s.keys, s.values, s.width, s.mixed, s.width);
    for (std::size_t i = 0; i < t.queries; ++i)
        forColumns(t.size, [&](std::size_t c, std::size_t n) {
            const Vec v = loadColumns(s.mixed + i * s.width + c, n) * s.queries[i * t.size];
            storeColumns(t.out + i * t.outStride + c, v + loadColumns(t.valueBias + c, n), n);
        });
}

} // namespace

const Kernels& set() {
    static constexpr Kernels kSet{NS_KERNELS_NAME, kPanel, kTileRows, product, addNorm, attention};
    return kSet;
}

} // namespace neuroscribe::nn::NS_KERNELS
