// The agreement of two annotators as a table: a row for all descriptors together, then one for each.
#pragma once

#include "core/pipeline/agreement.h"

#include <QAbstractTableModel>
#include <QString>

namespace neuroscribe::ui {

class AgreementModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        PairsColumn,
        KappaColumn,
        IntervalColumn, ///< of kappa, as a dot with whiskers
        Ac1Column,
        PrecisionColumn,
        RecallColumn,
        WeightedPrecisionColumn,
        WeightedRecallColumn,
        NeededColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< the plain value; invalid where undefined
        IdRole,                  ///< of the descriptor; invalid for all together
        EstimateRole,            ///< a stats::IntervalEstimate
        BelowRole,               ///< the second line of a cell: the interval; of a name how many pairs
        UndefinedRole            ///< true: the cell has no value; the tool tip says why
    };
    using QAbstractTableModel::QAbstractTableModel;
    void show(pipeline::AgreementReport report, double halfWidth);
    const pipeline::AgreementReport& report() const { return m_report; }
    bool isEmpty() const { return m_report.pooled.pairs() == 0; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// All together stays on top; undefined values come last either way.
    void sort(int column, Qt::SortOrder order) override;

private:
    const pipeline::AgreementRow& row(int row) const;
    QString text(const pipeline::AgreementRow& row, int column) const;
    QString below(const pipeline::AgreementRow& row, int column) const;
    bool isUndefined(const pipeline::AgreementRow& row, int column) const;
    QString whyUndefined(const pipeline::AgreementRow& row, int column) const;
    QString toolTip(const pipeline::AgreementRow& row, int column) const;
    QVariant sortValue(const pipeline::AgreementRow& row, int column) const;
    void sortRows();

    pipeline::AgreementReport m_report;
    double m_halfWidth = 0.1;
    int m_sortColumn = -1; ///< -1: display order
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::size_t> m_order; ///< rows of the report
};

/// "0.87 (95 %: 0.72 to 0.96)"; "undefined".
QString describeEstimate(const stats::IntervalEstimate& estimate);

} // namespace neuroscribe::ui

Q_DECLARE_METATYPE(neuroscribe::stats::IntervalEstimate)
