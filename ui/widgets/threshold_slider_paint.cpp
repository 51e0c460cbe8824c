// How the threshold slider looks.
#include "ui/theme/theme.h"
#include "ui/widgets/threshold_slider.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr int kDistributionHeight = 30;
constexpr int kHandleRadius = 7;
constexpr int kTrackThickness = 4;
constexpr int kFocusRing = 3;

QFont tickFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(std::max(font.pointSizeF() * 0.85, 6.0));
    return small;
}

} // namespace

QSize ThresholdSlider::sizeHint() const {
    const int bars = m_distribution.empty() ? 0 : kDistributionHeight;
    const int ticks = m_ticks.empty() ? 0 : QFontMetrics(tickFont(font())).height();
    return {220, bars + 2 * (kHandleRadius + kFocusRing) + ticks};
}

QSize ThresholdSlider::minimumSizeHint() const {
    return {100, sizeHint().height()};
}

QRectF ThresholdSlider::track() const {
    const int bars = m_distribution.empty() ? 0 : kDistributionHeight;
    const double inset = kHandleRadius + kFocusRing;
    return {inset, bars + inset - kTrackThickness / 2.0, std::max(width() - 2 * inset, 1.0), kTrackThickness};
}

void ThresholdSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF line = track();
    if (!m_distribution.empty())
        paintDistribution(painter, {line.left(), 0, line.width(), line.top() - 1});
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.track);
    painter.drawRoundedRect(line, kTrackThickness / 2.0, kTrackThickness / 2.0);
    QRectF filled = line;
    filled.setRight(xOf(m_value));
    painter.setBrush(isEnabled() ? theme.accent : theme.textDisabled);
    painter.drawRoundedRect(filled, kTrackThickness / 2.0, kTrackThickness / 2.0);
    paintTicks(painter);
    paintHandle(painter);
}

void ThresholdSlider::paintDistribution(QPainter& painter, const QRectF& area) const {
    const std::uint32_t most = *std::max_element(m_distribution.begin(), m_distribution.end());
    if (most == 0)
        return;
    const Theme theme = Theme::of(this);
    const double ratio = devicePixelRatioF();
    const double binWidth = area.width() / static_cast<double>(m_distribution.size());
    const double cut = xOf(m_value);
    const auto snapped = [ratio](double x) { return std::round(x * ratio) / ratio; };
    for (std::size_t bin = 0; bin < m_distribution.size(); ++bin) {
        if (m_distribution[bin] == 0)
            continue;
        const double height = std::max(std::sqrt(m_distribution[bin] / static_cast<double>(most)) * area.height(), 1.0);
        const double left = snapped(area.left() + static_cast<double>(bin) * binWidth);
        const double gap = binWidth >= 3 ? 1 / ratio : 0;
        const double right = snapped(area.left() + static_cast<double>(bin + 1) * binWidth) - gap;
        const bool above = (left + right) / 2 > cut && isEnabled();
        painter.fillRect(QRectF(left, area.bottom() - height, right - left, height),
                         above ? theme.chartBar : theme.chartBarMuted);
    }
}

void ThresholdSlider::paintTicks(QPainter& painter) const {
    if (m_ticks.empty())
        return;
    painter.setFont(tickFont(font()));
    const int line = painter.fontMetrics().height();
    painter.setPen(Theme::of(this).textMuted);
    for (const Tick& tick : m_ticks) {
        const double textWidth = painter.fontMetrics().horizontalAdvance(tick.text);
        const double left = std::clamp(xOf(tick.value) - textWidth / 2, 0.0, std::max(width() - textWidth, 0.0));
        painter.drawText(QRectF(left, height() - line, textWidth + 1, line), Qt::AlignLeft, tick.text);
    }
}

void ThresholdSlider::paintHandle(QPainter& painter) const {
    const Theme theme = Theme::of(this);
    const QPointF middle(xOf(m_value), track().center().y());
    if (hasFocus()) {
        QColor ring = theme.accent;
        ring.setAlphaF(0.35F);
        painter.setPen(QPen(ring, kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, kHandleRadius + kFocusRing / 2.0, kHandleRadius + kFocusRing / 2.0);
    }
    painter.setPen(QPen(isEnabled() ? theme.accent : theme.textDisabled, 2));
    painter.setBrush(theme.pane);
    painter.drawEllipse(middle, kHandleRadius - 1.0, kHandleRadius - 1.0);
}

} // namespace neuroscribe::ui
