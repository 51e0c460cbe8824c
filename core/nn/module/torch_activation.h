// Activation functions in torch.
#pragma once

#include <ATen/ATen.h>

#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {

at::Tensor activated(const at::Tensor& x, Activation activation);

} // namespace neuroscribe::nn
