// A list whose rows are sorted and filtered by the model itself: what a view holds on to moves along by id.
#pragma once

#include <QAbstractItemModel>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace neuroscribe::ui {

/// For a model inside a layout change: `shown` are the ids of its rows; `change` puts the new ones there; `layout` gets
/// the new row of each persistent index, -1 where its id is gone.
template <class Id, class Change, class Layout>
void reorderRows(const std::vector<Id>& shown, const QModelIndexList& persistent, Change change, Layout layout) {
    std::vector<Id> kept;
    kept.reserve(static_cast<std::size_t>(persistent.size()));
    for (const QModelIndex& index : persistent)
        kept.push_back(shown[static_cast<std::size_t>(index.row())]);
    change();
    std::unordered_map<Id, int> rows;
    if (!kept.empty())
        for (std::size_t row = 0; row < shown.size(); ++row)
            rows.emplace(shown[row], static_cast<int>(row));
    std::vector<int> moved;
    moved.reserve(kept.size());
    for (const Id id : kept) {
        const auto row = rows.find(id);
        moved.push_back(row == rows.end() ? -1 : row->second);
    }
    layout(moved);
}

} // namespace neuroscribe::ui
