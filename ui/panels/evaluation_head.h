// The head of an evaluation: which neurons, whose truth, and the numbers to quote, with their intervals, with what
// chance gives, and with the neurons that each of them is about.
#pragma once

#include "app/session/evaluation_controller.h"
#include "ui/panels/panel.h"

#include <cstdint>
#include <initializer_list>

class QComboBox;
class QLabel;
class QPushButton;

namespace neuroscribe::ui {

class NeuronChooser;

class EvaluationHead : public Panel {
    Q_OBJECT
public:
    /// The controller outlives it.
    EvaluationHead(app::Session& session, app::EvaluationController& controller, QWidget* parent = nullptr);

    NeuronChooser& neurons() const { return *m_neurons; }
    QComboBox& truth() const { return *m_truth; }
    QLabel& judged() const { return *m_judged; } ///< which neurons precision and recall are of
    QLabel& precision() const { return *m_precision; }
    QLabel& recall() const { return *m_recall; }
    QLabel& whole() const { return *m_whole; } ///< which neurons consistency is of
    QLabel& consistency() const { return *m_consistency; }
    QLabel& chance() const { return *m_chance; }
    QLabel& corrected() const { return *m_corrected; }
    /// Shown in place of the numbers under a rule that is no frequency: why, and a way out.
    QLabel& reason() const { return *m_reason; }
    QPushButton& useShare() const { return *m_useShare; }

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void showTruth();
    void showNumbers();
    void showEstimate(QLabel* label, const QString& name, const stats::Estimate* estimate);
    void showConsistency();

    app::EvaluationController& m_controller;
    NeuronChooser* m_neurons;
    QComboBox* m_truth;
    QLabel* m_judged;
    QLabel* m_precision;
    QLabel* m_recall;
    QLabel* m_whole;
    QLabel* m_consistency;
    QLabel* m_chance;
    QLabel* m_corrected;
    QLabel* m_reason;
    QPushButton* m_useShare;
};

} // namespace neuroscribe::ui
