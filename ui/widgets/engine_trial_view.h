// "Try it": one prompt and its answer on a sentence of the study, before anything is run.
#pragma once

#include "app/session/engine_trial.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace neuroscribe::app {
class Session;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class EngineTrialView : public QWidget {
    Q_OBJECT
public:
    /// Asks about one sentence; runs off the window's thread.
    using Ask = std::function<Result<app::EngineTrial>(store::Database&, SentenceId, std::stop_token)>;
    /// makeAsk: of what the dialog holds when the button is pressed.
    EngineTrialView(app::Session& session, std::function<Ask()> makeAsk, QWidget* parent = nullptr);
    void setPossible(bool possible);

private:
    void ask();
    void show(const Result<app::EngineTrial>& trial);

    app::Session& m_session;
    std::function<Ask()> m_makeAsk;
    QPushButton* m_button;
    QLabel* m_outcome;
    QPlainTextEdit* m_exchange; ///< the prompt and the raw answer
    bool m_possible = false;
    bool m_asking = false;
};

} // namespace neuroscribe::ui
