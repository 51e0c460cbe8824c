#include "ui/plots/activation_plot.h"

#include "ui/models/format.h"
#include "ui/plots/accessible_plot.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;

} // namespace

ActivationPlot::ActivationPlot(QWidget* parent) : QWidget(parent) {
    AccessiblePlot::install();
    setAccessibleName(tr("Distribution of the activations"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

void ActivationPlot::setHistogram(const Histogram& histogram, std::optional<Mark> mark) {
    if (histogram == m_histogram && mark == m_mark)
        return;
    m_histogram = histogram;
    m_mark = std::move(mark);
    if (m_cursor && *m_cursor >= m_histogram.counts.size())
        m_cursor.reset();
    setAccessibleDescription(m_cursor && hasFocus() ? describeBin(*m_cursor) : description());
    update();
}

QString ActivationPlot::description() const {
    const QLocale locale;
    QString text;
    if (!m_histogram.counts.empty())
        text = tr("From %1 to %2")
                   .arg(formatActivation(locale, m_histogram.low), formatActivation(locale, m_histogram.high));
    if (m_mark)
        text += tr("; %1 at %2").arg(m_mark->text, formatActivation(locale, m_mark->value));
    return text;
}

void ActivationPlot::setLogarithmic(bool on) {
    m_logarithmic = on;
    update();
}

QString ActivationPlot::asText() const {
    QString text = QStringLiteral("from\tto\tsentences\n");
    const double width =
        (m_histogram.high - m_histogram.low) / static_cast<double>(std::max<std::size_t>(m_histogram.counts.size(), 1));
    for (std::size_t bin = 0; bin < m_histogram.counts.size(); ++bin)
        text += QStringLiteral("%1\t%2\t%3\n")
                    .arg(m_histogram.low + static_cast<double>(bin) * width)
                    .arg(m_histogram.low + static_cast<double>(bin + 1) * width)
                    .arg(m_histogram.counts[bin]);
    return text;
}

QRectF ActivationPlot::plotArea() const {
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(kSide, line, -kSide, -line - 2);
}

double ActivationPlot::heightOf(std::uint32_t count) const {
    const std::uint32_t most = *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    if (most == 0)
        return 0;
    return m_logarithmic ? std::log1p(count) / std::log1p(most) : static_cast<double>(count) / most;
}

void ActivationPlot::paintEvent(QPaintEvent*) {
    if (m_histogram.counts.empty())
        return;
    QPainter painter(this);
    const QRectF area = plotArea();
    const Theme theme = Theme::of(this);
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.border);
    paintBars(painter, area);
    const QLocale locale;
    painter.setPen(theme.textMuted);
    const QRectF axis(area.left(), area.bottom() + 2, area.width(), fontMetrics().height());
    painter.drawText(axis, Qt::AlignLeft, formatActivation(locale, m_histogram.low));
    painter.drawText(axis, Qt::AlignRight, formatActivation(locale, m_histogram.high));
    if (m_mark)
        paintMark(painter, area);
    if (hasFocus())
        paintCursor(painter, area);
}

/// A frame around the bin; around everything before the keys have gone to one.
void ActivationPlot::paintCursor(QPainter& painter, const QRectF& area) const {
    QRectF frame = area;
    if (m_cursor) {
        const double width = area.width() / static_cast<double>(m_histogram.counts.size());
        frame = {area.left() + static_cast<double>(*m_cursor) * width, area.top(), width, area.height()};
    }
    painter.setPen(QPen(Theme::of(this).accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame.adjusted(-1, 0, 1, 0));
}

void ActivationPlot::paintBars(QPainter& painter, const QRectF& area) const {
    const Theme theme = Theme::of(this);
    const double ratio = devicePixelRatioF();
    const double width = area.width() / static_cast<double>(m_histogram.counts.size());
    const double binSpan = (m_histogram.high - m_histogram.low) / static_cast<double>(m_histogram.counts.size());
    const auto snapped = [ratio](double x) { return std::round(x * ratio) / ratio; };
    for (std::size_t bin = 0; bin < m_histogram.counts.size(); ++bin) {
        if (m_histogram.counts[bin] == 0)
            continue;
        const double left = snapped(area.left() + static_cast<double>(bin) * width);
        const double right = snapped(area.left() + static_cast<double>(bin + 1) * width) - 1 / ratio;
        const double height = std::max(heightOf(m_histogram.counts[bin]) * area.height(), 1.0);
        const double middle = m_histogram.low + (static_cast<double>(bin) + 0.5) * binSpan;
        const bool exemplar = m_mark && (m_mark->above ? middle >= m_mark->value : middle <= m_mark->value);
        painter.fillRect(QRectF(left, area.bottom() - height, right - left, height),
                         exemplar ? theme.chartBar : theme.chartBarMuted);
    }
}

void ActivationPlot::paintMark(QPainter& painter, const QRectF& area) const {
    const Theme theme = Theme::of(this);
    const double x =
        area.left() + (m_mark->value - m_histogram.low) / (m_histogram.high - m_histogram.low) * area.width();
    painter.setPen(QPen(theme.accent, 1.5, Qt::DotLine));
    painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
    painter.setPen(theme.accent);
    const double textWidth = fontMetrics().horizontalAdvance(m_mark->text);
    const double left = std::clamp(x - textWidth / 2, area.left(), std::max(area.right() - textWidth, area.left()));
    painter.drawText(QRectF(left, 0, textWidth + 1, area.top() - 2), Qt::AlignLeft | Qt::AlignVCenter, m_mark->text);
}

QString ActivationPlot::describeBin(std::size_t bin) const {
    const QLocale locale;
    const double width = (m_histogram.high - m_histogram.low) / static_cast<double>(m_histogram.counts.size());
    const double from = m_histogram.low + static_cast<double>(bin) * width;
    return tr("%1 to %2: %Ln sentence(s)", nullptr, static_cast<int>(m_histogram.counts[bin]))
        .arg(formatActivation(locale, from), formatActivation(locale, from + width));
}

bool ActivationPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_histogram.counts.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QRectF area = plotArea();
        const double at = (help->pos().x() - area.left()) / area.width();
        if (at >= 0 && at < 1)
            QToolTip::showText(
                help->globalPos(),
                describeBin(static_cast<std::size_t>(at * static_cast<double>(m_histogram.counts.size()))), this);
        return true;
    }
    return QWidget::event(event);
}

void ActivationPlot::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Show as &Figure…"), this, &ActivationPlot::figureRequested);
    menu.addAction(tr("Copy as table"), this, [this] { QApplication::clipboard()->setText(asText()); });
    QAction* logarithmic = menu.addAction(tr("Logarithmic counts"), this, &ActivationPlot::setLogarithmic);
    logarithmic->setCheckable(true);
    logarithmic->setChecked(m_logarithmic);
    menu.exec(event->globalPos());
}

void ActivationPlot::keyPressEvent(QKeyEvent* event) {
    constexpr std::int64_t kAll = 1 << 20;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(-1);
    case Qt::Key_Right:
        return moveCursor(1);
    case Qt::Key_Home:
        return moveCursor(-kAll);
    case Qt::Key_End:
        return moveCursor(kAll);
    default:
        return QWidget::keyPressEvent(event);
    }
}

/// The first key shows where the cursor is: at the mark, else at the left.
void ActivationPlot::moveCursor(std::int64_t by) {
    const auto bins = static_cast<std::int64_t>(m_histogram.counts.size());
    if (bins == 0)
        return;
    const double span = m_histogram.high - m_histogram.low;
    const double share = m_mark && span > 0 ? (m_mark->value - m_histogram.low) / span : 0;
    const auto from = m_cursor ? static_cast<std::int64_t>(*m_cursor) + by
                               : static_cast<std::int64_t>(share * static_cast<double>(bins));
    m_cursor = static_cast<std::size_t>(std::clamp<std::int64_t>(from, 0, bins - 1));
    announce();
}

void ActivationPlot::announce() {
    const QString text = describeBin(*m_cursor);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    const QRectF area = plotArea();
    const double at = (static_cast<double>(*m_cursor) + 0.5) / static_cast<double>(m_histogram.counts.size());
    QToolTip::showText(mapToGlobal(QPoint(qRound(area.left() + at * area.width()), qRound(area.top()))), text, this);
    update();
}

void ActivationPlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ActivationPlot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    setAccessibleDescription(description());
    QToolTip::hideText();
    update();
}

} // namespace neuroscribe::ui
