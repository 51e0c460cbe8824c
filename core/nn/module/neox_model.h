// GPT-NeoX, Pythia and OpenAssistant's SFT models as text models.
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// config: of the folder. device: "cpu", "cpu:reference" or "cuda:N", which exists; Float16 only on CUDA.
/// Errors: as Runtime::loadTextModel.
Result<std::unique_ptr<TextModel>> loadNeox(const std::string& folder, const nlohmann::json& config,
                                            const std::string& device, const TextModelOptions& options);

} // namespace neuroscribe::nn
