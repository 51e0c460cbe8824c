// The head of an evaluation: which neurons, whose truth, and the numbers to quote, with their intervals.
#pragma once

#include "app/session/evaluation_controller.h"
#include "ui/panels/panel.h"

#include <cstdint>

class QComboBox;
class QLabel;
class QSpinBox;

namespace neuroscribe::ui {

class EvaluationHead : public Panel {
    Q_OBJECT
public:
    /// The controller outlives it.
    EvaluationHead(app::Session& session, app::EvaluationController& controller, QWidget* parent = nullptr);

    QComboBox& neurons() const { return *m_kind; }
    QSpinBox& count() const { return *m_count; }
    QSpinBox& seed() const { return *m_seed; }
    QComboBox& truth() const { return *m_truth; }
    QLabel& precision() const { return *m_precision; }
    QLabel& recall() const { return *m_recall; }
    QLabel& consistency() const { return *m_consistency; }
    QLabel& corrected() const { return *m_corrected; }

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void addChoices();
    void choose();
    void showChoices();
    void showTruth();
    void showNumbers();
    void showConsistency();

    app::EvaluationController& m_controller;
    QComboBox* m_kind;
    QSpinBox* m_count;
    QSpinBox* m_seed;
    QComboBox* m_truth;
    QLabel* m_precision;
    QLabel* m_recall;
    QLabel* m_consistency;
    QLabel* m_corrected;
};

} // namespace neuroscribe::ui
