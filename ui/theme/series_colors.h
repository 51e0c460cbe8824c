// Colours of the series of a plot.
#pragma once

#include "ui/theme/theme.h"

namespace neuroscribe::ui {

/// Of series 0 to 3; from 4 on: what chance alone gives.
QColor seriesColor(const Theme& theme, int index);

} // namespace neuroscribe::ui
