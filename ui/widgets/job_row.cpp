#include "ui/widgets/job_row.h"

#include "ui/theme/icons.h"
#include "ui/widgets/state_dot.h"
#include "ui/widgets/step_row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace neuroscribe::ui {
namespace {

using app::JobState;

constexpr int kProgressSteps = 1000;

StateDot::State dotOf(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return StateDot::State::Missing;
    case JobState::Running:
    case JobState::Cancelling:
        return StateDot::State::Running;
    case JobState::Done:
        return StateDot::State::Done;
    case JobState::Cancelled:
        return StateDot::State::Partial;
    case JobState::Failed:
        break;
    }
    return StateDot::State::Failed;
}

QString stateLine(const app::Job& job) {
    switch (job.state) {
    case JobState::Waiting:
        return JobRow::tr("waiting");
    case JobState::Cancelling:
        return JobRow::tr("stopping");
    case JobState::Done:
        return JobRow::tr("done");
    case JobState::Cancelled:
        return JobRow::tr("stopped");
    case JobState::Failed:
        return JobRow::tr("failed");
    case JobState::Running:
        break;
    }
    if (job.remainingSeconds)
        return remainingText(*job.remainingSeconds);
    return JobRow::tr("running");
}

QString progressLine(const app::Job& job) {
    const QLocale locale;
    const QString step = jobStepText(job.step);
    if (job.total == 0)
        return step;
    const QString counts = JobRow::tr("%1 of %2")
                               .arg(locale.toString(static_cast<qulonglong>(job.done)),
                                    locale.toString(static_cast<qulonglong>(job.total)));
    return step.isEmpty() ? counts : step + QStringLiteral(" · ") + counts;
}

} // namespace

QString jobStepText(const QString& step) {
    if (step == QLatin1String("import"))
        return QCoreApplication::translate("JobStep", "Reading sentences");
    if (step == QLatin1String("describe"))
        return QCoreApplication::translate("JobStep", "Naming topics");
    if (step == QLatin1String("embed"))
        return QCoreApplication::translate("JobStep", "Embedding topics");
    if (step == QLatin1String("cluster"))
        return QCoreApplication::translate("JobStep", "Comparing topics");
    if (step == QLatin1String("label"))
        return QCoreApplication::translate("JobStep", "Labelling");
    if (step == QLatin1String("extract"))
        return QCoreApplication::translate("JobStep", "Computing activations");
    if (step == QLatin1String("rank"))
        return QCoreApplication::translate("JobStep", "Ranking exemplars");
    if (step == QLatin1String("rules"))
        return QCoreApplication::translate("JobStep", "Comparing whole rows");
    if (step == QLatin1String("report"))
        return QCoreApplication::translate("JobStep", "Writing the report");
    if (step == QLatin1String("export"))
        return QCoreApplication::translate("JobStep", "Writing");
    return {};
}

JobRow::JobRow(QWidget* parent)
    : QWidget(parent), m_dot(new StateDot(this)), m_title(new QLabel(this)), m_state(new QLabel(this)),
      m_result(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QToolButton(this)) {
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(12);
    m_cancel->setIcon(symbolicIcon(QStringLiteral("stop")));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Stop; what is finished is kept"));
    connect(m_cancel, &QToolButton::clicked, this, &JobRow::cancelRequested);

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_dot);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(22, 0, 0, 0);
    body->addWidget(m_progress, 1);
    body->addWidget(m_cancel);
    m_result->setContentsMargins(22, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(body);
    column->addWidget(m_result);
}

void JobRow::setJob(const app::Job& job) {
    const bool active =
        job.state == JobState::Running || job.state == JobState::Waiting || job.state == JobState::Cancelling;
    m_dot->setState(dotOf(job.state));
    m_title->setText(job.title);
    m_state->setText(stateLine(job));
    m_result->setText(active ? progressLine(job) : job.result);
    m_result->setVisible(!m_result->text().isEmpty());
    m_progress->setVisible(active);
    m_cancel->setVisible(active);
    m_cancel->setEnabled(job.state != JobState::Cancelling);
    m_cancel->setAccessibleName(tr("Stop %1").arg(job.title));
    m_progress->setMaximum(job.total ? kProgressSteps : 0);
    m_progress->setValue(job.total ? static_cast<int>(kProgressSteps * job.done / job.total) : 0);
    m_progress->setAccessibleName(job.title);
    setAccessibleName(QStringList{job.title, m_state->text(), m_result->text()}.join(QLatin1String(", ")));
}

} // namespace neuroscribe::ui
