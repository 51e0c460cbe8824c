#include "ui/widgets/bench_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace neuroscribe::ui {
namespace {

constexpr int kRowPadding = 9;

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
