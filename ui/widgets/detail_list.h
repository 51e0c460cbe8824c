// A few lines of secondary text below the figure they explain: as tall as its lines up to a limit, gone without any.
#pragma once

#include <QListView>

class QStringListModel;

namespace neuroscribe::ui {

class DetailList : public QListView {
    Q_OBJECT
public:
    explicit DetailList(QWidget* parent = nullptr);
    void setLines(const QStringList& lines);
    QStringList lines() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

private:
    int lineHeight() const;
    QStringListModel* m_model;
};

} // namespace neuroscribe::ui
