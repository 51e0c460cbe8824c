// The table twin of a figure: what is drawn, as columns and rows.
#pragma once

#include <string>

#include "core/io/figure.h"

namespace neuroscribe::io {

/// The figure's own table, or one made from what is drawn: of series a row per x, of a named matrix a row per row, of a
/// landscape a row per cell.
FigureTable figureTable(const Figure& figure);

/// The shortest text that reads back as the same number; empty for not a number. Not of a locale.
std::string plainNumber(double value);

/// Title, caption, parameters and notes as lines that begin with "# ", then header and rows (RFC 4180, lines end with a
/// line feed). Undefined is empty.
std::string figureCsv(const Figure& figure);

} // namespace neuroscribe::io
