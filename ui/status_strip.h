// The status bar: what the study is doing, what the numbers rest on, what computes them.
#pragma once

#include <QWidget>

class QLabel;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class StateDot;

class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(app::Session& session, QWidget* parent = nullptr);
    /// Shown in place of the state, until the state changes.
    void setMessage(const QString& text);

private:
    void showState();
    void showStudy();
    void showSelection();
    void showRuntime();

    app::Session& m_session;
    StateDot* m_dot;
    QLabel* m_state;
    QLabel* m_labels;
    QLabel* m_model;
    QLabel* m_selection;
    QLabel* m_runtime;
};

} // namespace neuroscribe::ui
