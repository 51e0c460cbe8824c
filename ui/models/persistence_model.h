// Where over t and k the tags of one neuron live in both halves of the data: a row a descriptor, drawn as two bars.
#pragma once

#include "core/tagging/persistence.h"

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <vector>

namespace neuroscribe::ui {

class PersistenceModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// BarsRole: a PersistenceBars. The text twin of a row is its tool tip.
    enum Role { BarsRole = Qt::UserRole, IdRole };

    struct Row {
        std::uint32_t id = 0; ///< descriptor column
        QString name;
        tagging::Persistence lives;
        bool operator==(const Row&) const = default;
    };

    using QAbstractListModel::QAbstractListModel;
    /// now: where k and t stand.
    void show(std::vector<Row> rows, const tagging::Thresholds& now);
    const std::vector<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// "Taste: in both halves for t below 0.48; at t = 0.35 for k 0.1 to 2.3 %".
    QString told(const Row& row) const;

private:
    std::vector<Row> m_rows;
    tagging::Thresholds m_now;
};

/// Parts of two lines, each 0 .. 1 from left to right.
struct PersistenceBars {
    struct Part {
        double from = 0;
        double to = 0;
        bool operator==(const Part&) const = default;
    };
    std::vector<Part> t, k; ///< t: one part, or none
    double tNow = 0, kNow = 0;
    bool operator==(const PersistenceBars&) const = default;
};
/// t on the line of its slider (powers for a multiple), k on powers from 0.1 to 10 %.
PersistenceBars persistenceBars(const tagging::Persistence& lives, const tagging::Thresholds& now);

} // namespace neuroscribe::ui

Q_DECLARE_METATYPE(neuroscribe::ui::PersistenceBars)
