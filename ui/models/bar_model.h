// Labelled counts drawn as bars: tagged neurons by layer or by descriptor.
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <vector>

namespace neuroscribe::ui {

struct Bar {
    QString label;
    std::uint64_t count = 0;
    std::uint64_t most = 0; ///< full length of the bar
    bool flagged = false;   ///< deserves a second look; `note` says why
    QString note;
    bool operator==(const Bar&) const = default;
};

class BarModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole, MostRole, FlaggedRole, SortRole };
    using QAbstractListModel::QAbstractListModel;

    /// As many as before: they change in place, and the current row stays; else the list is replaced.
    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Bar> m_bars;
};

} // namespace neuroscribe::ui
