// Precompiled: a torch include costs about 30 s of compile time.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/Device.h>
#include <torch/script.h>
