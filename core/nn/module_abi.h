// The seam between the program and neuroscribe_nn.so. Both carry their own copy of the base library, so what they
// share (the log sink) is handed over here.
#pragma once

#include "core/base/log.h"
#include "core/nn/api.h"

namespace neuroscribe::nn {

/// Raised whenever api.h or this header changes: an older module is refused, never called.
inline constexpr unsigned kModuleAbi = 3;

/// The module's only exported symbol. Returns the process-wide runtime, or null when abi differs from the module's.
using FactoryFunction = Runtime* (*)(unsigned abi, const LogSink& log);
inline constexpr const char* kFactoryName = "neuroscribeNnRuntime";

} // namespace neuroscribe::nn
