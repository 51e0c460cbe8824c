// What the panels of an evaluation share: a figure of one part of the controller's numbers, its badge, and what is said
// while there is nothing to draw.
#pragma once

#include "app/session/evaluation_controller.h"
#include "core/io/figure.h"
#include "ui/panels/panel.h"

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace neuroscribe::ui {

class CoverageBadge;
class FigurePane;

class EvaluationFigure : public Panel {
    Q_OBJECT
public:
    using Part = app::EvaluationController::Part;
    /// The controller outlives it.
    EvaluationFigure(app::Session& session, app::EvaluationController& controller, QWidget* parent = nullptr);

    FigurePane& figurePane() const { return *m_figure; }
    CoverageBadge& badge() const { return *m_badge; } ///< for the head of the pane

protected:
    void refresh(const app::ChangeSet& change) override;
    void changeEvent(QEvent* event) override;

    app::EvaluationController& controller() const { return m_controller; }
    QHBoxLayout& tools() const { return *m_tools; }   ///< above the figure
    QVBoxLayout& column() const { return *m_column; } ///< below the figure there is room
    /// Asks for what is shown, then draws what is there.
    void update();

    virtual Part part() const = 0;
    virtual bool needsTruth() const { return false; }
    virtual io::Figure figure() const = 0; ///< called while hasValue()
    virtual bool hasValue() const = 0;
    virtual void showBadge() = 0; ///< called with a figure
    virtual void ask() { m_controller.want(part()); }
    virtual void drawn(bool /*any*/) {} ///< for what stands beside the figure

private:
    void showEmpty();

    app::EvaluationController& m_controller;
    QVBoxLayout* m_column;
    QHBoxLayout* m_tools;
    CoverageBadge* m_badge;
    FigurePane* m_figure;
};

} // namespace neuroscribe::ui
