// Cells in a list: the descriptors of one neuron, or the neurons of one descriptor. Cells are fetched as rows come
// into view, so that a descriptor with thousands of neurons costs nothing until it is scrolled.
#pragma once

#include "core/stats/stratified.h"
#include "core/tagging/tagger.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace neuroscribe::ui {

class CellListModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// CellRole: a tagging::Cell; SolidRole: beats chance at alpha (invalid while q is not known).
    /// ScoreRole: the rule's value as text, for a rule that f and lift do not tell. NoteRole: a word about a tag that
    /// something else explains; the row is then dimmed. OtherRole: f on the other half, CorrectedRole: a Corrected;
    /// invalid where it is not known. AdjustedRole: the adjusted lift as text, a dash where it is undefined; invalid
    /// where nobody has adjusted it yet.
    enum Role {
        CellRole = Qt::UserRole,
        SolidRole,
        IdRole,
        SortRole,
        ScoreRole,
        NoteRole,
        OtherRole,
        CorrectedRole,
        AdjustedRole
    };

    /// f* with its interval, and lift*: without the errors of the labels.
    struct Corrected {
        double value = 0, low = 0, high = 0;
        std::optional<double> lift;
        bool operator==(const Corrected&) const = default;
    };

    struct Row {
        std::uint32_t id = 0; ///< descriptor column or neuron number
        QString label;
        bool operator==(const Row&) const = default;
    };
    using Fetch = std::function<tagging::Cell(std::uint32_t id)>;

    using QAbstractListModel::QAbstractListModel;
    /// alphaMicro: q below this is solid, units of 1e-6.
    void show(std::vector<Row> rows, Fetch fetch, std::uint32_t alphaMicro);
    void clear() { show({}, {}, 0); }
    /// The rule in force: what Cell::score is a value of.
    void setRule(tagging::Rule rule);
    /// What there is to tell about a row, by id.
    struct Note {
        QString word;                ///< "explained by Taste"; empty: nothing explains it
        QString details;             ///< spoken and in the tool tip: "adjusted lift ×1.1, p 0.3"
        std::optional<double> other; ///< f on the other half of the data
        std::optional<Corrected> corrected = {};
        bool operator==(const Note&) const = default;
    };
    void setNotes(std::map<std::uint32_t, Note> notes);
    /// Lift and p within category and length, by id; nothing: no exemplar is answered. In a column of its own.
    using Adjusted = std::map<std::uint32_t, std::optional<stats::Stratified>>;
    void setAdjusted(Adjusted adjusted);
    /// Whether there is room to keep for that column, known or not yet.
    void setShowsAdjusted(bool shows) { m_showsAdjusted = shows; }
    bool showsAdjusted() const { return m_showsAdjusted; }
    std::optional<std::uint32_t> idAt(int row) const;
    int rowOf(std::uint32_t id) const; ///< -1: not listed
    /// Tab-separated table with a header, every row. With columns of Corrected where any row has one, and of
    /// the adjusted lift where it is shown.
    QString asText(const QString& labelHeader) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const tagging::Cell& cell(int row) const;
    QVariant solid(const tagging::Cell& cell) const;
    QString spoken(const Row& row, const tagging::Cell& cell) const;
    QString scoreText(const tagging::Cell& cell) const;
    Note noteOf(std::uint32_t id) const;
    QStringList textOf(int row) const;
    QStringList correctedText(int row) const;
    bool hasCorrected() const;
    const std::optional<stats::Stratified>* adjustedOf(std::uint32_t id) const; ///< null: not known
    QVariant adjustedText(std::uint32_t id) const;
    QStringList adjustedColumns(int row) const;

    std::vector<Row> m_rows;
    Fetch m_fetch;
    std::uint32_t m_alphaMicro = 0;
    tagging::Rule m_rule = tagging::Rule::Share;
    std::map<std::uint32_t, Note> m_notes;
    Adjusted m_adjusted;
    bool m_showsAdjusted = false;
    mutable std::vector<std::optional<tagging::Cell>> m_cells;
};

/// "f 0.72 (0.67 to 0.77), base rate 0.04, lift ×16.4, q 1e-71, 313 of 435 exemplars": tool tips, reading line.
QString describeCell(const tagging::Cell& cell);
/// "adjusted for category and length: lift ×1.1, p 0.3", or why there is none.
QString describeAdjusted(const std::optional<stats::Stratified>& adjusted);

} // namespace neuroscribe::ui

Q_DECLARE_METATYPE(neuroscribe::tagging::Cell)
Q_DECLARE_METATYPE(neuroscribe::ui::CellListModel::Corrected)
