// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace neuroscribe::io {

/// Fit for an element or a quoted attribute: markup escaped, characters that XML has not left out, invalid UTF-8
/// replaced. Tabs and line ends become spaces.
std::string xmlText(std::string_view text);

} // namespace neuroscribe::io
