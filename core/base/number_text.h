// Numbers as text of no locale: tables of the command line and the report. The window has ui/models/format.
#pragma once

#include <cstdint>
#include <string>

namespace neuroscribe {

/// Fixed places. What rounds to 0 has no sign: -0.004 with two places is "0.00". "nan" for not a number.
std::string fixedNumber(double value, int places);

/// "166,320" with a comma between groups of three digits.
std::string groupedCount(std::uint64_t count, const std::string& separator);

/// Of a coverage, in steps of 0.1 %, rounded down: 99.99 % must not read as complete. 0 where there is no whole.
/// part <= whole.
double coveragePercent(std::uint64_t part, std::uint64_t whole);
/// The same as "12.3 %"; "undefined" where there is no whole.
std::string coverageText(std::uint64_t part, std::uint64_t whole);

} // namespace neuroscribe
