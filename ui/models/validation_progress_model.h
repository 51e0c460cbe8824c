// The descriptors of the validation, with how far their questions have come; a tick says whether they are asked about.
#pragma once

#include "app/session/validation_controller.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace neuroscribe::ui {

class ValidationProgressModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, AnsweredColumn, YesColumn, NoColumn, UnsureColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, IdRole };

    struct Row {
        DescriptorId descriptor;
        QString name;
        bool chosen = true;
        app::ValidationController::Progress progress;
    };
    using QAbstractTableModel::QAbstractTableModel;
    void show(std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void chosenChanged(neuroscribe::DescriptorId descriptor, bool chosen); ///< by the person

private:
    QString text(const Row& row, int column) const;
    std::vector<Row> m_rows;
};

} // namespace neuroscribe::ui
