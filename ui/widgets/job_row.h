// One job in the Jobs panel: what it does, how far it is, how it ended.
#pragma once

#include "app/lanes/job_list.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace neuroscribe::ui {

class StateDot;

class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void setJob(const app::Job& job);

signals:
    void cancelRequested();

private:
    StateDot* m_dot;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_result;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

/// What part of a job is under way, translated: "Reading sentences". Unknown keys give an empty text.
QString jobStepText(const QString& step);

} // namespace neuroscribe::ui
