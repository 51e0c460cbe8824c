#include "ui/widgets/bar_list.h"

#include "ui/models/bar_model.h"
#include "ui/widgets/bar_delegate.h"

#include <algorithm>

namespace neuroscribe::ui {

BarList::BarList(QWidget* parent) : QListView(parent), m_model(new BarModel(this)) {
    setModel(m_model);
    setItemDelegate(new BarDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BarList::updateGeometry);
}

void BarList::setMostRows(int rows) {
    m_mostRows = rows;
    updateGeometry();
}

QSize BarList::sizeHint() const {
    const int rows = std::clamp(m_model->rowCount(), 1, m_mostRows);
    return {200, rows * BarDelegate::rowHeight(font()) + 2};
}

QSize BarList::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

} // namespace neuroscribe::ui
