#include "ui/widgets/member_table.h"

#include "ui/models/member_list_model.h"
#include "ui/widgets/member_delegate.h"

#include <QHeaderView>
#include <QMouseEvent>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kBarRoom = 176; // of the similarity: bar and number

} // namespace

MemberTable::MemberTable(QWidget* parent) : BenchTable(parent), m_model(new MemberListModel(this)) {
    setModel(m_model);
    setItemDelegate(new MemberDelegate(this));
    setDragDropMode(QAbstractItemView::DragOnly);
    QHeaderView* header = horizontalHeader();
    header->setMinimumSectionSize(24);
    header->setStretchLastSection(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(false);
    header->setSortIndicator(MemberListModel::Similarity, Qt::DescendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (column != MemberListModel::Example)
            m_model->sort(column, order);
    });
}

std::vector<RawDescriptorId> MemberTable::selected() const {
    std::vector<RawDescriptorId> ids;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        if (range.left() == 0)
            for (int row = range.top(); row <= range.bottom(); ++row)
                ids.push_back(m_model->idAt(row));
    std::sort(ids.begin(), ids.end());
    return ids;
}

void MemberTable::select(const std::vector<RawDescriptorId>& members) {
    QItemSelection rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (std::binary_search(members.begin(), members.end(), m_model->idAt(row)))
            rows.select(m_model->index(row, 0), m_model->index(row, MemberListModel::Columns - 1));
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (!rows.isEmpty())
        scrollTo(rows.front().topLeft());
}

/// A click on the tick, or Space, adds to the selection or takes from it, as a check box does.
QItemSelectionModel::SelectionFlags MemberTable::selectionCommand(const QModelIndex& index, const QEvent* event) const {
    constexpr auto kToggle = QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
    if (event && event->type() == QEvent::MouseButtonPress && index.column() == MemberListModel::Name) {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        const QRect tick = MemberDelegate::tickRect(visualRect(index));
        if (mouse->modifiers() == Qt::NoModifier && mouse->position().x() <= tick.right() + 2)
            return kToggle;
    }
    if (event && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier)
            return kToggle;
    }
    return QTableView::selectionCommand(index, event);
}

void MemberTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Topic and example share what the figures leave.
void MemberTable::fitColumns() {
    const int said = fontMetrics().horizontalAdvance(QStringLiteral("188,888")) + 24;
    const int bar = std::min(kBarRoom, viewport()->width() / 4);
    const int rest = viewport()->width() - said - bar;
    horizontalHeader()->resizeSection(MemberListModel::Name, std::clamp(rest * 2 / 5, 80, 320));
    horizontalHeader()->resizeSection(MemberListModel::Similarity, bar);
    horizontalHeader()->resizeSection(MemberListModel::Said, said);
}

} // namespace neuroscribe::ui
