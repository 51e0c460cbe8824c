#include "ui/models/persistence_model.h"

#include "ui/models/format.h"
#include "ui/models/rule_text.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace neuroscribe::ui {
namespace {

/// A share lies as it is, a multiple of a base rate on powers from 0.1 to 100: as on the slider of t.
double placeOfT(tagging::Rule rule, double t) {
    if (!tagging::isMultiple(rule))
        return std::clamp(t, 0.0, 1.0);
    return t > 0 ? std::clamp((std::log10(t) + 1) / 3, 0.0, 1.0) : 0.0;
}

double placeOfK(double kMilli) {
    return std::clamp(std::log10(kMilli / tagging::kGridMilli) / 2, 0.0, 1.0);
}

QString percent(const QLocale& locale, std::uint32_t kMilli) {
    return locale.toString(kMilli / 1000.0, 'f', 1);
}

} // namespace

PersistenceBars persistenceBars(const tagging::Persistence& lives, const tagging::Thresholds& now) {
    PersistenceBars bars;
    if (lives.tEnd && *lives.tEnd > 0)
        bars.t.push_back({0, placeOfT(now.rule, *lives.tEnd)});
    // A grid point stands for the values half a step around it, so that a single one is seen, too.
    constexpr double kHalfStep = tagging::kGridMilli / 2.0;
    for (const tagging::KRange& range : lives.k)
        bars.k.push_back({placeOfK(range.first - kHalfStep), placeOfK(range.last + kHalfStep)});
    bars.tNow = placeOfT(now.rule, now.tMilli / 1000.0);
    bars.kNow = placeOfK(now.kMilli);
    return bars;
}

void PersistenceModel::show(std::vector<Row> rows, const tagging::Thresholds& now) {
    if (rows == m_rows && now == m_now)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_now = now;
    endResetModel();
}

int PersistenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PersistenceModel::told(const Row& row) const {
    const QLocale locale;
    const QString t = locale.toString(m_now.tMilli / 1000.0, 'g', 4);
    const QString ofT = row.lives.tEnd && *row.lives.tEnd > 0
                            ? tr("in both halves for t below %1").arg(formatRule(locale, m_now.rule, row.lives.tEnd))
                            : tr("in both halves for no t");
    QStringList ranges;
    for (const tagging::KRange& range : row.lives.k)
        ranges << (range.first == range.last
                       ? percent(locale, range.first)
                       : tr("%1 to %2").arg(percent(locale, range.first), percent(locale, range.last)));
    const QString ofK = ranges.isEmpty() ? tr("at t = %1 for no k").arg(t)
                                         : tr("at t = %1 for k of %2 %").arg(t, ranges.join(QStringLiteral(", ")));
    return tr("%1: %2; %3").arg(row.name, ofT, ofK);
}

QVariant PersistenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return told(row);
    case BarsRole:
        return QVariant::fromValue(persistenceBars(row.lives, m_now));
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

} // namespace neuroscribe::ui
