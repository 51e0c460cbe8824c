// One neuron: its tags, the distribution of its activations, and its exemplars.
#pragma once

#include "core/pipeline/neuron_insight.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/neuron_profile.h"
#include "ui/panels/panel.h"

#include <memory>
#include <optional>
#include <tuple>
#include <vector>

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace neuroscribe::ui {

class ActivationPlot;
class CellList;
class EmptyState;
class FigureButton;
class LabelJudge;
class NeuronHead;
class NoteEdit;
class PersistenceList;
class SegmentedControl;
class SentenceList;
class SimilarNeurons;

class NeuronPanel : public Panel {
    Q_OBJECT
public:
    explicit NeuronPanel(app::Session& session, QWidget* parent = nullptr);

    CellList& cells() const { return *m_cells; }
    PersistenceList& persistence() const { return *m_persistence; }
    SimilarNeurons& similar() const { return *m_similar; }
    SentenceList& exemplars() const { return *m_exemplars; }
    NeuronHead& head() const { return *m_head; }
    NoteEdit& note() const { return *m_note; }
    LabelJudge& judge() const { return *m_judge; }
    FigureButton& activationFigures() const { return *m_activationFigures; }
    FigureButton& persistenceFigures() const { return *m_persistenceFigures; }
    /// The whole page as plain text: name, tags as a table, exemplars that have been read.
    QString asText() const;
    /// Which sentences are listed. The first two are the tails of core.
    enum class Listed { Top, Bottom, Bands, Random };
    SegmentedControl& listed() const { return *m_tail; }
    void step(int by); ///< -1: to the neuron before, +1: to the next

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;

private:
    void followThresholds();
    QWidget* buildPage();
    QBoxLayout* titleRow(const QString& title, QWidget* right);
    void addFigures();
    QString nameOfNeuron() const; ///< "3/58"
    void showNeuron();
    void load();
    void arrived(Result<std::shared_ptr<const NeuronProfile>> profile);
    void showCells();
    void showNotes();
    void showLegend();
    CellListModel::Note noteOf(std::uint32_t descriptor) const;
    void loadInsight();
    void loadSimilar();
    std::vector<std::uint32_t> tagsOf(NeuronId neuron) const;
    void showProfile();
    void showMark();
    std::vector<std::uint32_t> listedPositions(std::uint32_t members) const;
    bool profileFits() const;
    std::vector<tagging::Cell> cellsOf(NeuronId neuron) const;
    corpus::Split shownSplit() const;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    NeuronHead* m_head;
    CellList* m_cells;
    QLabel* m_legend;
    LabelJudge* m_judge;
    QLabel* m_persistenceTitle;
    FigureButton* m_persistenceFigures;
    PersistenceList* m_persistence;
    SimilarNeurons* m_similar;
    ActivationPlot* m_plot;
    FigureButton* m_activationFigures;
    SegmentedControl* m_tail;
    SentenceList* m_exemplars;
    QLabel* m_failure;
    NoteEdit* m_note;
    std::optional<NeuronId> m_neuron;                               ///< on the page
    std::shared_ptr<const std::vector<tagging::Cell>> m_shownCells; ///< by descriptor, on the half that is shown
    std::shared_ptr<const NeuronProfile> m_profile;
    std::shared_ptr<const pipeline::NeuronInsight> m_insight; ///< of m_neuron at m_insightOf; null: on its way
    tagging::Thresholds m_insightOf;
    tagging::Tail m_tailOf = tagging::Tail::Top; ///< of the thresholds, when the list was last chosen by them
    bool m_otherStudy = true;                    ///< shows its own half and tail at first
    /// What similar neurons were asked for last: neuron, k, half, tail, active descriptors.
    std::tuple<NeuronId, std::uint32_t, corpus::Split, tagging::Tail, std::vector<std::uint8_t>> m_similarAsked;
    /// What was asked for last: neuron, thresholds, its tags, active descriptors.
    std::tuple<NeuronId, tagging::Thresholds, std::vector<std::uint32_t>, std::vector<std::uint8_t>> m_insightAsked;
};

} // namespace neuroscribe::ui
