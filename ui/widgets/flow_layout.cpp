#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace neuroscribe::ui {

FlowLayout::FlowLayout(int spacing, QWidget* parent) : QLayout(parent), m_spacing(spacing) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const {
    int width = 0, height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + m_spacing;
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
    const QRect area = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int x = area.left(), y = area.top(), lineHeight = 0;
    QList<std::pair<QLayoutItem*, int>> line;
    const auto sizeOf = [&area](const QLayoutItem* item) {
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), area.width()));
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        return size;
    };
    const auto finishLine = [&] {
        for (const auto& [item, left] : line) {
            const QSize size = sizeOf(item);
            const int from = mirrored ? area.left() + area.right() + 1 - left - size.width() : left;
            item->setGeometry(QRect(QPoint(from, y + (lineHeight - size.height()) / 2), size));
        }
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeOf(item);
        if (x > area.left() && x + size.width() > area.right() + 1) {
            if (place)
                finishLine();
            x = area.left();
            y += lineHeight + m_spacing;
            lineHeight = 0;
        }
        if (place)
            line.append({item, x});
        x += size.width() + m_spacing;
        lineHeight = std::max(lineHeight, size.height());
    }
    if (place)
        finishLine();
    return y + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace neuroscribe::ui
