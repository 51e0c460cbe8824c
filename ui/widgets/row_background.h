// What every list of the panels draws behind a row: hover, selection, focus. Soft, so that bars and chips stay legible.
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace neuroscribe::ui {

struct Theme;

void paintRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);

} // namespace neuroscribe::ui
