#include "ui/widgets/agreement_table.h"

#include "ui/models/agreement_model.h"
#include "ui/widgets/estimate_delegate.h"
#include "ui/widgets/whisker_delegate.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <array>
#include <vector>

namespace neuroscribe::ui {
namespace {

using Model = AgreementModel;

constexpr int kLeastName = 64, kMostName = 240;
constexpr std::size_t kAlways = 5; ///< columns that are always in sight, besides the name
constexpr int kHeaderSides = 15;
constexpr int kLeastWhisker = 84, kMostWhisker = 260;

/// The judged labels against the corpus, where that is known; else against the sample.
std::array<int, 2> leadingShares(const pipeline::AgreementReport& report) {
    const auto& population = report.pooled.population;
    if (population.precision.value || population.recall.value)
        return {Model::WeightedPrecisionColumn, Model::WeightedRecallColumn};
    return {Model::PrecisionColumn, Model::RecallColumn};
}

std::array<int, 2> otherShares(const std::array<int, 2>& leading) {
    if (leading[0] == Model::PrecisionColumn)
        return {Model::WeightedPrecisionColumn, Model::WeightedRecallColumn};
    return {Model::PrecisionColumn, Model::RecallColumn};
}

} // namespace

AgreementTable::AgreementTable(AgreementModel& rows, QWidget* parent) : ValueTable(parent), m_rows(rows) {
    setModel(&rows);
    setItemDelegate(new EstimateDelegate(this));
    setItemDelegateForColumn(Model::IntervalColumn, new WhiskerDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setMinimumSectionSize(20);
    measure();
    connect(&rows, &QAbstractItemModel::modelReset, this, &AgreementTable::measure);
    connect(&rows, &QAbstractItemModel::dataChanged, this, &AgreementTable::measure);
}

/// Of the names only what their header wants: they are cut.
int AgreementTable::widthOf(int column) const {
    int widest = 0;
    const QString title = m_rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    for (const QString& line : title.split(QLatin1Char('\n')))
        widest = std::max(widest, horizontalHeader()->fontMetrics().horizontalAdvance(line) + kHeaderSides);
    for (int row = 0; column != Model::NameColumn && row < m_rows.rowCount(); ++row) {
        const QModelIndex index = m_rows.index(row, column);
        const QString value = index.data().toString(), below = index.data(Model::BelowRole).toString();
        const bool isUndefined = index.data(Model::UndefinedRole).toBool();
        widest = std::max(widest, isUndefined ? EstimateDelegate::widthOf(font(), {}, value)
                                              : EstimateDelegate::widthOf(font(), value, below));
    }
    return widest;
}

void AgreementTable::measure() {
    verticalHeader()->setDefaultSectionSize(EstimateDelegate::rowHeight(font()));
    m_widths.clear();
    for (int column = 0; column < Model::ColumnCount; ++column)
        m_widths.push_back(column == Model::IntervalColumn ? 0 : widthOf(column));
    arrange();
}

void AgreementTable::arrange() {
    const auto width = [this](int column) { return m_widths[static_cast<std::size_t>(column)]; };
    const auto leading = leadingShares(m_rows.report()), other = otherShares(leading);
    std::vector<int> shown{Model::KappaColumn, Model::Ac1Column, leading[0], leading[1], Model::NeededColumn};
    int left = viewport()->width() - kLeastName;
    for (const int column : shown)
        left -= width(column);
    // A name has room for what stands above it before pictures have any.
    const int head = std::max(0, width(Model::NameColumn) - kLeastName);
    const bool whisker = left >= kLeastWhisker + head;
    left -= whisker ? kLeastWhisker + head : 0;
    if (const int both = width(other[0]) + width(other[1]); whisker && left >= both) {
        shown.insert(shown.end(), {other[0], other[1]});
        left -= both;
    }
    if (const int pairs = width(Model::PairsColumn); shown.size() > kAlways && left >= pairs) {
        shown.push_back(Model::PairsColumn);
        left -= pairs;
    }
    left = std::max(left, 0);
    const int name = std::min(whisker ? left / 2 : left, kMostName - kLeastName - head);
    setColumnWidth(Model::NameColumn, kLeastName + (whisker ? head : 0) + name);
    for (int column = Model::PairsColumn; column < Model::ColumnCount; ++column) {
        const bool isShown =
            column == Model::IntervalColumn ? whisker : std::ranges::find(shown, column) != shown.end();
        setColumnHidden(column, !isShown);
        if (isShown && column != Model::IntervalColumn)
            setColumnWidth(column, width(column));
    }
    setColumnWidth(Model::IntervalColumn, std::min(kLeastWhisker + left - name, kMostWhisker));
}

void AgreementTable::resizeEvent(QResizeEvent* event) {
    ValueTable::resizeEvent(event);
    arrange();
}

void AgreementTable::changeEvent(QEvent* event) {
    ValueTable::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        measure();
}

} // namespace neuroscribe::ui
