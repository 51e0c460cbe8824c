// Tags, precision, recall and corrected consistency over k and t. The point is the study's k and t: dragging it moves
// everything.
#pragma once

#include "app/session/session.h"
#include "core/pipeline/evaluation_figures.h"
#include "ui/panels/evaluation_figure.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace neuroscribe::ui {

class SegmentedControl;

class LandscapePanel : public EvaluationFigure {
    Q_OBJECT
public:
    LandscapePanel(app::Session& session, app::EvaluationController& controller, QWidget* parent = nullptr);
    SegmentedControl& views() const { return *m_views; }
    QDoubleSpinBox& cost() const { return *m_cost; }
    QPushButton& applyButton() const { return *m_apply; }

protected:
    Part part() const override { return Part::Landscape; }
    bool needsTruth() const override;
    bool hasValue() const override { return controller().landscape() != nullptr; }
    io::Figure figure() const override;
    void showBadge() override;
    void ask() override;
    void drawn(bool any) override;

private:
    pipeline::LandscapeValue value() const;
    /// The evaluation, where it has a best t.
    const pipeline::Evaluation* judged() const;
    void addBest();
    void move(double t, double k, app::Gesture gesture);
    void applyBest();

    SegmentedControl* m_views;
    QWidget* m_row;
    QDoubleSpinBox* m_cost;
    QLabel* m_best;
    QPushButton* m_apply;
};

} // namespace neuroscribe::ui
