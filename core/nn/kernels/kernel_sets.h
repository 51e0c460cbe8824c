// The sets of kernels by instruction set. Each comes from kernel_body.inc, compiled with other flags.
#pragma once

#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {
#if defined(__x86_64__)
namespace avx512 {
const Kernels& set();
}
namespace avx2 {
const Kernels& set();
}
#endif
namespace generic {
const Kernels& set();
}
} // namespace neuroscribe::nn
