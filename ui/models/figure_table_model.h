// The table twin of a figure. Numbers follow the locale; sorting is by the values, undefined last.
#pragma once

#include "core/io/figure.h"

#include <QAbstractTableModel>

#include <vector>

namespace neuroscribe::ui {

class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;
    /// Sorted as the one before.
    void setTable(io::FigureTable table);
    /// Row of the figure's table that stands in a row of the view.
    std::size_t tableRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const io::FigureCell& cell(int row, int column) const {
        return m_table.rows[tableRow(row)][static_cast<std::size_t>(column)];
    }
    void sortRows();

    io::FigureTable m_table;
    std::vector<std::size_t> m_rows; ///< the order shown
    int m_sortColumn = -1;           ///< -1: the figure's order
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace neuroscribe::ui
