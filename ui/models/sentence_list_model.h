// Sentences in a list: exemplars of a neuron, examples of a descriptor. Only ids are held; texts come as rows come into
// view, through a fetch function that answers later.
#pragma once

#include "core/base/ids.h"

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace neuroscribe::ui {

/// A descriptor that a sentence has.
struct Chip {
    QString text;
    bool strong = false;  ///< one of those the panel is about
    bool derived = false; ///< the answer follows from those to several questions
    bool operator==(const Chip&) const = default;
};

/// "Color", "Color · derived": as it is written and spoken.
QString chipText(const Chip& chip);

class SentenceListModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// TextRole: invalid while the text has not arrived. ChipsRole: QList<Chip>. ValueRole: the activation, where
    /// known.
    enum Role { TextRole = Qt::UserRole, ChipsRole, ValueRole, IdRole, SortRole };

    struct Row {
        SentenceId id;
        std::optional<float> value;
        bool operator==(const Row&) const = default;
    };
    using Texts = std::vector<std::pair<SentenceId, QString>>;
    using Fetch = std::function<void(std::vector<SentenceId>, std::function<void(Texts)>)>;
    using ChipsOf = std::function<QList<Chip>(SentenceId)>;

    explicit SentenceListModel(QObject* parent = nullptr);
    void setSource(Fetch fetch, ChipsOf chips);
    /// Where the present rows are the beginning of the new ones, or the reverse, rows are added or removed at the end.
    void setRows(std::vector<Row> rows);
    /// Chips are asked for again, texts stay.
    void refreshChips();
    /// Another study: texts are forgotten.
    void forgetTexts();
    std::optional<SentenceId> idAt(int row) const;
    int rowOf(SentenceId id) const; ///< -1: not listed
    bool hasText(int row) const;    ///< asks for nothing

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void request(int row) const;
    void sendRequest();
    void arrived(const Texts& texts);
    QVariant text(SentenceId id, int row) const;
    QVariant toolTip(SentenceId id, int row) const;

    Fetch m_fetch;
    ChipsOf m_chips;
    std::vector<Row> m_rows;
    std::unordered_map<std::uint32_t, QString> m_texts;
    mutable int m_wantedFirst = -1; ///< first row that a view asked for and that has no text
    bool m_waiting = false;
    std::uint64_t m_epoch = 0; ///< answers of an earlier study are ignored
};

} // namespace neuroscribe::ui

Q_DECLARE_METATYPE(neuroscribe::ui::Chip)
