#include "ui/models/heat_table_model.h"

#include "ui/models/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {

HeatTableModel::HeatTableModel(QObject* parent)
    : QAbstractTableModel(parent), m_figure(std::make_shared<HeatMapFigure>()) {}

void HeatTableModel::setFigure(std::shared_ptr<const HeatMapFigure> figure) {
    const bool sameColumns = figure->columns == m_figure->columns && figure->names == m_figure->names &&
                             figure->rows.size() == m_figure->rows.size();
    if (!sameColumns) {
        beginResetModel();
        m_figure = std::move(figure);
        m_rows = m_figure->rows;
        sortRows();
        endResetModel();
        return;
    }
    m_figure = std::move(figure);
    reorder();
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<std::uint32_t> HeatTableModel::descriptorAt(int column) const {
    if (column < 1 || column >= columnCount())
        return std::nullopt;
    return m_figure->columns[static_cast<std::size_t>(column) - 1];
}

int HeatTableModel::rowOf(NeuronId neuron) const {
    const auto found = std::find(m_rows.begin(), m_rows.end(), neuron);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int HeatTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HeatTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_figure->columns.empty() ? 0 : static_cast<int>(m_figure->columns.size()) + 1;
}

double HeatTableModel::value(NeuronId neuron, int column) const {
    return m_figure->valueAt(neuron, m_figure->columns[static_cast<std::size_t>(column) - 1]);
}

QString HeatTableModel::text(NeuronId neuron, int column) const {
    if (column == 0)
        return neuronName(neuron, m_figure->unitsPerLayer);
    return formatValue(QLocale(), m_figure->value, value(neuron, column));
}

/// IoU of sets of different sizes can't reach 1: what it can reach belongs to it.
QVariant HeatTableModel::ceilingText(NeuronId neuron, int column) const {
    if (column == 0 || m_figure->ceiling.empty())
        return {};
    const std::size_t cell = static_cast<std::size_t>(neuron.value) * m_figure->descriptors + *descriptorAt(column);
    const float most = m_figure->ceiling[cell];
    if (std::isnan(most))
        return {};
    return tr("%1 of at most %2").arg(text(neuron, column), formatF(QLocale(), static_cast<double>(most)));
}

QVariant HeatTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NeuronId neuron = neuronAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(neuron, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                                    : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == 0)
            return tr("Neuron %1").arg(text(neuron, 0));
        return tr("Neuron %1, %2: %3")
            .arg(text(neuron, 0), m_figure->names[*descriptorAt(index.column())], text(neuron, index.column()));
    case Qt::ToolTipRole:
        return ceilingText(neuron, index.column());
    case SortRole:
        return index.column() == 0 ? static_cast<double>(neuron.value) : value(neuron, index.column());
    case IdRole:
        return neuron.value;
    default:
        return {};
    }
}

QVariant HeatTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto descriptor = descriptorAt(section);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return descriptor ? m_figure->names[*descriptor] : tr("Neuron");
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(descriptor ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

void HeatTableModel::sortRows() {
    if (m_sortColumn < 0 || m_sortColumn >= columnCount())
        return;
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == 0) {
        std::sort(m_rows.begin(), m_rows.end(),
                  [descending](NeuronId a, NeuronId b) { return descending ? b < a : a < b; });
        return;
    }
    const int column = m_sortColumn;
    std::sort(m_rows.begin(), m_rows.end(), [this, column, descending](NeuronId a, NeuronId b) {
        const double left = value(a, column), right = value(b, column);
        if (std::isnan(left) != std::isnan(right))
            return std::isnan(right);
        if (std::isnan(left) || left == right)
            return a < b;
        return descending ? left > right : left < right;
    });
}

void HeatTableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    reorder();
}

void HeatTableModel::reorder() {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<NeuronId> neurons;
    for (const QModelIndex& index : before)
        neurons.push_back(neuronAt(index.row()));
    m_rows = m_figure->rows;
    sortRows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(neurons[static_cast<std::size_t>(i)]);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace neuroscribe::ui
