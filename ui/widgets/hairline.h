// A line between two parts of a pane.
#pragma once

#include <QWidget>

namespace neuroscribe::ui {

class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace neuroscribe::ui
