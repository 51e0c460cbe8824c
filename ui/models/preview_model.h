// The first parsed records of an import, each with its verdict.
#pragma once

#include "core/corpus/importer.h"

#include <QAbstractTableModel>

#include <vector>

namespace neuroscribe::ui {

class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Verdict, Category, Text, FirstLabel };

    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(const corpus::Preview& preview, const std::vector<std::string>& labelFields);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<corpus::PreviewRecord> m_records;
    std::vector<std::string> m_labelFields;
};

} // namespace neuroscribe::ui
