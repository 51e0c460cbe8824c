#include "ui/models/agreement_model.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace neuroscribe::ui {
namespace {

using pipeline::AgreementRow;
using stats::IntervalEstimate;

/// Null: the column is no estimate.
const IntervalEstimate* estimateIn(const AgreementRow& row, int column) {
    switch (column) {
    case AgreementModel::KappaColumn:
    case AgreementModel::IntervalColumn:
        return &row.kappa;
    case AgreementModel::Ac1Column:
        return &row.ac1;
    case AgreementModel::PrecisionColumn:
        return &row.precision;
    case AgreementModel::RecallColumn:
        return &row.recall;
    case AgreementModel::WeightedPrecisionColumn:
        return &row.population.precision;
    case AgreementModel::WeightedRecallColumn:
        return &row.population.recall;
    default:
        return nullptr;
    }
}

std::optional<stats::Interval> intervalOf(const IntervalEstimate& estimate) {
    return estimate.value ? std::optional(estimate.interval) : std::nullopt;
}

} // namespace

QString describeEstimate(const IntervalEstimate& estimate) {
    const QLocale locale;
    if (!estimate.value)
        return undefinedText();
    return QCoreApplication::translate("neuroscribe::ui::AgreementModel", "%1 (95 %: %2)")
        .arg(formatF(locale, estimate.value), formatInterval(locale, intervalOf(estimate)));
}

void AgreementModel::show(pipeline::AgreementReport report, double halfWidth) {
    const bool same =
        std::ranges::equal(report.rows, m_report.rows, {}, &AgreementRow::descriptor, &AgreementRow::descriptor) &&
        !m_order.empty() == !report.rows.empty();
    if (!same)
        beginResetModel();
    m_report = std::move(report);
    m_halfWidth = halfWidth;
    if (!same) {
        m_order.resize(m_report.rows.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        sortRows();
        endResetModel();
    } else if (rowCount() > 0) {
        if (m_sortColumn >= 0)
            sort(m_sortColumn, m_sortOrder); // by the values that came
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int AgreementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_report.rows.empty() ? 0 : static_cast<int>(m_report.rows.size()) + 1;
}

int AgreementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const AgreementRow& AgreementModel::row(int row) const {
    return row == 0 ? m_report.pooled : m_report.rows[m_order[static_cast<std::size_t>(row) - 1]];
}

QString AgreementModel::text(const AgreementRow& row, int column) const {
    const QLocale locale;
    if (column == NameColumn)
        return row.descriptor ? QString::fromStdString(row.name) : tr("all together");
    if (column == PairsColumn)
        return formatCount(locale, row.pairs());
    if (column == NeededColumn) {
        const auto needed = row.stillNeeded(m_halfWidth);
        return needed ? formatCount(locale, *needed) : undefinedText();
    }
    const IntervalEstimate& estimate = *estimateIn(row, column);
    return column == IntervalColumn ? formatInterval(locale, intervalOf(estimate)) : formatF(locale, estimate.value);
}

QString AgreementModel::below(const AgreementRow& row, int column) const {
    if (column == NameColumn)
        return tr("%Ln pair(s)", nullptr, static_cast<int>(row.pairs()));
    const IntervalEstimate* estimate = estimateIn(row, column);
    return estimate && estimate->value ? formatRange(QLocale(), estimate->interval) : QString();
}

bool AgreementModel::isUndefined(const AgreementRow& row, int column) const {
    if (column == NeededColumn)
        return !row.stillNeeded(m_halfWidth);
    const IntervalEstimate* estimate = estimateIn(row, column);
    return estimate && !estimate->value;
}

QString AgreementModel::whyUndefined(const AgreementRow& row, int column) const {
    if (row.pairs() == 0)
        return tr("no sentence that both answered");
    switch (column) {
    case PrecisionColumn:
        return tr("nothing is labelled yes");
    case RecallColumn:
        return tr("the reference never says yes");
    case WeightedPrecisionColumn:
    case WeightedRecallColumn:
        if (m_report.judged != labels::kLabelMatrixName)
            return tr("only of the model's labels is known how the pairs were drawn");
        return tr("a sample is missing: of what the model labels yes, or of what it labels no");
    case NeededColumn:
        if (row.kappa.value)
            return tr("no number of pairs that anybody could answer would do");
        [[fallthrough]];
    default:
        return tr("both gave one and the same answer throughout");
    }
}

QString AgreementModel::toolTip(const AgreementRow& row, int column) const {
    const QString why = isUndefined(row, column) ? QStringLiteral(": ") + whyUndefined(row, column) : QString();
    const QString name =
        headerData(column == IntervalColumn ? KappaColumn : column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (const IntervalEstimate* estimate = estimateIn(row, column))
        return QString(name).replace(QLatin1Char('\n'), QLatin1Char(' ')) + QLatin1Char(' ') +
               describeEstimate(*estimate) + why;
    const QLocale locale;
    if (!why.isEmpty())
        return name + QLatin1Char(' ') + undefinedText() + why;
    QString note =
        text(row, NameColumn) + QLatin1Char('\n') +
        tr("%1 pairs that both answered: both yes %2, judged yes alone %3, reference yes alone %4, both no %5")
            .arg(formatCount(locale, row.pairs()), formatCount(locale, row.table.both),
                 formatCount(locale, row.table.first), formatCount(locale, row.table.second),
                 formatCount(locale, row.table.neither));
    if (row.unsure > 0)
        note += QLatin1Char('\n') + tr("%1 unsure, left out").arg(formatCount(locale, row.unsure));
    if (row.setAside > 0)
        note += QLatin1Char('\n') +
                tr("%1 drawn by disagreement, left out: they are no sample").arg(formatCount(locale, row.setAside));
    if (row.relabelled > 0)
        note += QLatin1Char('\n') + tr("%1 of them the model labels otherwise than when they were drawn")
                                        .arg(formatCount(locale, row.relabelled));
    return note;
}

QVariant AgreementModel::sortValue(const AgreementRow& row, int column) const {
    if (column == NameColumn)
        return QString::fromStdString(row.name);
    if (column == PairsColumn)
        return static_cast<double>(row.pairs());
    if (column == NeededColumn) {
        const auto needed = row.stillNeeded(m_halfWidth);
        return needed ? QVariant(static_cast<double>(*needed)) : QVariant();
    }
    const IntervalEstimate& estimate = *estimateIn(row, column);
    return estimate.value ? QVariant(*estimate.value) : QVariant();
}

QVariant AgreementModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AgreementRow& about = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(about, index.column());
    case Qt::ToolTipRole:
        return toolTip(about, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::EditRole: // copied: the interval goes along
        return index.column() != IntervalColumn && estimateIn(about, index.column())
                   ? describeEstimate(*estimateIn(about, index.column()))
                   : text(about, index.column());
    case BelowRole:
        return below(about, index.column());
    case UndefinedRole:
        return isUndefined(about, index.column());
    case Qt::AccessibleTextRole:
        return estimateIn(about, index.column()) ? toolTip(about, index.column()) : text(about, index.column());
    case SortRole:
        return sortValue(about, index.column());
    case IdRole:
        return about.descriptor ? QVariant(about.descriptor->value) : QVariant();
    case EstimateRole:
        return estimateIn(about, index.column()) ? QVariant::fromValue(*estimateIn(about, index.column())) : QVariant();
    default:
        return {};
    }
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const std::pair<QString, QString> texts[ColumnCount] = {
        {tr("descriptor"), tr("The row on top: all of them together")},
        {tr("n"), tr("Sentences that both answered")},
        {tr("kappa"), tr("Cohen's kappa: agreement beyond chance")},
        {tr("95 %\ninterval"), tr("Of kappa, from -1 to 1")},
        {tr("AC1"), tr("Gwet's AC1: agreement beyond chance, also where one answer is rare")},
        {tr("P\nraw"), tr("Precision: of what is labelled, the share that the reference confirms, in the sample")},
        {tr("R\nraw"), tr("Recall: of what the reference says yes to, the share that is labelled, in the sample")},
        {tr("P\nweighted"), tr("Precision, weighted to the whole corpus")},
        {tr("R\nweighted"),
         tr("Recall, weighted to the whole corpus: what is missed there weighs as much as there is of it")},
        {tr("needed"), tr("Answers still needed until kappa is known as exactly as wanted")},
    };
    if (role == Qt::DisplayRole)
        return texts[section].first;
    return role == Qt::ToolTipRole ? QVariant(texts[section].second) : QVariant();
}

void AgreementModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = m_order;
    sortRows();
    QModelIndexList from, to;
    for (const QModelIndex& index : persistentIndexList()) {
        from << index;
        if (index.row() == 0) {
            to << index;
            continue;
        }
        const auto place = std::ranges::find(m_order, before[static_cast<std::size_t>(index.row()) - 1]);
        to << this->index(static_cast<int>(place - m_order.begin()) + 1, index.column());
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void AgreementModel::sortRows() {
    std::ranges::sort(m_order);
    if (m_sortColumn < 0)
        return;
    std::ranges::stable_sort(m_order, [this](std::size_t a, std::size_t b) {
        const QVariant first = sortValue(m_report.rows[a], m_sortColumn);
        const QVariant second = sortValue(m_report.rows[b], m_sortColumn);
        if (first.isValid() != second.isValid())
            return first.isValid();
        if (!first.isValid())
            return false;
        const bool ascending = m_sortOrder == Qt::AscendingOrder;
        if (m_sortColumn == NameColumn)
            return ascending ? first.toString().localeAwareCompare(second.toString()) < 0
                             : second.toString().localeAwareCompare(first.toString()) < 0;
        return ascending ? first.toDouble() < second.toDouble() : second.toDouble() < first.toDouble();
    });
}

} // namespace neuroscribe::ui
