// A short list of labelled bars (BarModel) as tall as its rows, up to a limit.
#pragma once

#include <QListView>

namespace neuroscribe::ui {

class BarModel;

class BarList : public QListView {
    Q_OBJECT
public:
    explicit BarList(QWidget* parent = nullptr);
    BarModel& bars() const { return *m_model; }
    void setMostRows(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    BarModel* m_model;
    int m_mostRows = 12;
};

} // namespace neuroscribe::ui
