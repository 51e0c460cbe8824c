#include "ui/models/preview_model.h"

#include "ui/models/import_text.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QLocale>

namespace neuroscribe::ui {
namespace {

/// A cell shows one line; a record may be a megabyte.
constexpr qsizetype kShownCharacters = 300;

QString shortened(const std::string& text) {
    return QString::fromStdString(text.substr(0, 4 * kShownCharacters)).left(kShownCharacters).simplified();
}

} // namespace

void PreviewModel::setPreview(const corpus::Preview& preview, const std::vector<std::string>& labelFields) {
    const bool sameColumns = labelFields == m_labelFields;
    if (sameColumns && preview.records.size() == m_records.size()) {
        m_records = preview.records; // counts go on while the same records stay in view
        if (!m_records.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_records = preview.records;
    m_labelFields = labelFields;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstLabel + static_cast<int>(m_labelFields.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    const corpus::PreviewRecord& record = m_records[static_cast<std::size_t>(index.row())];
    const bool kept = record.verdict == "kept";
    if (role == Qt::ForegroundRole && index.column() == Verdict) {
        const Theme theme = Theme::of(QGuiApplication::palette());
        return kept ? theme.positive : theme.warning;
    }
    if (role == Qt::ForegroundRole && !kept)
        return Theme::of(QGuiApplication::palette()).textMuted;
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(record.source);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Verdict:
        return verdictText(record.verdict);
    case Category:
        return shortened(record.category);
    case Text:
        return shortened(record.text);
    default:
        break;
    }
    const auto label = static_cast<std::size_t>(index.column() - FirstLabel);
    return label < record.labels.size() ? shortened(record.labels[label]) : QString();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return QLocale().toString(section + 1);
    switch (section) {
    case Verdict:
        return tr("Verdict");
    case Category:
        return tr("Category");
    case Text:
        return tr("Text");
    default:
        return QString::fromStdString(m_labelFields[static_cast<std::size_t>(section - FirstLabel)]);
    }
}

} // namespace neuroscribe::ui
