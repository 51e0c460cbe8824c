// One step of the study: state, name, count; progress while it runs, the reason when it is not done.
#pragma once

#include "core/pipeline/study.h"
#include "ui/widgets/state_dot.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace neuroscribe::ui {

class StepRow : public QWidget {
    Q_OBJECT
public:
    StepRow(const QString& name, QWidget* parent = nullptr);

    struct Content {
        pipeline::StepState state = pipeline::StepState::Missing;
        QString count;                   ///< "49,219 sentences"
        QString why;                     ///< why it is not done, a translated line; may be empty
        std::optional<double> share;     ///< of the running step, 0 .. 1; nothing: unknown
        std::optional<double> remaining; ///< seconds
    };
    void setContent(const Content& content);

signals:
    void stopRequested();

private:
    QString m_name;
    StateDot* m_dot;
    QLabel* m_title;
    QLabel* m_count;
    QLabel* m_why;
    QWidget* m_progressLine;
    QProgressBar* m_progress;
    QLabel* m_remaining;
    QToolButton* m_stop;
};

/// "3 min left"; short and rounded up, as estimates are.
QString remainingText(double seconds);
/// "done", "missing", ... for tool tips and screen readers.
QString stateText(pipeline::StepState state);

} // namespace neuroscribe::ui
