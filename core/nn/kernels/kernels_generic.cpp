#define NS_KERNELS generic
#define NS_KERNELS_NAME "generic"
#define NS_LANES 4
#define NS_TILE_ROWS 4
#include "core/nn/kernels/kernel_body.inc"
