#include "core/nn/kernels/kernels.h"

#include <cstring>
#include <initializer_list>

#include "core/nn/kernels/kernel_sets.h"

namespace neuroscribe::nn {

std::size_t attentionScratch(std::size_t queries, std::size_t tokens, std::size_t size) {
    constexpr std::size_t kLanes = 16; // of the widest set
    const std::size_t keys = roundUp(tokens, kLanes);
    const std::size_t width = roundUp(size, kLanes);
    return size * keys + tokens * width + queries * (size + keys + width);
}

void packWeights(const float* weight, std::size_t outputs, std::size_t inputs, std::size_t panel, float* packed) {
    for (std::size_t first = 0; first < outputs; first += panel)
        for (std::size_t k = 0; k < inputs; ++k)
            for (std::size_t j = 0; j < panel; ++j)
                *packed++ = first + j < outputs ? weight[(first + j) * inputs + k] : 0.0F;
}

const Kernels* kernelsByName(const char* name) {
#if defined(__x86_64__)
    if (std::strcmp(name, "avx512") == 0 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        return &avx512::set();
    if (std::strcmp(name, "avx2") == 0 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return &avx2::set();
#endif
    return std::strcmp(name, "generic") == 0 ? &generic::set() : nullptr;
}

const Kernels& kernels() {
    static const Kernels& kBest = []() -> const Kernels& {
        for (const char* name : {"avx512", "avx2"})
            if (const Kernels* found = kernelsByName(name))
                return *found;
        return generic::set();
    }();
    return kBest;
}

} // namespace neuroscribe::nn
