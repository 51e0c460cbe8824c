// The bar of one cell: f with its 95 % interval and a tick at the base rate. Solid: beats chance; hollow: does not.
// A stateless drawing.
#pragma once

#include "core/tagging/tagger.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace neuroscribe::ui {

struct Theme;

/// area: the whole length stands for f = 0 .. 1. solid: nothing while q is not known (drawn soft, with an outline).
void paintTagBar(QPainter& painter, const QRectF& area, const tagging::Cell& cell, std::optional<bool> solid,
                 const Theme& theme);

} // namespace neuroscribe::ui
