// Do the tags of the two halves agree, neuron by neuron or descriptor by descriptor, and how much of it is chance (the
// paper's figure 7)?
#pragma once

#include "ui/panels/evaluation_figure.h"

namespace neuroscribe::ui {

class SegmentedControl;

class ConsistencyPanel : public EvaluationFigure {
    Q_OBJECT
public:
    ConsistencyPanel(app::Session& session, app::EvaluationController& controller, QWidget* parent = nullptr);
    SegmentedControl& views() const { return *m_views; }

protected:
    Part part() const override;
    bool hasValue() const override;
    io::Figure figure() const override;
    void showBadge() override;

private:
    stats::ConsistencyBy by() const;

    SegmentedControl* m_views;
};

} // namespace neuroscribe::ui
