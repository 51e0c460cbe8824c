// Secondary text, somewhat smaller than the application's, whatever size that has at the moment.
#pragma once

#include <QLabel>

namespace neuroscribe::ui {

class SmallLabel : public QLabel {
    Q_OBJECT
public:
    explicit SmallLabel(QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;

private:
    void takeSize();
};

} // namespace neuroscribe::ui
