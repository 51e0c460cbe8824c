#include "ui/models/finder_model.h"

#include "core/pipeline/study.h"
#include "ui/models/format.h"

#include <algorithm>

namespace neuroscribe::ui {

void FinderModel::setFound(std::vector<Found> found) {
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

void FinderModel::append(std::vector<Found> found) {
    if (found.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(found.size()) - 1);
    m_found.insert(m_found.end(), found.begin(), found.end());
    endInsertRows();
}

int FinderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant FinderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Found& found = m_found[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole:
        return found.text;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(kindText(found.kind), found.text);
    case KindRole:
        return static_cast<int>(found.kind);
    case IdRole:
        return found.id;
    default:
        return {};
    }
}

QString kindText(Found::Kind kind) {
    switch (kind) {
    case Found::Kind::Neuron:
        return FinderModel::tr("neuron");
    case Found::Kind::Descriptor:
        return FinderModel::tr("descriptor");
    case Found::Kind::Sentence:
        break;
    }
    return FinderModel::tr("sentence");
}

std::vector<Found> findByName(const pipeline::StudyData& study, const QString& text, std::size_t limit) {
    std::vector<Found> found;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return found;
    if (study.run)
        if (const auto neuron = parseNeuronName(wanted, study.run->layers, study.run->units))
            found.push_back({Found::Kind::Neuron, neuron->value, neuronName(*neuron, study.run->units)});
    std::vector<Found> inside;
    for (std::uint32_t column = 0; column < study.descriptors.size(); ++column) {
        const QString name = QString::fromStdString(study.descriptors[column].name);
        const qsizetype at = name.indexOf(wanted, 0, Qt::CaseInsensitive);
        if (at == 0)
            found.push_back({Found::Kind::Descriptor, column, name});
        else if (at > 0)
            inside.push_back({Found::Kind::Descriptor, column, name});
    }
    found.insert(found.end(), inside.begin(), inside.end());
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

} // namespace neuroscribe::ui
