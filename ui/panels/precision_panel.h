// Precision and recall of the tags: against t, or of the first K (the paper's figures 5 and 6).
#pragma once

#include "ui/panels/evaluation_figure.h"

namespace neuroscribe::ui {

class PrecisionPanel : public EvaluationFigure {
    Q_OBJECT
public:
    enum class Over { T, K };
    PrecisionPanel(app::Session& session, app::EvaluationController& controller, Over over, QWidget* parent = nullptr);

protected:
    Part part() const override { return Part::Evaluation; }
    bool needsTruth() const override { return true; }
    bool hasValue() const override;
    io::Figure figure() const override;
    void showBadge() override;

private:
    Over m_over;
};

} // namespace neuroscribe::ui
