#include "ui/theme/style_paint.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace neuroscribe::ui::style {
namespace {

constexpr int kProgressHeight = 6;
constexpr int kTabLine = 2;

QColor arrowColor(const QStyleOption& option, const Theme& theme) {
    return option.state.testFlag(QStyle::State_Enabled) ? theme.textMuted : theme.textDisabled;
}

QRect progressBar(const QRect& rect) {
    return {rect.left(), rect.center().y() - kProgressHeight / 2, rect.width(), kProgressHeight};
}

} // namespace

void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Theme& theme) {
    painter.save();
    painter.fillRect(option.rect, theme.pane);
    painter.setPen(theme.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (!last && option.orientation == Qt::Horizontal) {
        painter.setPen(theme.gridLine);
        painter.drawLine(option.rect.topRight() + QPoint(0, 5), option.rect.bottomRight() - QPoint(0, 5));
    }
    painter.restore();
}

void tab(QPainter& painter, const QStyleOptionTab& option, const Theme& theme) {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && option.state.testFlag(QStyle::State_MouseOver))
        box(painter, QRectF(option.rect).adjusted(2, 3, -2, -3), theme.paneHover, QColor());
    if (!selected)
        return;
    const bool atBottom = option.shape == QTabBar::RoundedSouth || option.shape == QTabBar::TriangularSouth;
    QRect line = option.rect.adjusted(8, 0, -8, 0);
    if (atBottom)
        line.setHeight(kTabLine);
    else
        line.setTop(line.bottom() - kTabLine + 1);
    painter.fillRect(line, theme.accent);
}

void progressGroove(QPainter& painter, const QRect& rect, const Theme& theme) {
    box(painter, progressBar(rect), theme.track, theme.isHighContrast() ? theme.border : QColor(),
        kProgressHeight / 2.0);
}

void progressContents(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme) {
    QRectF bar = progressBar(option.rect);
    const bool known = option.maximum > option.minimum;
    // Nothing moves while the end is unknown: a quarter in the middle says "under way" without motion.
    const double share =
        known ? static_cast<double>(option.progress - option.minimum) / (option.maximum - option.minimum) : 0.25;
    const double width = bar.width() * std::clamp(share, 0.0, 1.0);
    if (!known)
        bar.translate((bar.width() - width) / 2, 0);
    else if (option.direction == Qt::RightToLeft)
        bar.setLeft(bar.right() - width);
    bar.setWidth(width);
    if (width >= 1)
        box(painter, bar, theme.accent, QColor(), kProgressHeight / 2.0);
}

void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme, const QStyle& qstyle) {
    painter.fillRect(option.rect, theme.window);
    const bool open = option.state.testFlag(QStyle::State_Sunken);
    if (open || option.state.testFlag(QStyle::State_Selected))
        box(painter, QRectF(option.rect).adjusted(1, 2, -1, -2), open ? theme.accentSoft : theme.paneHover, QColor());
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!qstyle.styleHint(QStyle::SH_UnderlineShortcut, &option))
        flags |= Qt::TextHideMnemonic;
    qstyle.drawItemText(&painter, option.rect, flags, option.palette, option.state.testFlag(QStyle::State_Enabled),
                        option.text, QPalette::WindowText);
}

void menuItemBackground(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme) {
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return hairlineBelow(painter, option.rect.adjusted(6, 0, -6, -option.rect.height() / 2), theme.gridLine);
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Enabled))
        box(painter, option.rect, theme.accentSoft, theme.isHighContrast() ? theme.border : QColor());
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme, const QStyle& qstyle,
              const QWidget* widget) {
    if (option.frame)
        field(painter, option, theme);
    const QRect arrow = qstyle.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    chevron(painter, arrow, Qt::DownArrow, arrowColor(option, theme));
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Theme& theme, const QStyle& qstyle,
             const QWidget* widget) {
    if (option.frame)
        field(painter, option, theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl control, QAbstractSpinBox::StepEnabledFlag step, Qt::ArrowType type) {
        const QRectF rect = qstyle.subControlRect(QStyle::CC_SpinBox, &option, control, widget);
        const bool on = option.stepEnabled.testFlag(step) && option.state.testFlag(QStyle::State_Enabled);
        const bool hover = on && option.activeSubControls == control;
        QRectF small(0, 0, 6, 6);
        small.moveCenter(rect.center());
        chevron(painter, small, type, hover ? theme.accent : on ? theme.textMuted : theme.textDisabled);
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QStyle& qstyle,
               const QWidget* widget) {
    if (option.maximum <= option.minimum)
        return;
    QRectF handle = qstyle.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const double thin = option.orientation == Qt::Vertical ? (handle.width() - 6) / 2 : (handle.height() - 6) / 2;
    handle =
        option.orientation == Qt::Vertical ? handle.adjusted(thin, 2, -thin, -2) : handle.adjusted(2, thin, -2, -thin);
    const bool grabbed =
        option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) && option.state.testFlag(QStyle::State_Sunken);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    QColor color = grabbed ? theme.accent : theme.textMuted;
    if (!grabbed && !theme.isHighContrast())
        color.setAlphaF(hover ? 0.75 : 0.45);
    box(painter, handle, color, QColor(), 3);
}

} // namespace neuroscribe::ui::style
