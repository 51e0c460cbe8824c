#include "ui/widgets/cell_list.h"

#include "ui/models/cell_list_model.h"
#include "ui/widgets/cell_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

#include <algorithm>

namespace neuroscribe::ui {

CellList::CellList(QWidget* parent) : QListView(parent), m_model(new CellListModel(this)) {
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CellList::updateGeometry);
    const auto pick = [this](const QModelIndex& index) {
        if (const auto id = m_model->idAt(index.row()))
            emit picked(*id);
    };
    connect(this, &QAbstractItemView::clicked, this, pick);
    connect(this, &QAbstractItemView::activated, this, pick);
}

void CellList::setMostRows(int rows) {
    m_mostRows = rows;
    updateGeometry();
}

QSize CellList::sizeHint() const {
    const int rows = std::clamp(m_model->rowCount(), 1, m_mostRows);
    return {320, rows * CellDelegate::rowHeight(font()) + 2};
}

QSize CellList::minimumSizeHint() const {
    return {180, sizeHint().height()};
}

void CellList::copy() const {
    QApplication::clipboard()->setText(m_model->asText(m_header));
}

void CellList::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QListView::keyPressEvent(event);
}

} // namespace neuroscribe::ui
