// One segment of a SegmentedControl.
#pragma once

#include <QAbstractButton>

namespace neuroscribe::ui {

class SegmentButton : public QAbstractButton {
    Q_OBJECT
public:
    SegmentButton(const QString& text, QWidget* parent);
    void setFirst(bool first) { m_first = first; }
    void setLast(bool last) { m_last = last; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    bool m_first = false;
    bool m_last = false;
};

} // namespace neuroscribe::ui
