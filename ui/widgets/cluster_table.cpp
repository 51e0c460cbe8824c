#include "ui/widgets/cluster_table.h"

#include "ui/models/cluster_list_model.h"
#include "ui/models/curate_mime.h"
#include "ui/widgets/cluster_delegate.h"

#include <QDragMoveEvent>
#include <QHeaderView>
#include <QMimeData>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kFigurePadding = 15;
constexpr int kLeastName = 150;

Dragged draggedBy(const QMimeData& data) {
    Dragged dragged;
    for (const std::uint32_t id : idsFromMime(kMembersMime, data))
        dragged.members.emplace_back(id);
    for (const std::uint32_t id : idsFromMime(kClustersMime, data))
        dragged.clusters.emplace_back(id);
    return dragged;
}

/// Where the drop would change anything. Clusters are merged into clusters only.
bool fits(const Dragged& dragged, const ClusterListModel::Row* target) {
    if (!target || dragged.isEmpty())
        return false;
    const bool outside = target->state == ClusterState::Outside;
    return dragged.clusters.empty() || (!outside && dragged.clusters != std::vector{target->id});
}

} // namespace

ClusterTable::ClusterTable(QWidget* parent) : BenchTable(parent), m_model(new ClusterListModel(this)) {
    setModel(m_model);
    setItemDelegate(new ClusterDelegate(this));
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    QHeaderView* header = horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(24);
    header->setSectionResizeMode(ClusterListModel::Name, QHeaderView::Stretch);
    for (int column = ClusterListModel::Members; column < ClusterListModel::Columns; ++column)
        header->setSectionResizeMode(column, QHeaderView::Fixed);
}

void ClusterTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Figures take what they need, the name the rest; where it is little, "said" is left to the tool tip.
void ClusterTable::fitColumns() {
    int figures = 0;
    for (int column = ClusterListModel::Members; column < ClusterListModel::Columns; ++column) {
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int text = std::max(horizontalHeader()->fontMetrics().horizontalAdvance(head),
                                  fontMetrics().horizontalAdvance(QStringLiteral("88,888")));
        horizontalHeader()->resizeSection(column, text + kFigurePadding);
        figures += text + kFigurePadding;
    }
    setColumnHidden(ClusterListModel::Said, viewport()->width() - figures < kLeastName);
}

std::vector<ClusterId> ClusterTable::selectedClusters() const {
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<ClusterId> ids;
    for (const int row : rows)
        if (const auto* shown = m_model->rowAt(row); shown && shown->state != ClusterState::Outside)
            ids.push_back(shown->id);
    return ids;
}

void ClusterTable::dragEnterEvent(QDragEnterEvent* event) {
    if (draggedBy(*event->mimeData()).isEmpty())
        return event->ignore();
    setState(DraggingState); // scrolls at the edges, shows where the drop would go
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void ClusterTable::dragMoveEvent(QDragMoveEvent* event) {
    QTableView::dragMoveEvent(event);
    const Dragged dragged = draggedBy(*event->mimeData());
    const int row = indexAt(event->position().toPoint()).row();
    const auto* target = m_model->rowAt(row);
    if (!fits(dragged, target)) {
        m_dragRow = -1;
        emit dragLeft();
        return event->ignore();
    }
    if (m_dragRow != row)
        emit draggedOver(dragged, target->id);
    m_dragRow = row;
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void ClusterTable::dragLeaveEvent(QDragLeaveEvent* event) {
    QTableView::dragLeaveEvent(event);
    m_dragRow = -1;
    emit dragLeft();
}

void ClusterTable::dropEvent(QDropEvent* event) {
    const Dragged dragged = draggedBy(*event->mimeData());
    const auto* target = m_model->rowAt(indexAt(event->position().toPoint()).row());
    stopAutoScroll();
    setState(NoState);
    m_dragRow = -1;
    viewport()->update();
    if (!fits(dragged, target))
        return event->ignore();
    // The rows follow from the edit; a move would make the view that was dragged from remove some of its own.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit droppedOn(dragged, target->id);
}

} // namespace neuroscribe::ui
