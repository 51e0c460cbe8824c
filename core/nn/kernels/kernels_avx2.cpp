#if defined(__x86_64__)

#define NS_KERNELS avx2
#define NS_KERNELS_NAME "avx2"
#define NS_LANES 8
#define NS_TILE_ROWS 6
#include "core/nn/kernels/kernel_body.inc"

#endif
