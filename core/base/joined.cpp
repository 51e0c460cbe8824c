#include "core/base/joined.h"

namespace neuroscribe {

std::string joined(const std::vector<std::string>& names, const char* separator) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : separator) + names[i];
    return text;
}

} // namespace neuroscribe
