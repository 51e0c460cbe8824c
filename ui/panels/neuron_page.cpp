// How the neuron panel is put together.
#include "app/session/session.h"
#include "ui/models/neuron_bands.h"
#include "ui/panels/label_judge.h"
#include "ui/panels/neuron_head.h"
#include "ui/panels/neuron_panel.h"
#include "ui/plots/activation_plot.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/persistence_list.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/similar_neurons.h"
#include "ui/widgets/small_label.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
NeuronPanel::NeuronPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_head(new NeuronHead(this)), m_cells(new CellList(this)), m_legend(new SmallLabel(this)),
      m_judge(new LabelJudge(session, this)), m_persistenceTitle(new QLabel(tr("Lives in both halves"), this)),
      m_persistence(new PersistenceList(this)), m_similar(new SimilarNeurons(this)), m_plot(new ActivationPlot(this)),
      m_tail(new SegmentedControl(this)), m_exemplars(new SentenceList(session, QStringLiteral("exemplars"), this)),
      m_failure(new SmallLabel(this)), m_note(new NoteEdit(this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    addFigures();
    QWidget* page = buildPage();
    auto* scroll = new ColumnScroll(page, this);      // a low window shows it all the same
    scroll->viewport()->setAutoFillBackground(false); // the pane shows through
    page->setAutoFillBackground(false);
    m_stack->addWidget(scroll);

    connect(&session.selection(), &app::Selection::neuronChanged, this, [this] {
        if (isSeen())
            showNeuron();
    });
    connect(&session.validation(), &app::ValidationController::written, this,
            [this] { Panel::note({.validation = true}); });
    connect(m_judge, &LabelJudge::changed, this, [this] {
        if (m_neuron)
            showNotes();
    });
    connect(m_head, &NeuronHead::splitChosen, this, [this] {
        showCells();
        showProfile();
        load();
    });
    connect(m_head, &NeuronHead::stepped, this, &NeuronPanel::step);
    connect(m_head, &NeuronHead::copyRequested, this, [this] { QApplication::clipboard()->setText(asText()); });
    connect(m_head, &NeuronHead::bookmarkToggled, this, [this](bool on) {
        if (m_neuron)
            this->session().setMark(*m_neuron, {on, m_note->note()});
    });
    connect(&session, &app::Session::closing, m_note, &NoteEdit::store);
    connect(&session, &app::Session::closing, this, [this] { m_otherStudy = true; });
    connect(m_note, &NoteEdit::edited, this, [this](const QString& note) {
        if (m_neuron)
            this->session().setMark(*m_neuron, {this->session().mark(*m_neuron).bookmarked, note});
    });
    connect(m_tail, &SegmentedControl::chosen, this, &NeuronPanel::showProfile);
    connect(m_similar, &SimilarNeurons::picked, this,
            [this](std::uint32_t neuron) { this->session().selection().setNeuron(NeuronId{neuron}); });
    connect(m_persistence, &PersistenceList::picked, this,
            [this](std::uint32_t descriptor) { this->session().selection().setDescriptor(descriptor); });
    connect(m_cells, &CellList::picked, this,
            [this](std::uint32_t descriptor) { this->session().selection().setDescriptor(descriptor); });
}

QBoxLayout* NeuronPanel::titleRow(const QString& title, QWidget* right) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 2);
    auto* label = new QLabel(title, this);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    row->addWidget(label);
    row->addStretch();
    if (right)
        row->addWidget(right);
    return row;
}

QWidget* NeuronPanel::buildPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_cells->setAccessibleName(tr("Descriptors of this neuron"));
    m_cells->setLabelHeader(tr("descriptor"));
    m_cells->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_cells);
    m_legend->setContentsMargins(12, 2, 12, 4);
    m_legend->setWordWrap(true);
    column->addWidget(m_legend);
    column->addWidget(m_judge);
    QFont bold = m_persistenceTitle->font();
    bold.setWeight(QFont::DemiBold);
    m_persistenceTitle->setFont(bold);
    m_persistenceTitle->setContentsMargins(12, 4, 12, 2);
    m_persistenceTitle->setToolTip(tr("The thresholds t at this k, and the shares k at this t, at which each tag is a "
                                      "tag on calibration and on validation; the marks stand at k and t now"));
    m_persistenceTitle->setBuddy(m_persistence);
    auto* lives = new QHBoxLayout;
    lives->setContentsMargins(0, 0, 12, 0);
    lives->addWidget(m_persistenceTitle, 1);
    lives->addWidget(m_persistenceFigures);
    column->addLayout(lives);
    m_persistence->setAccessibleName(tr("Thresholds at which each tag lives in both halves"));
    column->addWidget(m_persistence);
    column->addWidget(m_similar);
    column->addLayout(titleRow(tr("Activation"), m_activationFigures));
    column->addWidget(m_plot);
    m_failure->setContentsMargins(12, 0, 12, 0);
    m_failure->hide();
    column->addWidget(m_failure);
    m_tail->setAccessibleName(tr("Which exemplars"));
    m_tail->addSegment(tr("top"), tr("Sentences with the highest activations"), static_cast<int>(tagging::Tail::Top));
    m_tail->addSegment(tr("bottom"), tr("Sentences with the lowest activations"),
                       static_cast<int>(tagging::Tail::Bottom));
    m_tail->addSegment(tr("bands"),
                       tr("Three sentences from the middle of each tenth, from the highest activations to the lowest"),
                       static_cast<int>(Listed::Bands));
    m_tail->addSegment(tr("random"),
                       tr("Thirty sentences drawn at random, the same for every neuron (seed %1)").arg(kRandomSeed),
                       static_cast<int>(Listed::Random));
    column->addLayout(titleRow(tr("Exemplars"), m_tail));
    m_exemplars->setAccessibleName(tr("Exemplars of this neuron"));
    m_exemplars->setMinimumHeight(120);
    column->addWidget(m_exemplars, 1);
    auto* noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(12, 6, 12, 8);
    noteRow->addWidget(m_note);
    column->addLayout(noteRow);
    return page;
}

} // namespace neuroscribe::ui
