#include "ui/models/member_list_model.h"

#include "ui/models/curate_mime.h"
#include "ui/models/format.h"
#include "ui/models/row_order.h"

#include <QLocale>
#include <QMetaObject>
#include <QMimeData>
#include <QPointer>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr int kChunk = 48; // rows fetched at once: more than a screenful

} // namespace

MemberListModel::MemberListModel(QObject* parent) : QAbstractTableModel(parent) {}

template <class Change>
void MemberListModel::rearrange(Change change) {
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
    m_wantedFirst = -1;
    emit layoutChanged();
}

void MemberListModel::show(std::shared_ptr<const app::Topics> topics, std::vector<Member> members) {
    rearrange([&] {
        m_topics = std::move(topics);
        m_members = std::move(members);
    });
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void MemberListModel::clear() {
    ++m_epoch;
    m_waiting = false;
    m_texts.clear();
    m_found.clear();
    show(nullptr, {});
}

void MemberListModel::setFilter(const QString& text) {
    rearrange([&] { m_filter = text.trimmed().toLower(); });
}

void MemberListModel::setFound(std::unordered_set<RawDescriptorId> found) {
    m_found = std::move(found);
    if (!m_shown.empty())
        emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {FoundRole});
}

void MemberListModel::sort(int column, Qt::SortOrder order) {
    rearrange([&] {
        m_sortColumn = column;
        m_sortOrder = order;
    });
}

void MemberListModel::arrange() {
    m_at.clear();
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (m_filter.isEmpty() || m_topics->names[m_members[i].id.value].contains(m_filter))
            m_at.push_back(i);
    std::sort(m_at.begin(), m_at.end(), [this](std::size_t a, std::size_t b) { return before(a, b); });
    m_shown.clear();
    m_shown.reserve(m_at.size());
    for (const std::size_t i : m_at)
        m_shown.push_back(m_members[i].id);
}

/// What is not known comes last either way, then by how often said; equal ones by name.
bool MemberListModel::before(std::size_t a, std::size_t b) const {
    const Member& left = m_members[a];
    const Member& right = m_members[b];
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == Similarity && !std::isnan(left.similarity) && !std::isnan(right.similarity)) {
        if (left.similarity != right.similarity)
            return descending ? left.similarity > right.similarity : left.similarity < right.similarity;
    } else if (m_sortColumn == Similarity && std::isnan(left.similarity) != std::isnan(right.similarity)) {
        return std::isnan(right.similarity);
    }
    const std::uint32_t saidLeft = m_topics->index.said(left.id), saidRight = m_topics->index.said(right.id);
    if (m_sortColumn != Name && saidLeft != saidRight)
        return m_sortColumn == Said && !descending ? saidLeft < saidRight : saidLeft > saidRight;
    const int names = m_topics->names[left.id.value].compare(m_topics->names[right.id.value]);
    return m_sortColumn == Name && descending ? names > 0 : names < 0;
}

int MemberListModel::rowOf(RawDescriptorId id) const {
    const auto found = std::find(m_shown.begin(), m_shown.end(), id);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int MemberListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MemberListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

bool MemberListModel::hasExample(int row) const {
    const auto sentences = m_topics->index.sentences(idAt(row));
    return sentences.empty() || m_texts.contains(sentences.front().value);
}

QString MemberListModel::example(int row) const {
    const RawDescriptorId id = idAt(row);
    const auto sentences = m_topics->index.sentences(id);
    if (sentences.empty())
        return {};
    const auto found = m_texts.find(sentences.front().value);
    if (found != m_texts.end())
        return excerptAround(found->second, m_topics->names[id.value]);
    request(row);
    return {};
}

QString MemberListModel::spoken(int row) const {
    const RawDescriptorId id = idAt(row);
    const float similarity = m_members[m_at[static_cast<std::size_t>(row)]].similarity;
    const QString said = formatCount(QLocale(), m_topics->index.said(id));
    if (std::isnan(similarity))
        return tr("%1, said %2 times").arg(m_topics->names[id.value], said);
    return tr("%1, similarity to the centre %2, said %3 times")
        .arg(m_topics->names[id.value], formatFixed(QLocale(), similarity, 2), said);
}

QVariant MemberListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RawDescriptorId id = idAt(index.row());
    const float similarity = m_members[m_at[static_cast<std::size_t>(index.row())]].similarity;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Similarity)
            return std::isnan(similarity) ? QString() : formatFixed(QLocale(), similarity, 2);
        if (index.column() == Said)
            return formatCount(QLocale(), m_topics->index.said(id));
        return index.column() == Example ? example(index.row()) : m_topics->names[id.value];
    case Qt::ToolTipRole: {
        const auto sentences = m_topics->index.sentences(id);
        const auto text = sentences.empty() ? m_texts.end() : m_texts.find(sentences.front().value);
        return index.column() == Example && text != m_texts.end() ? text->second : spoken(index.row());
    }
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(index.row()) : index.data().toString();
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() == Said ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    case IdRole:
        return id.value;
    case SimilarityRole:
    case SortRole:
        return std::isnan(similarity) ? QVariant() : QVariant(static_cast<double>(similarity));
    case FoundRole:
        return m_found.contains(id);
    default:
        return {};
    }
}

QVariant MemberListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Said ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("topic"), tr("similarity to centre"), tr("said"), tr("in a sentence")};
    return names[section];
}

Qt::ItemFlags MemberListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList MemberListModel::mimeTypes() const {
    return {kMembersMime};
}

QMimeData* MemberListModel::mimeData(const QModelIndexList& indexes) const {
    std::vector<std::uint32_t> ids;
    for (const QModelIndex& index : indexes)
        if (index.column() == Name)
            ids.push_back(index.data(IdRole).toUInt());
    return idsToMime(kMembersMime, ids);
}

void MemberListModel::request(int row) const {
    // One question at a time; rows painted meanwhile ask again when they are painted with what arrived.
    if (m_waiting || !m_fetch || m_wantedFirst >= 0)
        return;
    m_wantedFirst = row;
    auto* self = const_cast<MemberListModel*>(this); // data() is const, asking for a sentence is not
    QMetaObject::invokeMethod(
        self, [self] { self->sendRequest(); }, Qt::QueuedConnection);
}

void MemberListModel::sendRequest() {
    const int first = std::exchange(m_wantedFirst, -1);
    if (m_waiting || first < 0 || !m_topics)
        return;
    std::vector<SentenceId> ids;
    for (int row = first; row < std::min(first + kChunk, rowCount()); ++row)
        if (!hasExample(row))
            ids.push_back(m_topics->index.sentences(idAt(row)).front());
    if (ids.empty())
        return;
    m_waiting = true;
    m_fetch(std::move(ids), [guard = QPointer(this), epoch = m_epoch](const Texts& texts) {
        if (guard && guard->m_epoch == epoch)
            guard->arrived(texts);
    });
}

void MemberListModel::arrived(const Texts& texts) {
    m_waiting = false;
    for (const auto& [id, text] : texts)
        m_texts.insert_or_assign(id.value, text);
    if (!m_shown.empty() && !texts.empty())
        emit dataChanged(index(0, Example), index(rowCount() - 1, Example));
}

QString excerptAround(const QString& sentence, const QString& topic) {
    constexpr qsizetype kLead = 24; // letters that may stand before the topic
    const QStringList words = topic.split(QLatin1Char(' '));
    const QString& longest = *std::ranges::max_element(words, {}, &QString::size);
    const qsizetype at = sentence.indexOf(longest, 0, Qt::CaseInsensitive);
    if (at <= kLead)
        return sentence;
    const qsizetype space = sentence.indexOf(QLatin1Char(' '), at - kLead);
    return QStringLiteral("… ") + sentence.mid(space < at ? space + 1 : at);
}

} // namespace neuroscribe::ui
