#include "ui/models/sentence_list_model.h"

#include "ui/models/format.h"

#include <QLocale>
#include <QMetaObject>
#include <QPointer>
#include <QStringList>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kChunk = 48; // rows fetched at once: more than a screenful

} // namespace

QString chipText(const Chip& chip) {
    return chip.derived ? SentenceListModel::tr("%1 · derived").arg(chip.text) : chip.text;
}

SentenceListModel::SentenceListModel(QObject* parent) : QAbstractListModel(parent) {}

void SentenceListModel::setSource(Fetch fetch, ChipsOf chips) {
    m_fetch = std::move(fetch);
    m_chips = std::move(chips);
}

void SentenceListModel::setRows(std::vector<Row> rows) {
    const std::size_t common = std::min(rows.size(), m_rows.size());
    const auto shared = static_cast<std::ptrdiff_t>(common);
    if (common == 0 || !std::equal(rows.begin(), rows.begin() + shared, m_rows.begin())) {
        beginResetModel();
        m_rows = std::move(rows);
        m_wantedFirst = -1;
        endResetModel();
    } else if (rows.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(common), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(common), static_cast<int>(m_rows.size()) - 1);
        m_rows = std::move(rows);
        endRemoveRows();
    }
}

void SentenceListModel::refreshChips() {
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {ChipsRole, Qt::AccessibleTextRole});
}

void SentenceListModel::forgetTexts() {
    ++m_epoch;
    m_waiting = false;
    m_texts.clear();
    setRows({});
}

std::optional<SentenceId> SentenceListModel::idAt(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].id;
}

int SentenceListModel::rowOf(SentenceId id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool SentenceListModel::hasText(int row) const {
    const auto id = idAt(row);
    return id && m_texts.contains(id->value);
}

int SentenceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SentenceListModel::text(SentenceId id, int row) const {
    const auto found = m_texts.find(id.value);
    if (found != m_texts.end())
        return found->second;
    request(row);
    return {};
}

/// What a chip has no room to explain.
QVariant SentenceListModel::toolTip(SentenceId id, int row) const {
    const QVariant sentence = text(id, row);
    QStringList derived;
    if (m_chips)
        for (const Chip& chip : m_chips(id))
            if (chip.derived)
                derived << chip.text;
    if (derived.isEmpty() || !sentence.isValid())
        return sentence;
    return sentence.toString() + QStringLiteral("\n\n") +
           tr("Derived, from the answers to several questions: %1").arg(derived.join(QLatin1String(", ")));
}

QVariant SentenceListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::ToolTipRole:
        return toolTip(row.id, index.row());
    case Qt::DisplayRole:
    case TextRole:
        return text(row.id, index.row());
    case ChipsRole:
        return m_chips ? QVariant::fromValue(m_chips(row.id)) : QVariant();
    case ValueRole:
    case SortRole:
        return row.value ? QVariant(*row.value) : QVariant();
    case IdRole:
        return row.id.value;
    case Qt::AccessibleTextRole: {
        QStringList parts{QString::number(index.row() + 1), text(row.id, index.row()).toString()};
        if (m_chips)
            for (const Chip& chip : m_chips(row.id))
                parts << chipText(chip);
        if (row.value)
            parts << tr("activation %1").arg(formatActivation(QLocale(), *row.value));
        return parts.join(QLatin1String(", "));
    }
    default:
        return {};
    }
}

void SentenceListModel::request(int row) const {
    // One question at a time; rows painted meanwhile ask again when they are painted with what arrived.
    if (m_waiting || !m_fetch || m_wantedFirst >= 0)
        return;
    m_wantedFirst = row;
    auto* self = const_cast<SentenceListModel*>(this); // data() is const, asking for text is not
    QMetaObject::invokeMethod(
        self, [self] { self->sendRequest(); }, Qt::QueuedConnection);
}

void SentenceListModel::sendRequest() {
    const int first = std::exchange(m_wantedFirst, -1);
    if (m_waiting || first < 0)
        return;
    std::vector<SentenceId> ids;
    for (int row = first; row < std::min(first + kChunk, rowCount()); ++row)
        if (const SentenceId id = m_rows[static_cast<std::size_t>(row)].id; !m_texts.contains(id.value))
            ids.push_back(id);
    if (ids.empty())
        return;
    m_waiting = true;
    m_fetch(std::move(ids), [guard = QPointer(this), epoch = m_epoch](const Texts& texts) {
        if (guard && guard->m_epoch == epoch)
            guard->arrived(texts);
    });
}

void SentenceListModel::arrived(const Texts& texts) {
    m_waiting = false;
    for (const auto& [id, text] : texts)
        m_texts.insert_or_assign(id.value, text);
    if (!m_rows.empty() && !texts.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace neuroscribe::ui
