// Each set of kernels against loops written down plainly in double precision.
#include "core/nn/kernels/kernels.h"

#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/nn/aligned_buffer.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

std::vector<const Kernels*> sets() {
    std::vector<const Kernels*> all;
    for (const char* name : {"avx512", "avx2", "generic"})
        if (const Kernels* set = kernelsByName(name))
            all.push_back(set);
    return all;
}

std::vector<float> randomFloats(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.uniform() * 2 - 1);
    return values;
}

double activation(Activation kind, double x) {
    switch (kind) {
    case Activation::Gelu:
        return 0.5 * x * std::erfc(-x / std::sqrt(2.0));
    case Activation::GeluTanh:
        return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
    case Activation::Silu:
        return x / (1 + std::exp(-x));
    case Activation::Relu:
        break;
    }
    return x > 0 ? x : 0;
}

/// y through the kernels, [rows][columns].
std::vector<float> product(const Kernels& set, const std::vector<float>& x, const std::vector<float>& weights,
                           std::size_t rows, std::size_t columns, std::size_t depth, const float* bias,
                           Activation kind) {
    const std::size_t padded = roundUp(columns, set.panel);
    AlignedBuffer packed, y, scratch, paddedBias;
    packed.reserve(padded * depth);
    packWeights(weights.data(), columns, depth, set.panel, packed.data());
    y.reserve(roundUp(rows, set.tileRows) * padded);
    scratch.reserve(productScratch());
    paddedBias.reserve(padded);
    for (std::size_t i = 0; bias && i < padded; ++i)
        paddedBias.data()[i] = i < columns ? bias[i] : 0;
    set.product({x.data(), depth, rows, depth, packed.data(), padded, y.data(), padded,
                 bias ? paddedBias.data() : nullptr, kind, scratch.data()});
    std::vector<float> out;
    for (std::size_t r = 0; r < rows; ++r)
        out.insert(out.end(), y.data() + r * padded, y.data() + r * padded + columns);
    return out;
}

} // namespace

TEST_CASE("products of every awkward size equal the plain sum") {
    struct Size {
        std::size_t rows, columns, depth;
    };
    for (const Kernels* set : sets())
        for (const Size s : {Size{1, 1, 1}, {5, 33, 7}, {12, 32, 384}, {13, 31, 385}, {241, 40, 400}, {250, 8, 769}}) {
            CAPTURE(set->name, s.rows, s.columns, s.depth);
            const auto x = randomFloats(s.rows * s.depth, 1);
            const auto w = randomFloats(s.columns * s.depth, 2);
            const auto bias = randomFloats(s.columns, 3);
            const auto plain = product(*set, x, w, s.rows, s.columns, s.depth, nullptr, Activation::Relu);
            const auto active = product(*set, x, w, s.rows, s.columns, s.depth, bias.data(), Activation::Gelu);
            double worst = 0;
            for (std::size_t r = 0; r < s.rows; ++r)
                for (std::size_t c = 0; c < s.columns; ++c) {
                    double sum = 0;
                    for (std::size_t k = 0; k < s.depth; ++k)
                        sum += static_cast<double>(x[r * s.depth + k]) * w[c * s.depth + k];
                    worst = std::max(worst, std::abs(sum - plain[r * s.columns + c]));
                    worst = std::max(worst,
                                     std::abs(activation(Activation::Gelu, sum + bias[c]) - active[r * s.columns + c]));
                }
            CHECK(worst < 1e-4);
        }
}

TEST_CASE("every activation is within 1e-6 of its definition from -30 to 30") {
    for (const Kernels* set : sets())
        for (const Activation kind : {Activation::Gelu, Activation::GeluTanh, Activation::Relu, Activation::Silu}) {
            std::vector<float> x;
            for (int i = -30'000; i <= 30'000; ++i)
                x.push_back(static_cast<float>(i) * 1e-3F);
            const float zero = 0;
            const auto y = product(*set, x, {1.0F}, x.size(), 1, 1, &zero, kind);
            double worst = 0;
            for (std::size_t i = 0; i < x.size(); ++i)
                worst =
                    std::max(worst, std::abs(activation(kind, x[i]) - y[i]) / std::max(1.0, std::abs(double{x[i]})));
            CAPTURE(set->name, static_cast<int>(kind));
            CHECK(worst < 1e-6);
        }
}

TEST_CASE("a NaN stays one through every kernel") {
    const float nan = std::nanf(""), zero = 0;
    for (const Kernels* set : sets())
        for (const Activation kind : {Activation::Gelu, Activation::GeluTanh, Activation::Relu, Activation::Silu})
            CHECK(std::isnan(product(*set, {nan}, {1.0F}, 1, 1, 1, &zero, kind)[0]));
}

TEST_CASE("the sum of two rows and a bias is normalised") {
    constexpr std::size_t kRows = 3, kColumns = 37, kStride = 40;
    const auto a = randomFloats(kRows * kStride, 4);
    const auto b = randomFloats(kRows * kStride, 5);
    const auto bias = randomFloats(kColumns, 6), gamma = randomFloats(kColumns, 7), beta = randomFloats(kColumns, 8);
    for (const Kernels* set : sets())
        for (const float* shift : {static_cast<const float*>(nullptr), bias.data()}) {
            std::vector<float> out = b;
            set->addNorm(
                {a.data(), shift, out.data(), out.data(), kRows, kColumns, kStride, gamma.data(), beta.data(), 1e-12F});
            for (std::size_t r = 0; r < kRows; ++r) {
                std::vector<double> sum(kColumns);
                double mean = 0, variance = 0;
                for (std::size_t c = 0; c < kColumns; ++c) {
                    sum[c] = static_cast<double>(a[r * kStride + c]) + b[r * kStride + c] + (shift ? shift[c] : 0);
                    mean += sum[c] / kColumns;
                }
                for (const double v : sum)
                    variance += (v - mean) * (v - mean) / kColumns;
                for (std::size_t c = 0; c < kColumns; ++c)
                    CHECK(out[r * kStride + c] ==
                          Approx((sum[c] - mean) / std::sqrt(variance + 1e-12) * gamma[c] + beta[c]).margin(1e-5));
            }
        }
}

TEST_CASE("attention of one head equals softmax written down plainly") {
    for (const Kernels* set : sets())
        for (const std::size_t tokens : {1U, 2U, 15U, 16U, 17U, 61U})
            for (const std::size_t size : {4U, 8U, 33U, 64U}) {
                const std::size_t stride = 3 * size + 5;
                const auto qkv = randomFloats(tokens * stride, tokens);
                const auto queryBias = randomFloats(size, 1), valueBias = randomFloats(size, 2);
                std::vector<float> out(tokens * size), scratch(attentionScratch(tokens, tokens, size));
                const auto distanceBias = randomFloats(2 * tokens - 1, 3);
                AttentionTask task{qkv.data(), stride,     tokens, qkv.data() + size, qkv.data() + 2 * size,
                                   stride,     tokens,     size,   queryBias.data(),  valueBias.data(),
                                   0.3F,       out.data(), size,   scratch.data()};
                if (tokens % 2 == 1)
                    task.distanceBias = distanceBias.data() + tokens - 1;
                set->attention(task);
                double worst = 0;
                for (std::size_t i = 0; i < tokens; ++i) {
                    std::vector<double> weights(tokens);
                    double total = 0;
                    for (std::size_t j = 0; j < tokens; ++j) {
                        double score = 0;
                        for (std::size_t d = 0; d < size; ++d)
                            score +=
                                (static_cast<double>(qkv[i * stride + d]) + queryBias[d]) * qkv[j * stride + size + d];
                        const double shift = task.distanceBias ? distanceBias[tokens - 1 + j - i] : 0;
                        total += weights[j] = std::exp(score * 0.3 + shift);
                    }
                    for (std::size_t d = 0; d < size; ++d) {
                        double mixed = valueBias[d];
                        for (std::size_t j = 0; j < tokens; ++j)
                            mixed += weights[j] / total * qkv[j * stride + 2 * size + d];
                        worst = std::max(worst, std::abs(mixed - out[i * size + d]));
                    }
                }
                CAPTURE(set->name, tokens, size);
                CHECK(worst < 1e-5);
                std::vector<float> first(size);
                task.queries = 1;
                task.out = first.data();
                set->attention(task);
                CHECK(std::equal(first.begin(), first.end(), out.begin(),
                                 [](float a, float b) { return std::abs(a - b) < 1e-5F; }));
            }
}
