// A scroll area for one column of controls: never narrower than what is in it, scrolls only up and down.
#pragma once

#include <QScrollArea>

namespace neuroscribe::ui {

class ColumnScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit ColumnScroll(QWidget* content, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace neuroscribe::ui
