// A list of cells (CellListModel): bars with intervals, numbers in columns, copy as text.
#pragma once

#include <QListView>

namespace neuroscribe::ui {

class CellListModel;

class CellList : public QListView {
    Q_OBJECT
public:
    explicit CellList(QWidget* parent = nullptr);
    CellListModel& cells() const { return *m_model; }
    void setLabelHeader(const QString& header) { m_header = header; }
    void setMostRows(int rows);
    void copy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void picked(quint32 id); ///< clicked or Enter

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    CellListModel* m_model;
    QString m_header;
    int m_mostRows = 6;
};

} // namespace neuroscribe::ui
