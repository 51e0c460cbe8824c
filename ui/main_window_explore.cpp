// The workspace Explore in the window: the heat map, and the docks around it.
#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/panels/corpus_panel.h"
#include "ui/panels/correlation_panel.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/neuron_head.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/study_panel.h"
#include "ui/panels/tag_counts.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kLeftWidth = 306;
constexpr int kStudyHeight = 262;
constexpr int kThresholdsHeight = 518;
constexpr int kRightWidth = 366;

} // namespace

WorkspaceParts MainWindow::exploreParts() {
    WorkspaceParts parts;
    parts.workspace = Workspace::Explore;
    parts.id = QStringLiteral("explore");
    parts.text = tr("&Explore");
    parts.name = tr("Explore");
    parts.tip = tr("Neurons, descriptors, thresholds");
    parts.key = QKeySequence(Qt::CTRL | Qt::Key_1);
    parts.buildCentre = [this] { return buildHeatMapPane(); };
    parts.buildDocks = [this] { buildExploreDocks(); };
    parts.arrange = [this] { arrangeExplore(); };
    parts.addMenu = [this] { addExploreMenu(); };
    parts.focus = [this]() -> QWidget* { return &m_heatMap->view(); }; // where the arrow keys are wanted first
    parts.history = historyOf(m_session);
    return parts;
}

void MainWindow::addExploreActions() {
    const auto hasNeuron = [this] { return m_session.tagger() && m_session.selection().neuron(); };
    m_actions->add({QStringLiteral("neuron.previous"),
                    tr("&Previous Neuron"),
                    {},
                    QKeySequence(Qt::ALT | Qt::Key_Up),
                    [this] { m_neuron->step(-1); },
                    hasNeuron});
    m_actions->add({QStringLiteral("neuron.next"),
                    tr("&Next Neuron"),
                    {},
                    QKeySequence(Qt::ALT | Qt::Key_Down),
                    [this] { m_neuron->step(1); },
                    hasNeuron});
    m_actions->add({QStringLiteral("descriptor.exclude"),
                    tr("E&xclude or Include the Descriptor"),
                    {},
                    Qt::Key_X,
                    [this] {
                        if (const auto descriptor = descriptorAtHand())
                            m_session.setExcluded(*descriptor, !m_session.isExcluded(*descriptor));
                        else
                            emit m_session.noticed(tr("Select a descriptor first."));
                    },
                    [this] { return !m_session.isReadOnly() && m_session.tagger(); }});
    connect(&m_session.selection(), &app::Selection::neuronChanged, m_actions, &ActionRegistry::refresh);
}

/// The current one of the list of descriptors while it has the keys, else the one that is selected.
std::optional<std::uint32_t> MainWindow::descriptorAtHand() const {
    const BarList& list = m_thresholds->counts().byDescriptor();
    if (list.hasFocus() && list.currentIndex().isValid())
        return static_cast<std::uint32_t>(list.currentIndex().row());
    return m_session.selection().descriptor();
}

void MainWindow::addExploreMenu() {
    QMenu* menu = menuBar()->addMenu(tr("E&xplore"));
    for (const char* id : {"neuron.previous", "neuron.next", "descriptor.exclude"})
        menu->addAction(m_actions->action(QString::fromLatin1(id)));
}

QWidget* MainWindow::buildHeatMapPane() {
    m_heatMap = new HeatMapPanel(m_session, this);
    connect(m_heatMap, &HeatMapPanel::neuronOpened, this, [this] { raiseDock(QStringLiteral("neuron")); });
    m_heatMap->tools().setTagsMarked(m_settings.marksTags());
    connect(&m_heatMap->tools(), &HeatMapTools::tagsMarkedChanged, this,
            [this](bool on) { m_settings.setMarksTags(on); });
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* body = new Pane(PanePart::Body, pane);
    body->setContent(m_heatMap);
    auto* head = new PaneHead(tr("Heat map"), pane);
    head->addNote(m_heatMap->tools().counts());
    head->addNote(m_heatMap->tools().badge());
    column->addWidget(head);
    column->addWidget(body, 1);
    return pane;
}

void MainWindow::buildExploreDocks() {
    const auto action = [this](const char* id) { return m_actions->action(QString::fromLatin1(id)); };
    addDock(QStringLiteral("study"), tr("Study"),
            new StudyPanel(m_session, {action("study.import"), action("study.describe"), action("study.label"),
                                       action("study.extract")}));
    m_thresholds = new ThresholdsPanel(m_session);
    addDock(QStringLiteral("thresholds"), tr("Thresholds"), m_thresholds);
    m_neuron = new NeuronPanel(m_session);
    m_neuron->head().setStepActions(*action("neuron.previous"), *action("neuron.next"));
    addDock(QStringLiteral("neuron"), tr("Neuron"), m_neuron);
    auto* descriptor = new DescriptorPanel(m_session);
    descriptor->setExcludeAction(*action("descriptor.exclude"));
    addDock(QStringLiteral("descriptor"), tr("Descriptor"), descriptor);
    addDock(QStringLiteral("corpus"), tr("Corpus"), new CorpusPanel(m_session));
    addDock(QStringLiteral("correlation"), tr("Correlation"), new CorrelationPanel(m_session));
    addDock(QStringLiteral("jobs"), tr("Jobs"), new JobsPanel(m_session));
    m_actions->confine(QStringLiteral("neuron.previous"), {m_neuron});
    m_actions->confine(QStringLiteral("neuron.next"), {m_neuron});
    BarList& bars = m_thresholds->counts().byDescriptor();
    m_actions->confine(QStringLiteral("descriptor.exclude"), {descriptor, &bars});
    const QAction* exclude = action("descriptor.exclude");
    const auto showKey = [&bars, exclude] {
        const QString key = exclude->shortcut().toString(QKeySequence::NativeText);
        bars.setToolTip(key.isEmpty() ? tr("Click to select the descriptor")
                                      : tr("Click to select the descriptor; %1 excludes or includes it").arg(key));
    };
    connect(exclude, &QAction::changed, &bars, showKey);
    showKey();
}

void MainWindow::arrangeExplore() {
    QDockWidget* study = dock("study");
    QDockWidget* thresholds = dock("thresholds");
    QDockWidget* neuron = dock("neuron");
    addDockWidget(Qt::LeftDockWidgetArea, study);
    splitDockWidget(study, thresholds, Qt::Vertical);
    addDockWidget(Qt::RightDockWidgetArea, neuron);
    QDockWidget* last = neuron;
    for (const char* name : {"descriptor", "corpus", "correlation", "jobs"}) {
        tabifyDockWidget(last, dock(name));
        last = dock(name);
    }
    for (const char* name : {"study", "thresholds", "neuron", "descriptor", "corpus", "correlation", "jobs"})
        dock(name)->show();
    neuron->raise();
    // Sizes can only be asked for once the docks have their places.
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({study, neuron}, {kLeftWidth, kRightWidth}, Qt::Horizontal);
            resizeDocks({study, thresholds}, {kStudyHeight, kThresholdsHeight}, Qt::Vertical);
        },
        Qt::QueuedConnection);
}

} // namespace neuroscribe::ui
