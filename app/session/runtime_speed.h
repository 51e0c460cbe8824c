// Is the arithmetic of this machine set up well?
#pragma once

#include "core/nn/api.h"

#include <algorithm>

namespace neuroscribe::app {

/// Below this a core multiplies matrices as the reference BLAS does.
inline constexpr double kSlowGflopsPerThread = 12.0;

inline bool isSlow(const nn::RuntimeInfo& info) {
    return info.sgemmGflops < kSlowGflopsPerThread * std::max(1U, info.threads);
}

} // namespace neuroscribe::app
