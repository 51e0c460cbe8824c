// The table twin of the heat map: the same neurons, descriptors and values. Sorting permutes rows of its own; nothing
// is compared as QVariant.
#pragma once

#include "ui/plots/heat_map_figure.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace neuroscribe::ui {

class HeatTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// SortRole: the plain value (NaN where undefined); IdRole: the neuron's number.
    enum Role { SortRole = Qt::UserRole, IdRole };
    explicit HeatTableModel(QObject* parent = nullptr);

    void setFigure(std::shared_ptr<const HeatMapFigure> figure);
    NeuronId neuronAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Descriptor of a column; nothing for the first, which names the neuron.
    std::optional<std::uint32_t> descriptorAt(int column) const;
    int rowOf(NeuronId neuron) const; ///< -1: filtered out

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column 0: by neuron. Undefined values come last either way; ties keep neuron order.
    void sort(int column, Qt::SortOrder order) override;

private:
    double value(NeuronId neuron, int column) const;
    QVariant ceilingText(NeuronId neuron, int column) const;
    QString text(NeuronId neuron, int column) const;
    void sortRows();
    /// Rows anew from the figure and the sort column; selection and cursor stay on their neurons.
    void reorder();

    std::shared_ptr<const HeatMapFigure> m_figure;
    std::vector<NeuronId> m_rows;
    int m_sortColumn = -1; ///< -1: the order of the figure
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace neuroscribe::ui
