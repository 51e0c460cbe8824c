#include "core/io/axis_ticks.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::io {
namespace {

constexpr double kSlack = 1e-9; ///< of a step: the ends of the range count although 0.1 has no exact double

struct Step {
    double size;
    int decimals;
};

Step roundStep(double least) {
    const double power = std::floor(std::log10(least));
    for (const double digit : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double size = digit * std::pow(10.0, power);
        if (size >= least * (1 - kSlack)) {
            const int places = static_cast<int>(-power) + (digit == 2.5 ? 1 : (digit == 10.0 ? -1 : 0));
            return {size, std::max(0, places)};
        }
    }
    return {least, std::max(0, static_cast<int>(-power) + 1)};
}

std::vector<FigureTick> linearTicks(const FigureAxis& axis, int wanted, const NumberText& text) {
    const Step step = roundStep((axis.high - axis.low) / std::max(wanted, 1));
    std::vector<FigureTick> ticks;
    const auto first = static_cast<std::int64_t>(std::ceil(axis.low / step.size - kSlack));
    const auto last = static_cast<std::int64_t>(std::floor(axis.high / step.size + kSlack));
    for (std::int64_t i = first; i <= last; ++i) {
        const double at = static_cast<double>(i) * step.size;
        ticks.push_back({at, text(at, step.decimals)});
    }
    return ticks;
}

std::vector<FigureTick> logarithmicTicks(const FigureAxis& axis, const NumberText& text) {
    std::vector<FigureTick> ticks;
    const int first = static_cast<int>(std::floor(std::log10(axis.low)));
    const int last = static_cast<int>(std::ceil(std::log10(axis.high)));
    for (int power = first; power <= last; ++power)
        for (const double digit : {1.0, 3.0}) {
            const double at = digit * std::pow(10.0, power);
            if (at >= axis.low * (1 - kSlack) && at <= axis.high * (1 + kSlack))
                ticks.push_back({at, text(at, std::max(0, -power))});
        }
    return ticks;
}

} // namespace

std::vector<FigureTick> ticksOf(const FigureAxis& axis, int wanted, const NumberText& text) {
    if (!axis.ticks.empty())
        return axis.ticks;
    return axis.logarithmic ? logarithmicTicks(axis, text) : linearTicks(axis, wanted, text);
}

} // namespace neuroscribe::io
