#include "core/nn/module/torch_error.h"

#include <new>

namespace neuroscribe::nn {

Error torchError(const std::string& where, const std::exception& error) {
    const std::string words = error.what();
    const bool memory = dynamic_cast<const std::bad_alloc*>(&error) ||
                        words.find("out of memory") != std::string::npos ||
                        words.find("not enough memory") != std::string::npos;
    return {memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, where,
            memory ? "the device has not enough memory" : words.substr(0, words.find('\n')),
            memory ? "Use smaller batches, half precision or the processor" : ""};
}

} // namespace neuroscribe::nn
