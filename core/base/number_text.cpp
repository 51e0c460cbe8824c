#include "core/base/number_text.h"

#include <cstdio>

namespace neuroscribe {
namespace {

__extension__ using Wide = unsigned __int128; // 1000 times any count

} // namespace

std::string fixedNumber(double value, int places) {
    const auto written = [places](double number) {
        // The largest double has 309 digits before the point.
        char text[400];
        std::snprintf(text, sizeof text, "%.*f", places, number);
        return std::string(text);
    };
    const std::string text = written(value);
    return value <= 0 && text.find_first_not_of("-0.") == std::string::npos ? written(0.0) : text;
}

std::string groupedCount(std::uint64_t count, const std::string& separator) {
    std::string text = std::to_string(count);
    for (std::size_t place = text.size(); place > 3; place -= 3)
        text.insert(place - 3, separator);
    return text;
}

double coveragePercent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0)
        return 0;
    // Whole numbers: floor(1000 * 0.579) is 578 in floating point.
    const auto tenths = static_cast<std::uint64_t>(static_cast<Wide>(part) * 1000 / whole);
    return static_cast<double>(tenths) / 10;
}

std::string coverageText(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? "undefined" : fixedNumber(coveragePercent(part, whole), 1) + " %";
}

} // namespace neuroscribe
