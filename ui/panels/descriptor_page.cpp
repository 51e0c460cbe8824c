// How the descriptor panel is put together.
#include "app/session/session.h"
#include "ui/models/bar_model.h"
#include "ui/models/cell_list_model.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/sentence_list.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kMostNeurons = 8;

QLabel* title(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setContentsMargins(kSide, 8, kSide, 2);
    return label;
}

} // namespace

DescriptorPanel::DescriptorPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_name(new QLabel(this)), m_badge(new CoverageBadge(this)), m_exclude(new QToolButton(this)),
      m_question(new QLabel(this)), m_facts(new QLabel(this)), m_neuronTitle(title({}, this)),
      m_neurons(new CellList(this)), m_figures(makeFigures()), m_byLayer(new BarList(this)),
      m_examples(new SentenceList(session, QStringLiteral("examples"), this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildPage());
    connect(&session.selection(), &app::Selection::descriptorChanged, this, [this] {
        if (isSeen())
            showDescriptor();
    });
    connect(m_exclude, &QToolButton::clicked, this, [this] {
        if (m_descriptor)
            this->session().setExcluded(*m_descriptor, !this->session().isExcluded(*m_descriptor));
    });
    connect(m_neurons, &CellList::picked, this,
            [this](std::uint32_t neuron) { this->session().selection().setNeuron(NeuronId{neuron}); });
}

FigureButton* DescriptorPanel::makeFigures() {
    return new FigureButton(
        session(), tr("By layer"),
        [this]() -> std::vector<NamedFigure> {
            FigureParameters parameters = thresholdParameters(session().thresholds());
            parameters.insert(parameters.begin(), {tr("descriptor").toStdString(), m_fullName.toStdString()});
            return {{tr("by layer"), tagBarFigure(tr("Neurons tagged with %1, by layer").arg(m_fullName), tr("layer"),
                                                  m_byLayer->bars().bars(), std::move(parameters))}};
        },
        this);
}

QWidget* DescriptorPanel::buildPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 8, kSide, 4);
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_name, 1);
    head->addWidget(m_badge);
    head->addSpacing(6);
    m_exclude->setToolTip(tr("Switch the descriptor off or on: off, it leaves tags, shares of occurrences and q"));
    head->addWidget(m_exclude);
    column->addLayout(head);
    for (QLabel* label : {m_question, m_facts}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(kSide, 0, kSide, 2);
        column->addWidget(label);
    }
    column->addWidget(m_neuronTitle);
    m_neurons->setMostRows(kMostNeurons);
    m_neurons->setAccessibleName(tr("Neurons tagged with this descriptor"));
    m_neurons->setLabelHeader(tr("neuron"));
    m_neurons->cells().setShowsAdjusted(true);
    column->addWidget(m_neurons, 2);
    auto* byLayer = new QHBoxLayout;
    byLayer->setContentsMargins(0, 0, kSide, 0);
    byLayer->addWidget(title(tr("By layer"), this), 1);
    byLayer->addWidget(m_figures);
    column->addLayout(byLayer);
    m_figures->attachTo(*m_byLayer);
    auto* bars = new QHBoxLayout;
    bars->setContentsMargins(kSide - 2, 0, kSide - 2, 0);
    m_byLayer->setSelectionMode(QAbstractItemView::NoSelection);
    m_byLayer->setAccessibleName(tr("Neurons tagged with this descriptor by layer"));
    bars->addWidget(m_byLayer);
    column->addLayout(bars);
    column->addWidget(title(tr("Sentences that have it"), this));
    m_examples->setAccessibleName(tr("Sentences that have this descriptor"));
    m_examples->setMinimumHeight(80);
    column->addWidget(m_examples, 3);
    return page;
}

} // namespace neuroscribe::ui
