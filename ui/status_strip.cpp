#include "ui/status_strip.h"

#include "app/session/runtime_speed.h"
#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/theme/style.h"
#include "ui/widgets/state_dot.h"
#include "ui/widgets/step_row.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace neuroscribe::ui {
namespace {

QString siteText(nn::Site site) {
    switch (site) {
    case nn::Site::FfnOutput:
        return StatusStrip::tr("feed-forward output");
    case nn::Site::FfnInner:
        return StatusStrip::tr("feed-forward inner");
    case nn::Site::AttentionOutput:
        return StatusStrip::tr("attention output");
    case nn::Site::BlockOutput:
        return StatusStrip::tr("block output");
    }
    return {};
}

QString poolingText(nn::Pooling pooling) {
    switch (pooling) {
    case nn::Pooling::Cls:
        return QStringLiteral("[CLS]");
    case nn::Pooling::Mean:
        return StatusStrip::tr("mean of tokens");
    case nn::Pooling::Max:
        return StatusStrip::tr("maximum of tokens");
    }
    return {};
}

/// Answered pairs, as the steps count them.
QString coverageText(const app::Session& session) {
    for (const pipeline::StepStatus& step : session.steps())
        if (step.step == pipeline::Step::Labels && step.total != 0)
            return StatusStrip::tr("Labels %1 answered").arg(formatCoverage(QLocale(), step.done, step.total));
    return {};
}

} // namespace

StatusStrip::StatusStrip(app::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_dot(new StateDot(this)), m_state(new QLabel(this)),
      m_labels(new QLabel(this)), m_model(new QLabel(this)), m_selection(new QLabel(this)),
      m_runtime(new QLabel(this)) {
    setAccessibleName(tr("Status"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2 + Style::kStatusGap, 10, 3);
    row->setSpacing(6);
    row->addWidget(m_dot);
    for (QLabel* label : {m_state, m_labels, m_model, m_selection, m_runtime}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        // A narrow window cuts the end of a text rather than being kept wide by it.
        label->setMinimumWidth(0);
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        if (label == m_selection)
            row->addStretch(1);
        else if (label != m_state)
            row->addSpacing(10);
        row->addWidget(label);
    }
    connect(&session, &app::Session::stepsChanged, this, [this] {
        showState();
        m_labels->setText(coverageText(m_session));
    });
    connect(&session, &app::Session::changed, this, [this](const app::ChangeSet& change) {
        if (change.study)
            showStudy();
        showState();
    });
    connect(&session.selection(), &app::Selection::neuronChanged, this, &StatusStrip::showSelection);
    connect(&session.selection(), &app::Selection::descriptorChanged, this, &StatusStrip::showSelection);
    connect(&session, &app::Session::runtimeInfoChanged, this, &StatusStrip::showRuntime);
    connect(&session.jobs(), &app::JobList::jobChanged, this, &StatusStrip::showState);
    showStudy();
    showState();
}

void StatusStrip::setMessage(const QString& text) {
    m_dot->setState(StateDot::State::Running);
    m_state->setText(text);
}

void StatusStrip::showState() {
    const app::Job* job = m_session.jobs().active();
    if (job && job->state == app::JobState::Cancelling)
        return setMessage(tr("Stopping"));
    if (job) {
        QString text = job->title;
        if (job->total != 0)
            text += QStringLiteral(" · ") +
                    formatPercent(QLocale(), static_cast<double>(job->done) / static_cast<double>(job->total), 0);
        if (job->remainingSeconds)
            text += QStringLiteral(" · ") + remainingText(*job->remainingSeconds);
        return setMessage(text);
    }
    if (m_session.isOpening())
        return setMessage(tr("Opening"));
    const bool settled = m_session.isTaggingSettled();
    m_dot->setState(!settled             ? StateDot::State::Running
                    : m_session.isOpen() ? StateDot::State::Done
                                         : StateDot::State::Missing);
    m_state->setText(!settled ? tr("Computing") : m_session.isOpen() ? tr("Ready") : tr("No study is open"));
}

void StatusStrip::showStudy() {
    const auto study = m_session.study();
    m_labels->setText(coverageText(m_session));
    m_model->setText({});
    if (study && study->run) {
        const QString name = QFileInfo(QString::fromStdString(study->run->model)).fileName();
        m_model->setText(QStringList{name, siteText(study->run->site), poolingText(study->run->pooling)}.join(
            QStringLiteral(" · ")));
        m_model->setToolTip(QString::fromStdString(study->run->model));
    }
    showSelection();
}

void StatusStrip::showSelection() {
    const auto study = m_session.study();
    QStringList parts;
    const auto neuron = m_session.selection().neuron();
    if (study && study->run && neuron)
        parts += tr("neuron %1").arg(neuronName(*neuron, study->run->units));
    const auto descriptor = m_session.selection().descriptor();
    if (study && descriptor && *descriptor < study->descriptors.size())
        parts += QString::fromStdString(study->descriptors[*descriptor].name);
    m_selection->setText(parts.join(QStringLiteral(" · ")));
}

void StatusStrip::showRuntime() {
    const nn::RuntimeInfo& info = *m_session.runtimeInfo();
    const QString speed = tr("%1 GFLOP/s").arg(QLocale().toString(info.sgemmGflops, 'f', 0));
    const QString threads = tr("%Ln thread(s)", nullptr, static_cast<int>(info.threads));
    const bool slow = app::isSlow(info);
    m_runtime->setText(slow ? tr("Slow: %1 · %2").arg(speed, threads)
                            : QStringList{speed, threads}.join(QStringLiteral(" · ")));
    m_runtime->setToolTip(QString::fromStdString(info.blas));
}

} // namespace neuroscribe::ui
