// p1: which engine names the topics of each sentence, and with which prompt and example.
#pragma once

#include "core/descriptors/describe.h"
#include "ui/widgets/engine_form.h"

#include <QDialog>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class EngineTrialView;

class DescribeDialog : public QDialog {
    Q_OBJECT
public:
    DescribeDialog(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);
    void accept() override;

private:
    QWidget* promptPart();
    void showExample();
    void drawExample();
    void validate();
    descriptors::DescribeRequest request() const;

    app::Session& m_session;
    EngineForm* m_engine;
    std::optional<EngineForm::Kind> m_shownKind; ///< that the dialog has its height for
    QSpinBox* m_topics;
    QWidget* m_prompting; ///< what a language model needs: example, prompt, trial
    QSpinBox* m_example;
    QPlainTextEdit* m_exampleText;
    QLineEdit* m_exampleTopics;
    QPlainTextEdit* m_prompt;
    EngineTrialView* m_trial;
    QLabel* m_summary;
    QPushButton* m_describe;
};

} // namespace neuroscribe::ui
