#include "ui/panels/evaluation_figure.h"

#include "app/session/session.h"
#include "ui/panels/study_hints.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/figure_pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace neuroscribe::ui {

EvaluationFigure::EvaluationFigure(app::Session& session, app::EvaluationController& controller, QWidget* parent)
    : Panel(session, parent), m_controller(controller), m_column(new QVBoxLayout(this)), m_tools(new QHBoxLayout),
      m_badge(new CoverageBadge(this)), m_figure(new FigurePane(this)) {
    m_column->setContentsMargins(2, 4, 2, 4);
    m_column->setSpacing(2);
    m_tools->setContentsMargins(8, 0, 4, 0);
    m_tools->addStretch(1);
    m_column->addLayout(m_tools);
    m_column->addWidget(m_figure, 1);
    connect(&controller, &app::EvaluationController::choicesChanged, this, [this] { note({.thresholds = true}); });
    connect(&controller, &app::EvaluationController::changed, this, [this](Part changed) {
        if (changed == part())
            note({.thresholds = true});
    });
    connect(m_figure, &FigurePane::exported, this, [this](const QString& path) {
        emit this->session().noticed(tr("The figure was written to %1.").arg(path));
    });
    connect(m_figure, &FigurePane::exportFailed, &session, &app::Session::failed);
}

void EvaluationFigure::refresh(const app::ChangeSet& change) {
    if (change.study || change.thresholds || change.counts || change.excluded || change.curation)
        update();
}

void EvaluationFigure::update() {
    const auto study = session().study();
    if (study && study->taggable())
        ask();
    const bool any = study && study->taggable() && hasValue();
    auto drawing = any ? std::make_shared<const io::Figure>(figure()) : nullptr;
    if (!drawing || drawing->isEmpty()) {
        showEmpty();
    } else {
        m_figure->setFigure(std::move(drawing));
        showBadge();
    }
    drawn(any);
}

void EvaluationFigure::showEmpty() {
    m_badge->setNote({}, {});
    const auto study = session().study();
    if (!study || !study->taggable()) {
        const StudyHint hint = studyHint(session());
        return m_figure->showEmpty(hint.title, hint.next);
    }
    if (const auto& error = m_controller.error(part()); error && error->code == ErrorCode::Unsupported)
        return m_figure->showEmpty(tr("This rule is no frequency"),
                                   tr("Evaluation and consistency are of the frequency f: choose the rule share of "
                                      "sentences or share of occurrences in Thresholds."));
    if (m_controller.isReading() || m_controller.isComputing(part()))
        return m_figure->showEmpty(tr("Computing…"), {});
    if (needsTruth() && !m_controller.hasNeurons())
        return m_figure->showEmpty(tr("No neuron is chosen"),
                                   tr("Above, draw some, name some, or take all. Bookmarked are those whose page has "
                                      "the star filled."));
    if (needsTruth() && m_controller.truth().isEmpty())
        return m_figure->showEmpty(
            tr("No reference labels"),
            tr("Truth comes from somebody else than the model that labelled: have another engine label the exemplars "
               "of "
               "some neurons under a name of its own, or import a person's answers (Study > Label)."));
    if (needsTruth())
        return m_figure->showEmpty(tr("Nothing to show"),
                                   tr("The answers of %1 cover less than 90 % of the exemplars of these neurons. "
                                      "Choose another truth, other neurons, or another k.")
                                       .arg(m_controller.truth()));
    m_figure->showEmpty(tr("Nothing to show"), tr("Choose other neurons, or another k."));
}

void EvaluationFigure::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        note({.thresholds = true});
}

} // namespace neuroscribe::ui
