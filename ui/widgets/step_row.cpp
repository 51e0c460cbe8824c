#include "ui/widgets/step_row.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr int kProgressSteps = 1000;
constexpr double kMinute = 60;
constexpr double kHour = 3600;

StateDot::State dotOf(pipeline::StepState state) {
    switch (state) {
    case pipeline::StepState::Missing:
        break;
    case pipeline::StepState::Running:
        return StateDot::State::Running;
    case pipeline::StepState::Partial:
        return StateDot::State::Partial;
    case pipeline::StepState::Stale:
        return StateDot::State::Stale;
    case pipeline::StepState::Done:
        return StateDot::State::Done;
    }
    return StateDot::State::Missing;
}

} // namespace

QString remainingText(double seconds) {
    const QLocale locale;
    if (seconds < 10)
        return QCoreApplication::translate("Progress", "a few seconds left");
    if (seconds < kMinute)
        return QCoreApplication::translate("Progress", "%1 s left")
            .arg(locale.toString(std::ceil(seconds / 5) * 5, 'f', 0));
    if (seconds < kHour)
        return QCoreApplication::translate("Progress", "%1 min left")
            .arg(locale.toString(std::ceil(seconds / kMinute), 'f', 0));
    return QCoreApplication::translate("Progress", "%1 h left").arg(locale.toString(seconds / kHour, 'f', 1));
}

QString stateText(pipeline::StepState state) {
    switch (state) {
    case pipeline::StepState::Missing:
        return QCoreApplication::translate("StepState", "not yet");
    case pipeline::StepState::Running:
        return QCoreApplication::translate("StepState", "running");
    case pipeline::StepState::Partial:
        return QCoreApplication::translate("StepState", "unfinished");
    case pipeline::StepState::Stale:
        return QCoreApplication::translate("StepState", "out of date");
    case pipeline::StepState::Done:
        return QCoreApplication::translate("StepState", "done");
    }
    return {};
}

StepRow::StepRow(const QString& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_dot(new StateDot(this)), m_title(new QLabel(name, this)),
      m_count(new QLabel(this)), m_why(new QLabel(this)), m_progressLine(new QWidget(this)),
      m_progress(new QProgressBar(m_progressLine)), m_remaining(new QLabel(m_progressLine)),
      m_stop(new QToolButton(m_progressLine)) {
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_why->setWordWrap(true);
    m_why->setContentsMargins(22, 0, 0, 0);
    m_remaining->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(12);
    m_progress->setMinimumWidth(40);
    m_stop->setIcon(symbolicIcon(QStringLiteral("stop")));
    m_stop->setAutoRaise(true);
    m_stop->setToolTip(tr("Stop; what is finished is kept"));
    m_stop->setAccessibleName(tr("Stop"));
    connect(m_stop, &QToolButton::clicked, this, &StepRow::stopRequested);

    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_dot);
    line->addWidget(m_title);
    line->addWidget(m_count, 1);
    auto* progress = new QHBoxLayout(m_progressLine);
    progress->setContentsMargins(22, 0, 0, 0);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_remaining);
    progress->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3, 0, 3);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_progressLine);
    column->addWidget(m_why);
    setContent({});
}

void StepRow::setContent(const Content& content) {
    const bool running = content.state == pipeline::StepState::Running;
    m_dot->setState(dotOf(content.state));
    m_count->setText(content.count);
    m_why->setText(content.why);
    m_why->setVisible(!content.why.isEmpty() && !running);
    m_progressLine->setVisible(running);
    m_progress->setMaximum(content.share ? kProgressSteps : 0);
    m_progress->setValue(content.share ? static_cast<int>(*content.share * kProgressSteps) : 0);
    m_remaining->setText(content.remaining ? remainingText(*content.remaining) : QString());
    m_remaining->setVisible(content.remaining.has_value());
    const QString spoken = QStringList{m_name, stateText(content.state), content.count}.join(QLatin1String(", "));
    setAccessibleName(spoken);
    m_progress->setAccessibleName(spoken);
    setToolTip(stateText(content.state));
}

} // namespace neuroscribe::ui
