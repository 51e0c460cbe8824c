// The members of a cluster (MemberListModel) as a table; a tick before each row says and changes what is selected.
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/bench_table.h"

#include <vector>

namespace neuroscribe::ui {

class MemberListModel;

class MemberTable : public BenchTable {
    Q_OBJECT
public:
    explicit MemberTable(QWidget* parent = nullptr);
    MemberListModel& members() const { return *m_model; }
    std::vector<RawDescriptorId> selected() const; ///< ascending
    void select(const std::vector<RawDescriptorId>& members);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    MemberListModel* m_model;
};

} // namespace neuroscribe::ui
