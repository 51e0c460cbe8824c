// One sentence, one question, three keys: the page on which a person validates the labels. It does not show what the
// model answered before the person has.
#pragma once

#include "ui/panels/panel.h"
#include "ui/widgets/key_hint.h"

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace neuroscribe::ui {

class EmptyState;

class QuestionPanel : public Panel {
    Q_OBJECT
public:
    /// answers: Yes, No, Unsure; hints: written along the lower edge.
    QuestionPanel(app::Session& session, const std::vector<HintedAction>& answers,
                  const std::vector<HintedAction>& hints, QWidget* parent = nullptr);

    QLabel& sentence() const { return *m_sentence; }
    QLabel& question() const { return *m_question; }
    QLabel& given() const { return *m_given; } ///< what was answered last, and what the model had said
    QCheckBox& reveal() const { return *m_reveal; }
    QLineEdit& name() const { return *m_name; } ///< of who answers, while there is nobody
    /// Where the keys go now.
    QWidget* keyTarget();

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;
    void changeEvent(QEvent* event) override;

private:
    // --- question_page.cpp
    void buildLayout(const std::vector<HintedAction>& answers, const std::vector<HintedAction>& hints);
    QWidget* buildHead();
    QWidget* buildCard(const std::vector<HintedAction>& answers);
    QWidget* buildFoot(const std::vector<HintedAction>& hints);
    QWidget* buildNamePage();
    void takeFonts();

    void showState();
    void showQuestion();
    void showGiven();
    void begin();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_progress;
    QProgressBar* m_bar;
    QScrollArea* m_scroll;
    QLabel* m_question;
    QLabel* m_sentence;
    QLabel* m_given;
    QCheckBox* m_reveal;
    QLineEdit* m_name;
    QLabel* m_nameProblem;
};

} // namespace neuroscribe::ui
