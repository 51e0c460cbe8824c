#include "ui/panels/correlation_panel.h"

#include "app/session/session.h"
#include "ui/models/correlation_words.h"
#include "ui/panels/correlation_pair.h"
#include "ui/panels/study_hints.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {

using pipeline::CorrelationView;
using pipeline::DescriptorCorrelation;

namespace {

constexpr int kSide = 10;

} // namespace

CorrelationPanel::CorrelationPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_views(new SegmentedControl(this)), m_badge(new CoverageBadge(this)),
      m_splitter(new QSplitter(this)), m_figure(new FigurePane(this)), m_pair(new CorrelationPair(session, this)) {
    buildViews();
    auto* tools = new FlowLayout(8);
    tools->setContentsMargins(kSide, 0, kSide, 0);
    for (QWidget* tool : {static_cast<QWidget*>(m_views), m_figure->tools(), static_cast<QWidget*>(m_badge)})
        tools->addWidget(tool);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 6);
    column->setSpacing(4);
    column->addLayout(tools);
    column->addWidget(m_splitter, 1);
    m_splitter->addWidget(m_figure);
    m_splitter->addWidget(m_pair);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_pair->hide();
    connect(&m_figure->view(), &FigureView::cellPicked, this, &CorrelationPanel::pick);
    connect(m_pair, &CorrelationPair::closed, this, &CorrelationPanel::closePair);
    connect(m_figure, &FigurePane::exported, this, [this](const QString& path) {
        emit this->session().noticed(tr("The figure was written to %1.").arg(path));
    });
    connect(m_figure, &FigurePane::exportFailed, &session, &app::Session::failed);
}

void CorrelationPanel::buildViews() {
    m_views->setAccessibleName(tr("View of the correlation"));
    m_views->addSegment(tr("sentences"), tr("How the answers go together over the sentences of both halves"),
                        static_cast<int>(CorrelationView::Sentences));
    m_views->addSegment(tr("neurons"), tr("How alike the neurons treat two descriptors"),
                        static_cast<int>(CorrelationView::Neurons));
    m_views->addSegment(tr("difference"), tr("Over neurons minus over sentences: where the model has its own view"),
                        static_cast<int>(CorrelationView::Difference));
    m_views->setCurrentId(static_cast<int>(CorrelationView::Sentences));
    connect(m_views, &SegmentedControl::chosen, this, [this] {
        if (needsProfiles() && m_correlation && !m_correlation->neurons)
            compute();
        else
            draw();
    });
}

CorrelationView CorrelationPanel::view() const {
    return static_cast<CorrelationView>(m_views->currentId());
}

bool CorrelationPanel::isPairShown() const {
    return !m_pair->isHidden();
}

void CorrelationPanel::refresh(const app::ChangeSet& change) {
    if (change.study) {
        m_pair->forget();
        m_correlation.reset();
    }
    if (change.study || (change.counts && needsProfiles()))
        compute();
    else if (change.counts && m_correlation && m_correlation->neurons) {
        // Profiles of another k: they are made when they are asked for.
        auto sentencesOnly = std::make_shared<DescriptorCorrelation>(*m_correlation);
        sentencesOnly->neurons.reset();
        m_correlation = std::move(sentencesOnly);
        showPair();
    }
}

void CorrelationPanel::compute() {
    const auto study = session().study();
    if (!study || !study->labels || study->descriptors.empty())
        return showEmpty();
    pipeline::CorrelationOptions options;
    options.profiles = needsProfiles();
    using Shared = std::shared_ptr<const DescriptorCorrelation>;
    session().query<Shared>(
        QStringLiteral("correlation"),
        [study, thresholds = session().thresholds(), options](store::Database&,
                                                              std::stop_token stop) -> Result<Shared> {
            NS_ASSIGN(auto correlation, pipeline::correlateDescriptors(*study, thresholds, options, stop));
            return Shared(std::make_shared<const DescriptorCorrelation>(std::move(correlation)));
        },
        [this, study](Result<Shared> computed) { take(*study, std::move(computed)); }, this);
}

void CorrelationPanel::take(const pipeline::StudyData& study,
                            Result<std::shared_ptr<const DescriptorCorrelation>> computed) {
    if (!computed) {
        if (computed.error().code != ErrorCode::Cancelled)
            emit session().failed(computed.error());
        return;
    }
    m_correlation = std::move(computed).value();
    m_descriptors.clear();
    for (const labels::Descriptor& descriptor : study.descriptors)
        m_descriptors.push_back(descriptor.id);
    draw();
}

void CorrelationPanel::draw() {
    if (!m_correlation)
        return showEmpty();
    m_badge->setCoverage(m_correlation->answered, m_correlation->asked);
    if (needsProfiles() && !m_correlation->neurons) {
        m_figure->showEmpty(tr("No neurons yet"), tr("Extract activations to compare with the model's own view."));
        return;
    }
    if (m_correlation->names.size() < 2) {
        m_figure->showEmpty(tr("A single descriptor"), tr("Correlation needs a second one."));
        return;
    }
    m_figure->setFigure(
        std::make_shared<const io::Figure>(pipeline::correlationFigure(*m_correlation, view(), correlationWords())));
    showPair();
}

void CorrelationPanel::showEmpty() {
    const auto study = session().study();
    const bool unlabelled = study && study->corpus && study->corpus->size() > 0;
    const StudyHint hint = studyHint(session());
    m_figure->showEmpty(unlabelled ? tr("No descriptors yet") : hint.title,
                        unlabelled ? tr("Label the sentences with descriptors to see how they go together.")
                                   : hint.next);
    m_badge->setNote({}, {});
    closePair();
}

void CorrelationPanel::pick(std::size_t row, std::size_t column) {
    if (!m_correlation || row >= m_correlation->order.size() || column >= m_correlation->order.size())
        return;
    const std::uint32_t first = m_correlation->order[row], second = m_correlation->order[column];
    session().selection().setDescriptor(first);
    if (first == second)
        return closePair();
    m_picked = {m_descriptors[first], m_descriptors[second]};
    showPair();
}

std::optional<std::uint32_t> CorrelationPanel::columnOf(DescriptorId descriptor) const {
    const auto found = std::ranges::find(m_descriptors, descriptor);
    return found == m_descriptors.end() ? std::nullopt
                                        : std::optional(static_cast<std::uint32_t>(found - m_descriptors.begin()));
}

void CorrelationPanel::showPair() {
    if (!m_picked)
        return;
    const auto first = columnOf(m_picked->first), second = columnOf(m_picked->second);
    if (!m_correlation || !first || !second)
        return closePair();
    const auto place = [this](std::uint32_t column) {
        const auto& order = m_correlation->order;
        return static_cast<std::size_t>(std::find(order.begin(), order.end(), column) - order.begin());
    };
    m_figure->view().setPickedCell(io::FigureScene::Cell{place(*first), place(*second)});
    m_pair->setPair(m_correlation, *first, *second);
    m_pair->show();
}

void CorrelationPanel::closePair() {
    const bool hadFocus = m_pair->isAncestorOf(focusWidget());
    m_picked.reset();
    m_figure->view().setPickedCell(std::nullopt);
    m_pair->hide();
    if (hadFocus)
        m_figure->view().setFocus(Qt::OtherFocusReason);
}

/// The pair stands beside the matrix where there is room, else below it.
void CorrelationPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    m_splitter->setOrientation(width() * 3 > height() * 4 ? Qt::Horizontal : Qt::Vertical);
}

void CorrelationPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_correlation)
        draw();
}

} // namespace neuroscribe::ui
