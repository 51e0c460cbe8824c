#include "core/pipeline/device.h"

#include <algorithm>

#include "core/nn/loader.h"

namespace neuroscribe::pipeline {

Result<nn::Precision> precisionFor(const std::string& device, const std::string& precision) {
    if (precision == "f16")
        return nn::Precision::Float16;
    if (precision == "f32" || device == "cpu")
        return nn::Precision::Float32;
    if (precision != "auto")
        return Error{ErrorCode::InvalidArgument, precision, "a precision is auto, f16 or f32", ""};
    if (device.starts_with("cuda"))
        return nn::Precision::Float16;
    NS_ASSIGN(nn::Runtime * runtime, nn::runtime());
    const nn::RuntimeInfo info = runtime->info(false);
    const bool cuda = std::any_of(info.devices.begin(), info.devices.end(),
                                  [](const nn::DeviceInfo& found) { return found.name.starts_with("cuda"); });
    return cuda ? nn::Precision::Float16 : nn::Precision::Float32;
}

} // namespace neuroscribe::pipeline
