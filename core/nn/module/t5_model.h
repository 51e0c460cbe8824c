// T5, T5 v1.1 and FLAN-T5 as text models.
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// config: of the folder. device: "cpu", "cpu:reference" or "cuda:N", which exists; Float16 only on CUDA.
/// Errors: as Runtime::loadTextModel.
Result<std::unique_ptr<TextModel>> loadT5(const std::string& folder, const nlohmann::json& config,
                                          const std::string& device, Precision precision);

} // namespace neuroscribe::nn
