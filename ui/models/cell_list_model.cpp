#include "ui/models/cell_list_model.h"

#include "ui/models/format.h"
#include "ui/models/rule_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

/// Six digits for another program; empty: undefined.
QString plain(const std::optional<double>& value) {
    return value ? QLocale::c().toString(*value, 'g', 6) : QString();
}

} // namespace

void CellListModel::show(std::vector<Row> rows, Fetch fetch, std::uint32_t alphaMicro) {
    const bool sameRows = rows == m_rows;
    m_alphaMicro = alphaMicro;
    if (sameRows) { // selection and scroll position stay; a slider that is dragged goes this way
        m_fetch = std::move(fetch);
        m_cells.assign(m_rows.size(), std::nullopt);
        if (!m_rows.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_fetch = std::move(fetch);
    m_cells.assign(m_rows.size(), std::nullopt);
    endResetModel();
}

void CellListModel::setRule(tagging::Rule rule) {
    if (rule == m_rule)
        return;
    m_rule = rule;
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void CellListModel::setNotes(std::map<std::uint32_t, Note> notes) {
    if (notes == m_notes)
        return;
    m_notes = std::move(notes);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void CellListModel::setAdjusted(Adjusted adjusted) {
    m_adjusted = std::move(adjusted);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const std::optional<stats::Stratified>* CellListModel::adjustedOf(std::uint32_t id) const {
    const auto found = m_adjusted.find(id);
    return found == m_adjusted.end() ? nullptr : &found->second;
}

QVariant CellListModel::adjustedText(std::uint32_t id) const {
    const auto* adjusted = adjustedOf(id);
    if (!adjusted)
        return {};
    return *adjusted && (*adjusted)->lift ? formatLift(QLocale(), (*adjusted)->lift) : QStringLiteral("–");
}

CellListModel::Note CellListModel::noteOf(std::uint32_t id) const {
    const auto found = m_notes.find(id);
    return found == m_notes.end() ? Note{} : found->second;
}

/// AUPRC is told as what t is compared with, a multiple of the base rate.
QString CellListModel::scoreText(const tagging::Cell& shown) const {
    if (m_rule == tagging::Rule::Share || m_rule == tagging::Rule::Occurrence || m_rule == tagging::Rule::Lift)
        return {};
    const QLocale locale;
    if (m_rule == tagging::Rule::Auprc)
        return formatLift(locale, shown.score);
    return formatRule(locale, m_rule, shown.score);
}

std::optional<std::uint32_t> CellListModel::idAt(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].id;
}

int CellListModel::rowOf(std::uint32_t id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CellListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const tagging::Cell& CellListModel::cell(int row) const {
    auto& cached = m_cells[static_cast<std::size_t>(row)];
    if (!cached)
        cached = m_fetch(m_rows[static_cast<std::size_t>(row)].id);
    return *cached;
}

QVariant CellListModel::solid(const tagging::Cell& cell) const {
    if (!cell.q)
        return {};
    return *cell.q * 1e6 < m_alphaMicro;
}

QString CellListModel::spoken(const Row& row, const tagging::Cell& shown) const {
    QStringList parts{row.label + QLatin1String(": ") + describeCell(shown)};
    if (const QString score = scoreText(shown); !score.isEmpty())
        parts << ruleSymbol(m_rule) + QLatin1Char(' ') + score;
    if (shown.tagged)
        parts << tr("tag");
    const QVariant beats = solid(shown);
    if (beats.isValid())
        parts << (beats.toBool() ? tr("beats chance") : tr("does not beat chance"));
    if (const auto* adjusted = adjustedOf(row.id))
        parts << describeAdjusted(*adjusted);
    const Note note = noteOf(row.id);
    for (const QString& text : {note.details, note.word})
        if (!text.isEmpty())
            parts << text;
    return parts.join(QLatin1String(", "));
}

QVariant CellListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(row, cell(index.row()));
    case CellRole:
        return QVariant::fromValue(cell(index.row()));
    case SolidRole:
        return solid(cell(index.row()));
    case IdRole:
        return row.id;
    case SortRole:
        return cell(index.row()).f.value_or(-1);
    case ScoreRole:
        return scoreText(cell(index.row()));
    case NoteRole:
        return noteOf(row.id).word;
    case OtherRole:
        return noteOf(row.id).other ? QVariant(*noteOf(row.id).other) : QVariant();
    case CorrectedRole:
        return noteOf(row.id).corrected ? QVariant::fromValue(*noteOf(row.id).corrected) : QVariant();
    case AdjustedRole:
        return adjustedText(row.id);
    default:
        return {};
    }
}

bool CellListModel::hasCorrected() const {
    return std::ranges::any_of(m_notes, [](const auto& note) { return note.second.corrected.has_value(); });
}

/// In the columns of asText().
QStringList CellListModel::textOf(int row) const {
    const tagging::Cell& shown = cell(row);
    const auto low = shown.interval ? std::optional(shown.interval->low) : std::nullopt;
    const auto high = shown.interval ? std::optional(shown.interval->high) : std::nullopt;
    return {m_rows[static_cast<std::size_t>(row)].label,
            plain(shown.f),
            plain(low),
            plain(high),
            plain(shown.baseRate),
            plain(shown.lift),
            plain(shown.q),
            QString::number(shown.yes),
            QString::number(shown.answered),
            QString::number(shown.tagged ? 1 : 0)};
}

QStringList CellListModel::correctedText(int row) const {
    const auto corrected = noteOf(m_rows[static_cast<std::size_t>(row)].id).corrected;
    if (!corrected)
        return {{}, {}, {}, {}};
    return {plain(corrected->value), plain(corrected->low), plain(corrected->high), plain(corrected->lift)};
}

QStringList CellListModel::adjustedColumns(int row) const {
    const auto* known = adjustedOf(m_rows[static_cast<std::size_t>(row)].id);
    if (!known || !*known)
        return {{}, {}};
    return {plain((*known)->lift), plain((*known)->p)};
}

QString CellListModel::asText(const QString& labelHeader) const {
    const bool corrected = hasCorrected();
    QStringList header{labelHeader,
                       QStringLiteral("f"),
                       QStringLiteral("low"),
                       QStringLiteral("high"),
                       QStringLiteral("base_rate"),
                       QStringLiteral("lift"),
                       QStringLiteral("q"),
                       QStringLiteral("yes"),
                       QStringLiteral("answered"),
                       QStringLiteral("tagged")};
    if (corrected)
        header << QStringLiteral("noise_corrected") << QStringLiteral("noise_corrected_low")
               << QStringLiteral("noise_corrected_high") << QStringLiteral("noise_corrected_lift");
    if (m_showsAdjusted)
        header << QStringLiteral("adjusted_lift") << QStringLiteral("adjusted_p");
    QString text = header.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (int row = 0; row < rowCount(); ++row) {
        QStringList values = corrected ? textOf(row) + correctedText(row) : textOf(row);
        if (m_showsAdjusted)
            values += adjustedColumns(row);
        text += values.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QString describeAdjusted(const std::optional<stats::Stratified>& adjusted) {
    const QLocale locale;
    if (!adjusted)
        return CellListModel::tr("not adjusted for category and length: no exemplar is answered");
    if (!adjusted->lift)
        return CellListModel::tr("adjusted lift undefined: no sentence of these categories and lengths has it");
    return CellListModel::tr("adjusted for category and length: lift %1, p %2")
        .arg(formatLift(locale, adjusted->lift), formatQ(locale, adjusted->p));
}

QString describeCell(const tagging::Cell& cell) {
    const QLocale locale;
    const auto translated = [](const char* text) {
        return QCoreApplication::translate("neuroscribe::ui::CellListModel", text);
    };
    const QString f =
        cell.interval
            ? translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CellListModel", "f %1 (%2)"))
                  .arg(formatF(locale, cell.f), formatInterval(locale, cell.interval))
            : translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CellListModel", "f %1")).arg(formatF(locale, cell.f));
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CellListModel",
                                        "%1, base rate %2, lift %3, q %4, %5 of %6 exemplars"))
        .arg(f, formatF(locale, cell.baseRate), formatLift(locale, cell.lift), formatQ(locale, cell.q),
             formatCount(locale, cell.yes), formatCount(locale, cell.answered));
}

} // namespace neuroscribe::ui
