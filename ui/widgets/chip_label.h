// A descriptor as a small rounded label.
#pragma once

#include <QLabel>

namespace neuroscribe::ui {

class ChipLabel : public QLabel {
    Q_OBJECT
public:
    /// strong: filled softly with the accent; else only outlined.
    ChipLabel(const QString& text, bool strong, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_strong;
};

} // namespace neuroscribe::ui
