// Names as people list them.
#pragma once

#include <string>
#include <vector>

namespace neuroscribe {

/// "a, b, c"; empty of nothing.
std::string joined(const std::vector<std::string>& names, const char* separator = ", ");

} // namespace neuroscribe
