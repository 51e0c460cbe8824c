// Opens the nn module (libtorch) at first use.
#pragma once

#include "core/base/result.h"
#include "core/nn/api.h"

namespace neuroscribe::nn {

/// Loads neuroscribe_nn.so from beside the program, ../lib/neuroscribe, or $NEUROSCRIBE_NN; the same object at each
/// call. Takes up to 2 s the first time: not on the window's thread. Errors: NotBuilt (no module), Io (with the
/// loader's words).
Result<Runtime*> runtime();

} // namespace neuroscribe::nn
