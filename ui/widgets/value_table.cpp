#include "ui/widgets/value_table.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QStringList>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kRowPadding = 8;

} // namespace

ValueTable::ValueTable(QWidget* parent) : QTableView(parent) {
    setSortingEnabled(false); // the model's own order until a header is clicked
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicatorClearable(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    takeRowHeight();
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (model() && column >= 0)
            model()->sort(column, order);
    });
}

void ValueTable::takeRowHeight() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
}

void ValueTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeRowHeight();
}

QString ValueTable::selectionAsText() const {
    if (!model() || !selectionModel())
        return {};
    int top = 0, left = 0, bottom = model()->rowCount() - 1, right = model()->columnCount() - 1;
    const QItemSelection selection = selectionModel()->selection();
    if (!selection.isEmpty()) {
        top = bottom, left = right, bottom = right = 0;
        for (const QItemSelectionRange& range : selection) {
            top = std::min(top, range.top()), left = std::min(left, range.left());
            bottom = std::max(bottom, range.bottom()), right = std::max(right, range.right());
        }
    }
    QStringList lines, header;
    for (int column = left; column <= right; ++column)
        header << model()->headerData(column, Qt::Horizontal).toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
    lines << header.join(QLatin1Char('\t'));
    for (int row = top; row <= bottom; ++row) {
        QStringList cells;
        for (int column = left; column <= right; ++column) {
            const QModelIndex index = model()->index(row, column);
            const bool wanted = selection.isEmpty() || selectionModel()->isSelected(index);
            const QVariant copied = index.data(Qt::EditRole);
            cells << (wanted ? (copied.isValid() ? copied : index.data()).toString() : QString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void ValueTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(selectionAsText());
    else
        QTableView::keyPressEvent(event);
}

} // namespace neuroscribe::ui
