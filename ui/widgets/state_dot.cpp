#include "ui/widgets/state_dot.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;

QColor colorOf(StateDot::State state, const Theme& theme) {
    switch (state) {
    case StateDot::State::Done:
        return theme.positive;
    case StateDot::State::Partial:
    case StateDot::State::Stale:
        return theme.warning;
    case StateDot::State::Failed:
        return theme.negative;
    case StateDot::State::Running:
    case StateDot::State::Info:
        return theme.accent;
    case StateDot::State::Missing:
        break;
    }
    return theme.textMuted;
}

void drawShape(QPainter& painter, StateDot::State state, const QColor& color) {
    const QRectF ring(-3.6, -3.6, 7.2, 7.2);
    const QPen pen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    switch (state) {
    case StateDot::State::Missing:
        painter.drawEllipse(ring);
        break;
    case StateDot::State::Partial:
        painter.drawEllipse(ring);
        painter.setBrush(color);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        break;
    case StateDot::State::Running:
        painter.drawArc(ring, 90 * 16, -270 * 16);
        break;
    case StateDot::State::Done:
        painter.setBrush(color);
        painter.drawEllipse(ring);
        break;
    case StateDot::State::Stale:
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{{0, -4.4}, {4.4, 0}, {0, 4.4}, {-4.4, 0}});
        break;
    case StateDot::State::Failed:
        painter.drawRoundedRect(ring.adjusted(-0.6, -0.6, 0.6, 0.6), 1.5, 1.5);
        painter.drawLine(QPointF(-1.7, -1.7), QPointF(1.7, 1.7));
        painter.drawLine(QPointF(-1.7, 1.7), QPointF(1.7, -1.7));
        break;
    case StateDot::State::Info:
        painter.drawEllipse(ring);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(0, 0), 0.8, 0.8);
        break;
    }
}

} // namespace

StateDot::StateDot(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
}

void StateDot::setState(State state) {
    m_state = state;
    update();
}

QSize StateDot::sizeHint() const {
    return {kSide, kSide};
}

void StateDot::paintMark(QPainter& painter, const QPointF& centre, State state, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.translate(centre);
    drawShape(painter, state, colorOf(state, theme));
    painter.restore();
}

void StateDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintMark(painter, QRectF(rect()).center(), m_state, Theme::of(this));
}

} // namespace neuroscribe::ui
