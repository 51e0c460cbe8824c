// Small rounded labels on a sentence: the descriptors it has.
#pragma once

#include "ui/models/sentence_list_model.h"

#include <QList>
#include <QRect>

class QPainter;

namespace neuroscribe::ui {

struct Theme;

/// Chips from the right edge of `area`, strong ones first; what does not fit is counted as "+2". Returns the left edge
/// of what was drawn. Strong: filled; others: outlined.
int paintChips(QPainter& painter, const QRect& area, const QList<Chip>& chips, const Theme& theme);

} // namespace neuroscribe::ui
