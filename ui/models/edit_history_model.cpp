#include "ui/models/edit_history_model.h"

#include "app/session/curation_controller.h"

namespace neuroscribe::ui {

void EditHistoryModel::setHistory(const std::vector<descriptors::CurationEdit>& edits, std::size_t done) {
    QStringList texts{tr("Before all edits")};
    for (const descriptors::CurationEdit& edit : edits)
        texts += app::curationText(edit);
    // Most often one edit is new, and those that were undone before it are gone: rows below stay what they are.
    qsizetype same = 0;
    while (same < texts.size() && same < m_texts.size() && texts[same] == m_texts[same])
        ++same;
    if (same < m_texts.size()) {
        beginRemoveRows({}, 0, static_cast<int>(m_texts.size() - same) - 1);
        m_texts.resize(same);
        endRemoveRows();
    }
    if (same < texts.size()) {
        beginInsertRows({}, 0, static_cast<int>(texts.size() - same) - 1);
        m_texts = texts;
        endInsertRows();
    }
    m_done = static_cast<int>(done);
    emit dataChanged(index(0), index(rowCount() - 1));
}

int EditHistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

QString EditHistoryModel::spoken(int row) const {
    const QString& text = m_texts[doneAt(row)];
    if (row == currentRow())
        return tr("%1, the present state").arg(text);
    return row < currentRow() ? tr("%1, undone").arg(text) : text;
}

QVariant EditHistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_texts[doneAt(index.row())];
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case UndoneRole:
        return index.row() < currentRow();
    case CurrentRole:
        return index.row() == currentRow();
    default:
        return {};
    }
}

} // namespace neuroscribe::ui
