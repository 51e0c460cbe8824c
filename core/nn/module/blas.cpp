#include "core/nn/module/blas.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

#include <ATen/ATen.h>
#include <dlfcn.h>

#include "core/nn/aligned_buffer.h"
#include "core/nn/kernels/kernels.h"

// Weak: a libtorch that brings its own BLAS may not show this symbol.
extern "C" __attribute__((weak)) void sgemm_();

namespace neuroscribe::nn {
namespace {

double bestGflops(double operations, int rounds, const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    work();
    double best = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        work();
        best = std::max(best, operations / std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best * 1e-9;
}

} // namespace

std::string blasLibrary() {
    void (*const symbol)() = &sgemm_;
    Dl_info info{};
    if (!symbol || ::dladdr(reinterpret_cast<const void*>(symbol), &info) == 0 || !info.dli_fname)
        return "part of libtorch";
    std::error_code failure;
    const auto path = std::filesystem::canonical(info.dli_fname, failure);
    return failure ? std::string(info.dli_fname) : path.string();
}

double measureSgemm(int rows, int depth, int columns, int rounds) {
    const at::InferenceMode noGradients;
    const at::Tensor x = at::rand({rows, depth});
    const at::Tensor w = at::rand({depth, columns});
    at::Tensor y = at::empty({rows, columns});
    return bestGflops(2.0 * rows * depth * columns, rounds, [&] { at::mm_out(y, x, w); });
}

double measureKernels(int rows, int depth, int columns, int rounds, unsigned threads) {
    const Kernels& set = kernels();
    const auto m = static_cast<std::size_t>(rows), k = static_cast<std::size_t>(depth);
    const std::size_t n = roundUp(static_cast<std::size_t>(columns), set.panel);
    const std::size_t share = roundUp((m + threads - 1) / threads, set.tileRows);
    AlignedBuffer x, w, y;
    x.reserve(threads * share * k);
    w.reserve(n * k);
    y.reserve(threads * share * n);
    std::fill_n(x.data(), threads * share * k, 0.5F);
    std::fill_n(w.data(), n * k, 0.5F);
    std::vector<AlignedBuffer> scratch(threads);
    for (AlignedBuffer& buffer : scratch)
        buffer.reserve(productScratch());
    const auto part = [&](unsigned t) {
        set.product({x.data() + t * share * k, k, share, k, w.data(), n, y.data() + t * share * n, n, nullptr,
                     Activation::Relu, scratch[t].data()});
    };
    const double operations = 2.0 * static_cast<double>(threads * share) * static_cast<double>(n * k);
    return bestGflops(operations, rounds, [&] {
        std::vector<std::jthread> helpers;
        for (unsigned t = 1; t < threads; ++t)
            helpers.emplace_back(part, t);
        part(0);
    });
}

} // namespace neuroscribe::nn
