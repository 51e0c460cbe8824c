#include "app/cli/numbers.h"

#include <charconv>
#include <cstdio>
#include <string_view>

#include "core/base/number_text.h"

namespace neuroscribe::cli {
namespace {

bool parseWhole(std::string_view text, std::uint32_t& value) {
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end;
}

} // namespace

Result<std::uint32_t> parseDecimal(const std::string& text, unsigned places) {
    const std::size_t point = text.find('.');
    std::string digits = text.substr(0, point);
    std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
    const Error wrong{ErrorCode::InvalidArgument, text,
                      "a number with at most " + std::to_string(places) + " decimal places is expected", ""};
    if ((digits.empty() && fraction.empty()) || fraction.size() > places)
        return wrong;
    fraction.resize(places, '0');
    digits += fraction;
    std::uint32_t value = 0;
    if (digits.find_first_not_of("0123456789") != std::string::npos || !parseWhole(digits, value))
        return wrong;
    return value;
}

std::string neuronName(NeuronId neuron, std::uint32_t unitsPerLayer) {
    return std::to_string(neuron.value / unitsPerLayer) + "/" + std::to_string(neuron.value % unitsPerLayer);
}

std::string fixedText(const std::optional<double>& value, int places) {
    return value ? fixedNumber(*value, places) : "undefined";
}

std::string intervalText(const std::optional<stats::Interval>& interval, int places) {
    return interval ? fixedNumber(interval->low, places) + " to " + fixedNumber(interval->high, places) : "undefined";
}

std::string smallText(const std::optional<double>& value) {
    if (!value)
        return "undefined";
    char text[64];
    std::snprintf(text, sizeof text, "%.2g", *value);
    return text;
}

} // namespace neuroscribe::cli
