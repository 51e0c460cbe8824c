#include "ui/widgets/pane.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace neuroscribe::ui {
namespace {

constexpr double kRadius = 6;
constexpr int kHeadHeight = 32;
constexpr int kSide = 11;
constexpr int kGripHeight = 11;
constexpr double kGripWidth = 28;

} // namespace

Pane::Pane(PanePart part, QWidget* parent) : QFrame(parent), m_part(part) {
    takeSurface();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, part == PanePart::Body ? 0 : 1, 1, part == PanePart::Head ? 0 : 1);
    column->setSpacing(0);
}

void Pane::setContent(QWidget* content) {
    static_cast<QVBoxLayout*>(layout())->addWidget(content, 1);
}

/// Lists, scroll areas and bare widgets on the pane then have its colour without being told.
void Pane::takeSurface() {
    const Theme theme = Theme::of(QGuiApplication::palette());
    QPalette surface = palette();
    surface.setColor(QPalette::Window, theme.pane);
    surface.setColor(QPalette::Base, theme.pane);
    setPalette(surface);
}

bool Pane::event(QEvent* event) {
    // Only windows are sure to hear that the application's palette changed; what lies in them gets theirs.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        takeSurface();
    return QFrame::event(event);
}

void Pane::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(QGuiApplication::palette());
    // A part of the card is drawn as the whole one with the far end outside the widget.
    QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_part == PanePart::Head)
        card.setBottom(card.bottom() + 2 * kRadius);
    if (m_part == PanePart::Body)
        card.setTop(card.top() - 2 * kRadius);
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.pane);
    painter.drawRoundedRect(card, kRadius, kRadius);
    if (m_part == PanePart::Head && height() >= kHeadHeight) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }
}

PaneHead::PaneHead(const QString& title, QWidget* parent)
    : Pane(PanePart::Head, parent), m_row(new FlowLayout(6)), m_title(new QLabel(title, this)) {
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setContentsMargins(0, 0, kSide, 0);
    m_title->setMinimumHeight(kHeadHeight);
    m_row->setContentsMargins(kSide, 0, kSide, 0);
    m_row->addWidget(m_title);
    // The mouse belongs to the dock, which is dragged here.
    m_title->setAttribute(Qt::WA_TransparentForMouseEvents);
    static_cast<QVBoxLayout*>(layout())->addLayout(m_row);
}

void PaneHead::addNote(QWidget* note) {
    m_row->addWidget(note);
}

void PaneHead::setCompact(bool compact) {
    m_compact = compact;
    m_title->setVisible(!compact);
    setMinimumHeight(compact ? kGripHeight : 0);
    updateGeometry();
    update();
}

void PaneHead::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    if (!m_compact)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(QGuiApplication::palette()).border);
    painter.drawRoundedRect(QRectF(width() / 2.0 - kGripWidth / 2, kGripHeight / 2.0 - 1.5, kGripWidth, 3), 1.5, 1.5);
}

} // namespace neuroscribe::ui
