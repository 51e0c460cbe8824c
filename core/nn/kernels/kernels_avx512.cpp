#if defined(__x86_64__)

#define NS_KERNELS avx512
#define NS_KERNELS_NAME "avx512"
#define NS_LANES 16
#define NS_TILE_ROWS 12
#include "core/nn/kernels/kernel_body.inc"

#endif
