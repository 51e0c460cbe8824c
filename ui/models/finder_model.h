// What the finder offers for a text: a neuron by its name, descriptors by part of their name, sentences by their words.
#pragma once

#include "core/base/ids.h"

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <vector>

namespace neuroscribe::pipeline {
struct StudyData;
}

namespace neuroscribe::ui {

struct Found {
    enum class Kind : std::uint8_t { Neuron, Descriptor, Sentence };
    Kind kind = Kind::Neuron;
    std::uint32_t id = 0; ///< neuron number, descriptor column or sentence id
    QString text;
    bool operator==(const Found&) const = default;
};

class FinderModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// KindRole: an int of Found::Kind.
    enum Role { KindRole = Qt::UserRole, IdRole, SortRole };
    using QAbstractListModel::QAbstractListModel;

    void setFound(std::vector<Found> found);
    void append(std::vector<Found> found);
    const std::vector<Found>& found() const { return m_found; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Found> m_found;
};

/// Neuron and descriptors; at most `limit` descriptors, those that begin with the text first.
std::vector<Found> findByName(const pipeline::StudyData& study, const QString& text, std::size_t limit);
QString kindText(Found::Kind kind);

} // namespace neuroscribe::ui
