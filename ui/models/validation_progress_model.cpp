#include "ui/models/validation_progress_model.h"

#include "ui/models/format.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {
namespace {

std::uint32_t countIn(const ValidationProgressModel::Row& row, int column) {
    switch (column) {
    case ValidationProgressModel::YesColumn:
        return row.progress.yes;
    case ValidationProgressModel::NoColumn:
        return row.progress.no;
    case ValidationProgressModel::UnsureColumn:
        return row.progress.unsure;
    default:
        return row.progress.answered();
    }
}

} // namespace

void ValidationProgressModel::show(std::vector<Row> rows) {
    const bool same = std::ranges::equal(rows, m_rows, {}, &Row::descriptor, &Row::descriptor);
    if (!same)
        beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ValidationProgressModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValidationProgressModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ValidationProgressModel::text(const Row& row, int column) const {
    const QLocale locale;
    if (column == NameColumn)
        return row.name;
    if (column == AnsweredColumn)
        return tr("%1 of %2")
            .arg(formatCount(locale, row.progress.answered()), formatCount(locale, row.progress.total));
    return formatCount(locale, countIn(row, column));
}

QVariant ValidationProgressModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(row.chosen ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return tr("%1: %2 yes, %3 no, %4 unsure of %5")
            .arg(row.name, text(row, YesColumn), text(row, NoColumn), text(row, UnsureColumn),
                 formatCount(QLocale(), row.progress.total));
    case SortRole:
        return column == NameColumn ? QVariant(row.name) : QVariant(countIn(row, column));
    case IdRole:
        return row.descriptor.value;
    default:
        return {};
    }
}

bool ValidationProgressModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != NameColumn ||
        role != Qt::CheckStateRole)
        return false;
    Row& row = m_rows[static_cast<std::size_t>(index.row())];
    row.chosen = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit chosenChanged(row.descriptor, row.chosen);
    return true;
}

Qt::ItemFlags ValidationProgressModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? plain | Qt::ItemIsUserCheckable : plain;
}

QVariant ValidationProgressModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    switch (section) {
    case NameColumn:
        return tr("descriptor");
    case AnsweredColumn:
        return tr("answered");
    case YesColumn:
        return tr("yes");
    case NoColumn:
        return tr("no");
    case UnsureColumn:
        return tr("unsure");
    default:
        return {};
    }
}

} // namespace neuroscribe::ui
