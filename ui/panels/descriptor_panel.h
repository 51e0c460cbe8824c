// One descriptor: the neurons tagged with it, and sentences that have it.
#pragma once

#include "ui/models/cell_list_model.h"
#include "ui/panels/panel.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace neuroscribe::labels {
struct Descriptor;
}
namespace neuroscribe::pipeline {
struct StudyData;
}

namespace neuroscribe::ui {

class BarList;
class CellList;
class CoverageBadge;
class EmptyState;
class FigureButton;
class SentenceList;

class DescriptorPanel : public Panel {
    Q_OBJECT
public:
    explicit DescriptorPanel(app::Session& session, QWidget* parent = nullptr);

    CellList& neurons() const { return *m_neurons; }
    BarList& byLayer() const { return *m_byLayer; }
    FigureButton& figures() const { return *m_figures; }
    SentenceList& examples() const { return *m_examples; }
    /// The button tells its key. The action outlives the panel.
    void setExcludeAction(const QAction& action);

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildPage();
    FigureButton* makeFigures();
    void showExclusion();
    void showDescriptor();
    void showFacts();
    void showNeurons();
    void loadAdjusted(const std::vector<NeuronId>& neurons);
    void showExamples();
    void elideName();
    void showQuestions(const labels::Descriptor& descriptor);

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_name;
    CoverageBadge* m_badge;
    QToolButton* m_exclude;
    const QAction* m_excludeAction = nullptr;
    QLabel* m_question;
    QLabel* m_facts;
    QLabel* m_neuronTitle;
    CellList* m_neurons;
    FigureButton* m_figures; ///< of the bars by layer
    BarList* m_byLayer;
    SentenceList* m_examples;
    std::optional<std::uint32_t> m_descriptor; ///< on the page
    QString m_fullName;
    CellListModel::Adjusted m_adjusted; ///< so far, of m_adjustedFor: t may move without asking again
    std::pair<std::uint32_t, tagging::Thresholds> m_adjustedFor;
    std::weak_ptr<const pipeline::StudyData> m_adjustedStudy; ///< a closed study is not held
};

} // namespace neuroscribe::ui
