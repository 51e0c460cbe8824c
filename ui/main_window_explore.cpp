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
#include "ui/panels/neuron_panel.h"
#include "ui/panels/study_panel.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/pane.h"

#include <QDockWidget>
#include <QLabel>
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
    parts.focus = [this]() -> QWidget* { return &m_heatMap->view(); }; // where the arrow keys are wanted first
    parts.history = historyOf(m_session);
    return parts;
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
    addDock(QStringLiteral("thresholds"), tr("Thresholds"), new ThresholdsPanel(m_session));
    addDock(QStringLiteral("neuron"), tr("Neuron"), new NeuronPanel(m_session));
    addDock(QStringLiteral("descriptor"), tr("Descriptor"), new DescriptorPanel(m_session));
    addDock(QStringLiteral("corpus"), tr("Corpus"), new CorpusPanel(m_session));
    addDock(QStringLiteral("correlation"), tr("Correlation"), new CorrelationPanel(m_session));
    addDock(QStringLiteral("jobs"), tr("Jobs"), new JobsPanel(m_session));
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
