// A small rounded note at the head of a panel: how much of the data it rests on.
#pragma once

#include "ui/widgets/small_label.h"

namespace neuroscribe::ui {

class CoverageBadge : public SmallLabel {
    Q_OBJECT
public:
    explicit CoverageBadge(QWidget* parent = nullptr);
    /// Share of answered (sentence, descriptor) pairs; `why` says what the number means, as a tool tip.
    void setCoverage(double share);
    void setNote(const QString& text, const QString& why);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace neuroscribe::ui
