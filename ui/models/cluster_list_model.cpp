#include "ui/models/cluster_list_model.h"

#include "core/descriptors/curation.h"
#include "ui/models/curate_mime.h"
#include "ui/models/format.h"
#include "ui/models/row_order.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>

#include <algorithm>
#include <tuple>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::ClusterListModel", text);
}

/// What was left over, then what was set aside.
int outsideRank(ClusterId id) {
    return id == descriptors::kUnclustered ? 0 : 1;
}

} // namespace

QString clusterStateText(ClusterState state) {
    switch (state) {
    case ClusterState::New:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::ClusterListModel", "new"));
    case ClusterState::Named:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::ClusterListModel", "named"));
    case ClusterState::Automatic:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::ClusterListModel", "named automatically"));
    case ClusterState::Excluded:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::ClusterListModel", "excluded"));
    case ClusterState::Outside:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::ClusterListModel", "in no cluster"));
    }
    return {};
}

template <class Change>
void ClusterListModel::rearrange(Change change) {
    emit layoutAboutToBeChanged();
    const QModelIndexList persistent = persistentIndexList();
    reorderRows(
        m_shown, persistent,
        [&] {
            change();
            arrange();
        },
        [&](const std::vector<int>& moved) {
            QModelIndexList after;
            for (qsizetype i = 0; i < persistent.size(); ++i) {
                const int row = moved[static_cast<std::size_t>(i)];
                after.append(row < 0 ? QModelIndex() : index(row, persistent[i].column()));
            }
            changePersistentIndexList(persistent, after);
        });
    emit layoutChanged();
}

void ClusterListModel::setRows(std::vector<Row> rows) {
    rearrange([&] { m_rows = std::move(rows); });
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void ClusterListModel::setOrder(Order order) {
    rearrange([&] { m_order = order; });
}

void ClusterListModel::setFilter(Filter filter) {
    rearrange([&] { m_filter = filter; });
}

void ClusterListModel::setSearch(const QString& text, std::unordered_map<ClusterId, int> hits) {
    rearrange([&] {
        m_search = text.trimmed().toLower();
        m_hits = std::move(hits);
    });
}

void ClusterListModel::arrange() {
    m_at.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (passes(m_rows[i]))
            m_at.push_back(i);
    std::sort(m_at.begin(), m_at.end(), [this](std::size_t a, std::size_t b) { return before(m_rows[a], m_rows[b]); });
    m_shown.clear();
    for (const std::size_t i : m_at)
        m_shown.push_back(m_rows[i].id);
}

bool ClusterListModel::passes(const Row& row) const {
    if (!m_search.isEmpty() && !m_hits.contains(row.id) && !row.folded.contains(m_search))
        return false;
    switch (row.state) {
    case ClusterState::Outside:
        return true;
    case ClusterState::New:
        return m_filter == Filter::All || m_filter == Filter::New;
    case ClusterState::Named:
    case ClusterState::Automatic:
        return m_filter == Filter::All || m_filter == Filter::Named;
    case ClusterState::Excluded:
        return m_filter == Filter::All || m_filter == Filter::Excluded;
    }
    return true;
}

bool ClusterListModel::before(const Row& a, const Row& b) const {
    const bool outside = a.state == ClusterState::Outside;
    if (outside != (b.state == ClusterState::Outside))
        return outside;
    if (outside)
        return outsideRank(a.id) < outsideRank(b.id);
    switch (m_order) {
    case Order::Members:
        return std::tie(b.members, a.id) < std::tie(a.members, b.id);
    case Order::Name:
        return std::tie(a.folded, a.id) < std::tie(b.folded, b.id);
    case Order::Said:
        return std::tie(b.said, a.id) < std::tie(a.said, b.id);
    case Order::Sentences:
        return std::tie(b.share, a.id) < std::tie(a.share, b.id);
    case Order::State:
        return std::tie(a.state, b.members, a.id) < std::tie(b.state, a.members, b.id);
    }
    return false;
}

const ClusterListModel::Row* ClusterListModel::rowAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[m_at[static_cast<std::size_t>(row)]];
}

int ClusterListModel::rowOf(ClusterId id) const {
    const auto found = std::find(m_shown.begin(), m_shown.end(), id);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

std::optional<ClusterId> ClusterListModel::nextUnnamed(int row) const {
    const int rows = rowCount();
    for (int step = 1; step <= rows; ++step) {
        const Row& candidate = *rowAt((row + step + rows) % rows);
        if (candidate.state == ClusterState::New)
            return candidate.id;
    }
    return std::nullopt;
}

int ClusterListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ClusterListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString ClusterListModel::text(const Row& row, int column) const {
    const QLocale locale;
    switch (column) {
    case Members:
        return formatCount(locale, row.members);
    case Said:
        return formatCount(locale, row.said);
    case Sentences:
        return formatPercent(locale, row.share, 1);
    default:
        return row.name;
    }
}

QString ClusterListModel::spoken(const Row& row) const {
    return tr("%1, %2, members: %3, said %4 times, %5 of the sentences")
        .arg(row.name, clusterStateText(row.state), text(row, Members), text(row, Said), text(row, Sentences));
}

QVariant ClusterListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = *rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return spoken(row);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(row) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                                       : Qt::AlignRight | Qt::AlignVCenter);
    case IdRole:
        return row.id.value;
    case StateRole:
        return static_cast<int>(row.state);
    case HitsRole: {
        const auto hits = m_hits.find(row.id);
        return hits == m_hits.end() ? 0 : hits->second;
    }
    case SortRole:
        return row.members;
    default:
        return {};
    }
}

QVariant ClusterListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Sentences)
        return tr("Share of the sentences of which at least one member was said");
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("name"), tr("members"), tr("said"), tr("sentences")};
    return names[section];
}

Qt::ItemFlags ClusterListModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Row* row = rowAt(index.row());
    if (!row)
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    return row->state == ClusterState::Outside ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList ClusterListModel::mimeTypes() const {
    return {kClustersMime};
}

QMimeData* ClusterListModel::mimeData(const QModelIndexList& indexes) const {
    std::vector<std::uint32_t> ids;
    for (const QModelIndex& index : indexes)
        if (index.column() == Name)
            ids.push_back(index.data(IdRole).toUInt());
    return idsToMime(kClustersMime, ids);
}

} // namespace neuroscribe::ui
