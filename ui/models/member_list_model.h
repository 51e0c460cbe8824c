// The members of a cluster in a table: topic, similarity to the centre, how often said, a sentence it was said of.
// Sorts and filters in a permutation of its own; sentences come as rows come into view.
#pragma once

#include "app/session/curation_data.h"

#include <QAbstractTableModel>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace neuroscribe::ui {

class MemberListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Similarity, Said, Example, Columns };
    /// SimilarityRole: double, invalid where it is not known. FoundRole: whether a search is about this one.
    enum Role { IdRole = Qt::UserRole, SimilarityRole, FoundRole, SortRole };

    struct Member {
        RawDescriptorId id;
        float similarity = 0; ///< cosine with the centre; NaN: not known
        bool operator==(const Member&) const = default;
    };
    using Texts = std::vector<std::pair<SentenceId, QString>>;
    using Fetch = std::function<void(std::vector<SentenceId>, std::function<void(Texts)>)>;

    explicit MemberListModel(QObject* parent = nullptr);
    void setSource(Fetch fetch) { m_fetch = std::move(fetch); }
    /// Selection and scroll position stay with the members that are still there.
    void show(std::shared_ptr<const app::Topics> topics, std::vector<Member> members);
    /// Another study: sentences are forgotten too.
    void clear();
    /// Only members that contain the text.
    void setFilter(const QString& text);
    void setFound(std::unordered_set<RawDescriptorId> found);
    void sort(int column, Qt::SortOrder order) override;

    RawDescriptorId idAt(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int rowOf(RawDescriptorId id) const; ///< -1: not shown
    bool hasExample(int row) const;      ///< asks for nothing

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }

private:
    template <class Change>
    void rearrange(Change change);
    void arrange();
    bool before(std::size_t a, std::size_t b) const;
    QString example(int row) const;
    void request(int row) const;
    void sendRequest();
    void arrived(const Texts& texts);
    QString spoken(int row) const;

    Fetch m_fetch;
    std::shared_ptr<const app::Topics> m_topics;
    std::vector<Member> m_members;        ///< all, ascending by id
    std::vector<RawDescriptorId> m_shown; ///< what is seen, in its order
    std::vector<std::size_t> m_at;        ///< of m_shown, in m_members
    std::unordered_set<RawDescriptorId> m_found;
    std::unordered_map<std::uint32_t, QString> m_texts; ///< by sentence
    QString m_filter;
    int m_sortColumn = Similarity;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    mutable int m_wantedFirst = -1; ///< first row that a view asked for and that has no sentence
    bool m_waiting = false;
    std::uint64_t m_epoch = 0; ///< answers of an earlier study are ignored
};

/// The part of a sentence around the topic's longest word: a row has little room.
QString excerptAround(const QString& sentence, const QString& topic);

} // namespace neuroscribe::ui
