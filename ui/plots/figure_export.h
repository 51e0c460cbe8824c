// A figure as a file. Pictures are on light paper with title, caption and parameters, whatever the window's theme.
#pragma once

#include "core/io/figure.h"
#include "ui/plots/figure_file.h"

#include <QFont>
#include <QSize>

namespace neuroscribe::ui {

/// size: logical pixels, at least; a long caption makes the picture higher. pixelRatio: of a PNG.
Result<QByteArray> figureBytes(const io::Figure& figure, FigureFormat format, QSize size, const QFont& font,
                               double pixelRatio);

} // namespace neuroscribe::ui
