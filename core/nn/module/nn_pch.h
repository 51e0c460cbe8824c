// Precompiled: a torch include costs about 30 s of compile time. Device-agnostic headers only: Debian's CUDA headers of
// torch need cuda_runtime_api.h, which is not there.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/Device.h>
#include <torch/cuda.h>
#include <torch/version.h>
