#include "ui/panels/halves_panel.h"

#include "app/session/session.h"
#include "ui/models/evaluation_words.h"
#include "ui/panels/study_hints.h"
#include "ui/widgets/figure_pane.h"

#include <QEvent>
#include <QVBoxLayout>

namespace neuroscribe::ui {

HalvesPanel::HalvesPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_figure(new FigurePane(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 4, 2, 4);
    column->addWidget(m_figure);
    connect(m_figure, &FigurePane::exported, this, [this](const QString& path) {
        emit this->session().noticed(tr("The figure was written to %1.").arg(path));
    });
    connect(m_figure, &FigurePane::exportFailed, &session, &app::Session::failed);
}

void HalvesPanel::refresh(const app::ChangeSet& change) {
    if (!change.study && !change.curation)
        return;
    const auto study = session().study();
    auto figure =
        study ? std::make_shared<const io::Figure>(pipeline::halvesFigure(*study, evaluationWords())) : nullptr;
    if (figure && !figure->isEmpty())
        return m_figure->setFigure(std::move(figure));
    const StudyHint hint = studyHint(session());
    const bool unlabelled = study && study->corpus && study->corpus->size() > 0;
    m_figure->showEmpty(unlabelled ? tr("No descriptors yet") : hint.title,
                        unlabelled ? tr("Label the sentences with descriptors to see how frequent they are.")
                                   : hint.next);
}

void HalvesPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        note({.study = true});
}

} // namespace neuroscribe::ui
