// Which arithmetic an encoder uses when a person did not say.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/nn/api.h"

namespace neuroscribe::pipeline {

/// precision: "auto", "f16", "f32". Auto is half precision where `device` ends up on CUDA, else float32.
/// Loads the nn module only where that has to be found out. Errors: InvalidArgument, NotBuilt, Io.
Result<nn::Precision> precisionFor(const std::string& device, const std::string& precision);

} // namespace neuroscribe::pipeline
