#include "ui/models/bar_model.h"

#include "ui/models/format.h"

#include <QLocale>

namespace neuroscribe::ui {

void BarModel::setBars(std::vector<Bar> bars) {
    if (bars.size() != m_bars.size()) { // otherwise the current row must survive, also when a label changes
        beginResetModel();
        m_bars = std::move(bars);
        endResetModel();
        return;
    }
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    emit dataChanged(index(0), index(static_cast<int>(m_bars.size()) - 1));
}

int BarModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_bars.size());
}

QVariant BarModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bar& bar = m_bars[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return bar.label;
    case Qt::ToolTipRole:
        return bar.note.isEmpty() ? bar.label : bar.label + QLatin1Char('\n') + bar.note;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2 neurons").arg(bar.label, formatCount(QLocale(), bar.count));
        return bar.note.isEmpty() ? text : text + QLatin1String(". ") + bar.note;
    }
    case CountRole:
    case SortRole:
        return static_cast<qulonglong>(bar.count);
    case MostRole:
        return static_cast<qulonglong>(bar.most);
    case FlaggedRole:
        return bar.flagged;
    default:
        return {};
    }
}

} // namespace neuroscribe::ui
