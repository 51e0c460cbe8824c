// p2 by a language model: a page of the dialog "Label sentences".
#pragma once

#include "core/labels/labeler.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class EngineForm;
class EngineTrialView;

class AskPage : public QWidget {
    Q_OBJECT
public:
    AskPage(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);

    bool isComplete() const;
    void start(); ///< the job

signals:
    void changed();

private:
    QStringList descriptors() const; ///< one a line
    labels::LabelRequest request() const;
    void fillDescriptors();
    void validate();

    app::Session& m_session;
    EngineForm* m_engine;
    QPlainTextEdit* m_descriptors;
    QPlainTextEdit* m_prompt;
    QComboBox* m_annotator;
    EngineTrialView* m_trial;
    QLabel* m_summary;
};

} // namespace neuroscribe::ui
