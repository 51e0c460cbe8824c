#include "ui/panels/study_panel.h"

#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/step_row.h"

#include <QAction>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

using pipeline::Step;
using pipeline::StepState;

QString number(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString progressText(const pipeline::StepStatus& status) {
    if (status.total == 0)
        return number(status.done);
    return StudyPanel::tr("%1 of %2").arg(number(status.done), number(status.total));
}

QString countText(const pipeline::StepStatus& status, const pipeline::StudyData* study) {
    if (status.state == StepState::Running)
        return progressText(status);
    if (!study || status.done == 0)
        return stateText(status.state);
    switch (status.step) {
    case Step::Corpus:
        return StudyPanel::tr("%Ln sentence(s)", nullptr, static_cast<int>(status.done));
    case Step::Descriptors:
        return number(status.done);
    case Step::Labels:
        if (status.done < status.total)
            return StudyPanel::tr("%1 answered").arg(formatCoverage(QLocale(), status.done, status.total));
        return StudyPanel::tr("%1 × %2").arg(number(study->corpus->size()), number(study->descriptors.size()));
    case Step::Activations:
        if (status.state == StepState::Done && study->run)
            return StudyPanel::tr("%Ln layer(s) × %1", nullptr, static_cast<int>(study->run->layers))
                .arg(number(study->run->units));
        return progressText(status);
    case Step::Tags:
        return StudyPanel::tr("%Ln neuron(s)", nullptr, static_cast<int>(status.done));
    }
    return {};
}

/// Why a step is not done, in a person's language; core says it in English.
QString whyText(const pipeline::StepStatus& status, const pipeline::StudyData* study) {
    const bool unfinished = status.state == StepState::Partial;
    switch (status.state) {
    case StepState::Done:
    case StepState::Running:
        return {};
    case StepState::Stale:
        return status.step == Step::Tags ? StudyPanel::tr("Rest on activations that are out of date.")
                                         : StudyPanel::tr("The sentences have changed since: extract again.");
    case StepState::Missing:
    case StepState::Partial:
        break;
    }
    switch (status.step) {
    case Step::Corpus:
        return StudyPanel::tr("Import sentences to begin.");
    case Step::Descriptors:
        return {};
    case Step::Labels:
        return unfinished                       ? StudyPanel::tr("Some sentences have no answer yet.")
               : study && study->corpus->size() ? StudyPanel::tr("Say which sentences have which descriptor.")
                                                : QString();
    case Step::Activations:
        return unfinished                       ? StudyPanel::tr("Stopped before the end: extract again to resume.")
               : study && study->corpus->size() ? StudyPanel::tr("Run a model over the sentences.")
                                                : QString();
    case Step::Tags:
        return {};
    }
    return {};
}

} // namespace

StudyPanel::StudyPanel(app::Session& session, const std::vector<QAction*>& actions, QWidget* parent)
    : Panel(session, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(1);
    for (const QString& name : {tr("Corpus"), tr("Descriptors"), tr("Labels"), tr("Activations"), tr("Tags")}) {
        auto* row = new StepRow(name, this);
        connect(row, &StepRow::stopRequested, this, [this] { this->session().cancelAllJobs(); });
        m_rows.push_back(row);
        column->addWidget(row);
    }
    auto* buttons = new FlowLayout(6);
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        buttons->addWidget(button);
    }
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(&session, &app::Session::stepsChanged, this, [this] { note({.tags = true}); });
}

void StudyPanel::refresh(const app::ChangeSet&) {
    const auto& steps = session().steps();
    const auto study = session().study();
    const app::Job* job = session().jobs().active();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        pipeline::StepStatus status{static_cast<Step>(i)};
        if (i < steps.size())
            status = steps[i];
        StepRow::Content content{status.state, countText(status, study.get()), whyText(status, study.get()), {}, {}};
        if (status.state == StepState::Running && status.total != 0)
            content.share = static_cast<double>(status.done) / static_cast<double>(status.total);
        if (status.state == StepState::Running && job)
            content.remaining = job->remainingSeconds;
        m_rows[i]->setContent(content);
    }
}

} // namespace neuroscribe::ui
