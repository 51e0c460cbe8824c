// The clusters (ClusterListModel) as a table onto which members and other clusters are dragged.
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/bench_table.h"

#include <vector>

namespace neuroscribe::ui {

class ClusterListModel;

/// What is dragged over a row: members, or clusters.
struct Dragged {
    std::vector<RawDescriptorId> members;
    std::vector<ClusterId> clusters;
    bool isEmpty() const { return members.empty() && clusters.empty(); }
};

class ClusterTable : public BenchTable {
    Q_OBJECT
public:
    explicit ClusterTable(QWidget* parent = nullptr);
    ClusterListModel& clusters() const { return *m_model; }
    /// Rows that stand for clusters, in the shown order.
    std::vector<ClusterId> selectedClusters() const;

signals:
    void draggedOver(const neuroscribe::ui::Dragged& what, neuroscribe::ClusterId target);
    void droppedOn(const neuroscribe::ui::Dragged& what, neuroscribe::ClusterId target);
    void dragLeft();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void fitColumns();
    ClusterListModel* m_model;
    int m_dragRow = -1;
};

} // namespace neuroscribe::ui
