// What torch throws, as an error.
#pragma once

#include <exception>
#include <string>

#include "core/base/result.h"

namespace neuroscribe::nn {

/// OutOfMemory, or Internal with the first line of torch's words.
Error torchError(const std::string& where, const std::exception& error);

} // namespace neuroscribe::nn
