#include "ui/models/figure_table_model.h"

#include "ui/models/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace neuroscribe::ui {
namespace {

constexpr int kDigits = 4;

QString textOf(const io::FigureCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text);
    const double value = std::get<double>(cell);
    if (std::isnan(value))
        return undefinedText();
    // Counts are whole whatever their size.
    const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
    return whole ? QLocale().toString(static_cast<qlonglong>(value)) : QLocale().toString(value, 'g', kDigits);
}

/// Numbers before texts before undefined.
bool comesBefore(const io::FigureCell& a, const io::FigureCell& b, bool descending) {
    const auto* first = std::get_if<double>(&a);
    const auto* second = std::get_if<double>(&b);
    const auto rank = [](const double* number) { return number ? (std::isnan(*number) ? 2 : 0) : 1; };
    if (rank(first) != rank(second))
        return rank(first) < rank(second);
    if (rank(first) == 2)
        return false;
    if (first)
        return descending ? *first > *second : *first < *second;
    const int order = QString::localeAwareCompare(textOf(a), textOf(b));
    return descending ? order > 0 : order < 0;
}

} // namespace

void FigureTableModel::setTable(io::FigureTable table) {
    beginResetModel();
    m_table = std::move(table);
    m_rows.resize(m_table.rows.size());
    sortRows();
    endResetModel();
}

int FigureTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant FigureTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const io::FigureCell& value = cell(index.row(), index.column());
    const auto* number = std::get_if<double>(&value);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(value);
    case Qt::TextAlignmentRole:
        return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), textOf(value));
    case SortRole:
        return number ? QVariant(*number) : QVariant(textOf(value));
    default:
        return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return QString::fromStdString(m_table.columns[static_cast<std::size_t>(section)]);
    return {};
}

void FigureTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : before)
        rows.push_back(tableRow(index.row()));
    sortRows();
    std::vector<int> places(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        places[m_rows[i]] = static_cast<int>(i);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(places[rows[static_cast<std::size_t>(i)]], before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void FigureTableModel::sortRows() {
    std::iota(m_rows.begin(), m_rows.end(), std::size_t{0});
    if (m_sortColumn < 0 || m_sortColumn >= columnCount())
        return;
    const auto at = static_cast<std::size_t>(m_sortColumn);
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t a, std::size_t b) {
        return comesBefore(m_table.rows[a][at], m_table.rows[b][at], m_sortOrder == Qt::DescendingOrder);
    });
}

} // namespace neuroscribe::ui
