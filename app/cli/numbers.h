// Numbers as a person writes them on the command line, and as tables show them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/stats/enrichment.h"

namespace neuroscribe::cli {

/// "0.35" with places = 3 is 350: thresholds are whole numbers all the way. No rounding: a digit too many is an error.
/// Errors: InvalidArgument.
Result<std::uint32_t> parseDecimal(const std::string& text, unsigned places);

std::string neuronName(NeuronId neuron, std::uint32_t unitsPerLayer);

/// Fixed places, no sign before what rounds to 0; "undefined" for nothing.
std::string fixedText(const std::optional<double>& value, int places);
/// "0.530 to 0.890"; "undefined" for nothing.
std::string intervalText(const std::optional<stats::Interval>& interval, int places = 3);
/// Two significant digits, for p and q.
std::string smallText(const std::optional<double>& value);

} // namespace neuroscribe::cli
