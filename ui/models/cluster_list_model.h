// The clusters in a table: state, name, size, how often said, share of sentences. What is unclustered and what was set
// aside stand above them as rows of their own. Sorts and filters in a permutation of its own.
#pragma once

#include "core/base/ids.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace neuroscribe::ui {

enum class ClusterState : std::uint8_t { New, Named, Automatic, Excluded, Outside };

class ClusterListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Members, Said, Sentences, Columns };
    /// StateRole: int of ClusterState. HitsRole: members that a search found here, 0 without a search.
    enum Role { IdRole = Qt::UserRole, StateRole, HitsRole, SortRole };
    enum class Order : std::uint8_t { Members, Name, Said, Sentences, State };
    enum class Filter : std::uint8_t { All, New, Named, Excluded };

    struct Row {
        ClusterId id;
        QString name;
        QString folded; ///< lower case, to search in
        ClusterState state = ClusterState::New;
        std::uint32_t members = 0;
        std::uint64_t said = 0;
        double share = 0; ///< of the corpus' sentences
        bool operator==(const Row&) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// Selection and scroll position stay with the clusters that are still there.
    void setRows(std::vector<Row> rows);
    void setOrder(Order order);
    Order order() const { return m_order; }
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// Only what is named so, or where the search found members; an empty text ends the search.
    void setSearch(const QString& text, std::unordered_map<ClusterId, int> hits);

    const Row* rowAt(int row) const; ///< null: no such row
    int rowOf(ClusterId id) const;   ///< -1: not shown
    /// The next new cluster after the row (from the top after the last), in the shown order; nothing where there is
    /// none.
    std::optional<ClusterId> nextUnnamed(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

private:
    template <class Change>
    void rearrange(Change change);
    void arrange();
    bool passes(const Row& row) const;
    bool before(const Row& a, const Row& b) const;
    QString text(const Row& row, int column) const;
    QString spoken(const Row& row) const;

    std::vector<Row> m_rows;        ///< all, ascending by id
    std::vector<ClusterId> m_shown; ///< what is seen, in its order
    std::vector<std::size_t> m_at;  ///< of m_shown, in m_rows
    std::unordered_map<ClusterId, int> m_hits;
    QString m_search;
    Order m_order = Order::Members;
    Filter m_filter = Filter::All;
};

/// "new", "named" ...: what a screen reader and a tool tip say beside the mark.
QString clusterStateText(ClusterState state);

} // namespace neuroscribe::ui
