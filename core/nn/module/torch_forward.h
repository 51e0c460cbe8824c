// The forward pass on any torch device. On CUDA in half or single precision; on "cpu" it is the reference that the
// processor's own pass is tested against.
#pragma once

#include <memory>

#include "core/nn/bert_weights.h"
#include "core/nn/forward.h"

namespace neuroscribe::nn {

/// device: what torch calls it ("cpu", "cuda:0"). Errors: InvalidArgument (device, or half precision on the processor),
/// OutOfMemory.
Result<std::unique_ptr<Forward>> makeTorchForward(BertWeights weights, const std::string& device, Precision precision);

} // namespace neuroscribe::nn
