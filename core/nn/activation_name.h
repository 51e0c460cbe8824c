// What config.json calls activations.
#pragma once

#include <optional>
#include <string_view>

#include "core/nn/kernels/kernels.h"

namespace neuroscribe::nn {

/// "gelu", "gelu_new", "relu", "silu", ...; nothing for a name that is not known.
std::optional<Activation> activationByName(std::string_view name);

} // namespace neuroscribe::nn
