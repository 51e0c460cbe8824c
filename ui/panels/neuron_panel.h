// One neuron: its tags, the distribution of its activations, and its exemplars.
#pragma once

#include "ui/models/neuron_profile.h"
#include "ui/panels/panel.h"

#include <memory>
#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace neuroscribe::ui {

class ActivationPlot;
class CellList;
class EmptyState;
class NeuronHead;
class NoteEdit;
class SegmentedControl;
class SentenceList;

class NeuronPanel : public Panel {
    Q_OBJECT
public:
    explicit NeuronPanel(app::Session& session, QWidget* parent = nullptr);

    CellList& cells() const { return *m_cells; }
    SentenceList& exemplars() const { return *m_exemplars; }
    NeuronHead& head() const { return *m_head; }
    NoteEdit& note() const { return *m_note; }
    /// The whole page as plain text: name, tags as a table, exemplars that have been read.
    QString asText() const;

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;

private:
    QWidget* buildPage();
    QBoxLayout* titleRow(const QString& title, QWidget* right);
    void step(int by);
    void showNeuron();
    void load();
    void arrived(Result<std::shared_ptr<const NeuronProfile>> profile);
    void showCells();
    void showProfile();
    void showMark();
    bool profileFits() const;
    std::vector<tagging::Cell> cellsOf(NeuronId neuron) const;
    corpus::Split shownSplit() const;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    NeuronHead* m_head;
    CellList* m_cells;
    QLabel* m_legend;
    ActivationPlot* m_plot;
    SegmentedControl* m_tail;
    SentenceList* m_exemplars;
    QLabel* m_failure;
    NoteEdit* m_note;
    std::optional<NeuronId> m_neuron; ///< on the page
    std::shared_ptr<const NeuronProfile> m_profile;
};

} // namespace neuroscribe::ui
