// The small study, judged, with the controller that the panels of an evaluation share.
#pragma once

#include "app/session/evaluation_controller.h"
#include "tests/ui/judged_study.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/figure_pane.h"

#include <QCoreApplication>
#include <QLabel>
#include <QWidget>

#include <functional>
#include <memory>

namespace neuroscribe::test {

struct Evaluated {
    ScratchFolder scratch;
    app::Session session;
    std::unique_ptr<app::EvaluationController> controller;
    explicit Evaluated(bool annotated = true, const std::function<void(const std::string&)>& before = {}) {
        makeSmallStudy(scratch.file("study"));
        if (before)
            before(scratch.file("study"));
        if (annotated)
            addAnnotator(scratch.file("study"), "Ann");
        openAndSettle(session, scratch.file("study"));
        setThresholds(5000, 350);
        controller = std::make_unique<app::EvaluationController>(session);
    }
    void setThresholds(std::uint32_t kMilli, std::uint32_t tMilli) {
        tagging::Thresholds thresholds = session.thresholds();
        thresholds.kMilli = kMilli;
        thresholds.tMilli = tMilli;
        session.setThresholds(thresholds, app::Gesture::Commit);
        settle(session);
    }
    void show(QWidget& panel, int width = 520, int height = 420) {
        panel.resize(width, height);
        panel.show();
        QCoreApplication::processEvents();
        REQUIRE(waitFor([this] {
            if (controller->isReading())
                return false;
            using Part = app::EvaluationController::Part;
            for (const Part part : {Part::Evaluation, Part::ByNeuron, Part::ByDescriptor, Part::Landscape})
                if (controller->isComputing(part))
                    return false;
            return true;
        }));
        QCoreApplication::processEvents();
    }
};

inline QString texts(const QWidget& widget) {
    QString all;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + QLatin1Char('\n');
    return all;
}

inline bool isDrawn(const ui::FigurePane& pane) {
    return !pane.view().figure().isEmpty() && pane.view().isVisible();
}

} // namespace neuroscribe::test
