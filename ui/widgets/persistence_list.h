// The tags of a neuron over t and k (PersistenceModel): two bars a row, with where t and k stand now.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class PersistenceModel;

class PersistenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static int rowHeight(const QFont& font);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class PersistenceList : public QListView {
    Q_OBJECT
public:
    explicit PersistenceList(QWidget* parent = nullptr);
    PersistenceModel& rows() const { return *m_model; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void picked(quint32 id); ///< clicked or Enter

private:
    PersistenceModel* m_model;
};

} // namespace neuroscribe::ui
