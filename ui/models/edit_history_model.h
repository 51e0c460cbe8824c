// The edits of the curation, the newest first, above a row for the state before all of them. What is undone stands
// above the present state.
#pragma once

#include "core/descriptors/curation.h"

#include <QAbstractListModel>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace neuroscribe::ui {

class EditHistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { UndoneRole = Qt::UserRole, CurrentRole };
    using QAbstractListModel::QAbstractListModel;

    /// edits: the oldest first; done: so many of them are in force.
    void setHistory(const std::vector<descriptors::CurationEdit>& edits, std::size_t done);
    int edits() const { return std::max(static_cast<int>(m_texts.size()) - 1, 0); }
    /// How many edits are in force in the state that a row stands for; and the other way round.
    int doneAt(int row) const { return edits() - row; }
    int rowOf(int done) const { return edits() - done; }
    int currentRow() const { return rowOf(m_done); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString spoken(int row) const;

    QStringList m_texts; ///< by number of edits in force
    int m_done = 0;
};

} // namespace neuroscribe::ui
