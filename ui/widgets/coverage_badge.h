// A small rounded note at the head of a panel: how much of the data it rests on.
#pragma once

#include "ui/widgets/small_label.h"

#include <cstdint>

namespace neuroscribe::ui {

class CoverageBadge : public SmallLabel {
    Q_OBJECT
public:
    explicit CoverageBadge(QWidget* parent = nullptr);
    /// Answered among all (sentence, descriptor) pairs.
    void setCoverage(std::uint64_t answered, std::uint64_t asked);
    /// `why` says what the text means, as a tool tip.
    void setNote(const QString& text, const QString& why);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace neuroscribe::ui
