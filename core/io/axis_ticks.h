// Where an axis has its numbers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/io/figure.h"

namespace neuroscribe::io {

/// A number with so many decimals, as the reader writes it.
using NumberText = std::function<std::string(double value, int decimals)>;

/// The axis's own ticks, or about `wanted` (at least 2 where two round numbers lie in range) at 1, 2, 2.5 or 5 times a
/// power of ten; on a logarithmic axis at 1 and 3 times one.
std::vector<FigureTick> ticksOf(const FigureAxis& axis, int wanted, const NumberText& text);

} // namespace neuroscribe::io
