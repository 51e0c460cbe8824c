// The shapes that the style is made of. Private to ui/theme.
#pragma once

#include "ui/theme/theme.h"

#include <QRect>
#include <Qt>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyle;
class QWidget;

namespace neuroscribe::ui::style {

inline constexpr double kRadius = 4.5;

// --- style_paint.cpp
void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius = kRadius);
void focusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius = kRadius);
/// An open arrow head in the middle of `rect`.
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color);
void pushButton(QPainter& painter, const QStyleOptionButton& option, const Theme& theme);
void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme);
void field(QPainter& painter, const QStyleOption& option, const Theme& theme);
void checkBox(QPainter& painter, const QStyleOption& option, const Theme& theme);
void radioButton(QPainter& painter, const QStyleOption& option, const Theme& theme);
void itemBackground(QPainter& painter, const QStyleOption& option, const Theme& theme);
/// Along the lower edge of `row`, inside it.
void hairlineBelow(QPainter& painter, const QRect& row, const QColor& color);

// --- style_controls.cpp
void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Theme& theme);
void tab(QPainter& painter, const QStyleOptionTab& option, const Theme& theme);
void progressGroove(QPainter& painter, const QRect& rect, const Theme& theme);
void progressContents(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme);
void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme, const QStyle& qstyle);
/// A separator is nothing but this.
void menuItemBackground(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme, const QStyle& qstyle,
              const QWidget* widget);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Theme& theme, const QStyle& qstyle,
             const QWidget* widget);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QStyle& qstyle,
               const QWidget* widget);

} // namespace neuroscribe::ui::style
