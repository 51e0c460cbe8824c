// One sentence to read: its text, where it comes from, its labels and who gave them.
#pragma once

#include "app/session/sentence_labels.h"

#include <QScrollArea>

#include <optional>

class QLabel;

namespace neuroscribe::ui {

class FlowLayout;

class SentenceView : public QScrollArea {
    Q_OBJECT
public:
    explicit SentenceView(QWidget* parent = nullptr);
    void setRecord(const std::optional<app::SentenceRecord>& record);

private:
    void showLabels(const std::vector<app::SentenceLabel>& labels);
    void showTopics(const std::vector<app::SentenceTopics>& topics);
    void showAnswers(const std::vector<app::SentenceLabel>& labels);

    QLabel* m_text;
    QLabel* m_facts;
    QWidget* m_chips;
    FlowLayout* m_chipFlow;
    QLabel* m_others;
    QLabel* m_topics;
    QLabel* m_answers; ///< of language models: margin and raw answer of each question
};

} // namespace neuroscribe::ui
