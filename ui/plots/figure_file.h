// What a plot can be written as, and the writing.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace neuroscribe::ui {

enum class FigureFormat { Csv, Svg, Png, Pdf };

/// "csv", without a point.
QString fileEnding(FigureFormat format);
/// All or nothing: an existing file is replaced only by a complete one. Errors: Io, DiskFull.
Status writeWhole(const QString& path, const QByteArray& bytes);

} // namespace neuroscribe::ui
