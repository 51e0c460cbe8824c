#include "ui/widgets/bench_table.h"

#include "ui/theme/theme.h"

#include <QDrag>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kRowPadding = 9;
constexpr int kMostLabel = 220;
constexpr QPoint kLabelOffset(-12, -14); // beside the cursor, below its tip

} // namespace

BenchTable::BenchTable(QWidget* parent) : QTableView(parent) {
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    takeRowHeight();
}

void BenchTable::takeRowHeight() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
}

void BenchTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeRowHeight();
}

void BenchTable::startDrag(Qt::DropActions actions) {
    QModelIndexList rows = selectionModel()->selectedRows();
    erase_if(rows, [](const QModelIndex& row) { return !(row.flags() & Qt::ItemIsDragEnabled); });
    if (rows.isEmpty())
        return;
    const QString first = rows.front().data().toString();
    auto* drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(rows));
    drag->setPixmap(
        dragLabel(rows.size() == 1 ? first : QStringLiteral("%1 +%2").arg(first, QString::number(rows.size() - 1))));
    drag->setHotSpot(kLabelOffset);
    drag->exec(actions, Qt::MoveAction); // what follows from the drop are the rows' own changes
}

QPixmap BenchTable::dragLabel(const QString& text) const {
    const Theme theme = Theme::of(this);
    const QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, kMostLabel);
    const QSize size(fontMetrics().horizontalAdvance(shown) + 2 * kRowPadding, fontMetrics().height() + kRowPadding);
    QPixmap label(size * devicePixelRatioF());
    label.setDevicePixelRatio(devicePixelRatioF());
    label.fill(Qt::transparent);
    QPainter painter(&label);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.setPen(theme.accent);
    painter.setBrush(theme.accentSoft);
    painter.drawRoundedRect(QRectF({}, size).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme.accentOnSoft);
    painter.drawText(QRect({}, size), Qt::AlignCenter, shown);
    return label;
}

void BenchTable::keyPressEvent(QKeyEvent* event) {
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace()) {
        emit typed(text);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace neuroscribe::ui
