#include "ui/panels/clustering_panel.h"

#include "app/session/session.h"
#include "core/pipeline/cluster_descriptors.h"
#include "ui/widgets/cluster_trial_view.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/threshold_slider.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace neuroscribe::ui {
namespace {

using app::ClusterTrial;
using descriptors::ClusterMethod;

constexpr double kPerOne = 1000;
/// So many topics are compared with each other before a person has noticed; more of them once a threshold is asked
/// about.
constexpr std::uint32_t kFewTopics = 5'000;

} // namespace

ClusteringPanel::ClusteringPanel(app::Session& session, QAction* settings, QWidget* parent)
    : Panel(session, parent), m_view(new ClusterTrialView(this)), m_method(new QLabel(this)),
      m_cluster(new QPushButton(tr("Cluster a&gain"), this)) {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    m_method->setForegroundRole(QPalette::PlaceholderText);
    m_method->setTextFormat(Qt::PlainText);
    m_method->setWordWrap(true);
    auto* dialog = new QPushButton(tr("All settings…"), this);
    dialog->setToolTip(tr("Method, size of the clusters, encoder"));
    connect(dialog, &QPushButton::clicked, settings, &QAction::trigger);
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 2, 0, 2);
    row->addWidget(m_cluster);
    row->addWidget(dialog);
    row->addStretch(1);
    m_view->insertBelowFigures(buttons);
    column->addWidget(m_view);
    column->addWidget(m_method);
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new ColumnScroll(content, this));
    connect(m_cluster, &QPushButton::clicked, this, &ClusteringPanel::cluster);
    connect(m_view, &ClusterTrialView::moved, this, [this] {
        m_moved = true;
        updateButton();
    });
    connect(&session.jobs(), &app::JobList::jobChanged, this, &ClusteringPanel::updateButton);
    showMethod();
}

ClusteringPanel::~ClusteringPanel() {
    m_view->setTrial(nullptr);
}

void ClusteringPanel::focusThreshold() {
    m_view->slider().setFocus(Qt::ShortcutFocusReason);
}

ThresholdSlider& ClusteringPanel::slider() const {
    return m_view->slider();
}

void ClusteringPanel::refresh(const app::ChangeSet& change) {
    if (!change.curation && !change.study)
        return;
    const auto topics = session().curation().topics();
    if (!topics || !m_trial || topics->embedded != m_embedded)
        takeTopics();
    else
        m_trial->setCuration(session().curation().curation());
    if (topics && !m_moved)
        readLast();
    showPresent();
    updateButton();
}

void ClusteringPanel::takeTopics() {
    m_view->setTrial(nullptr);
    m_trial.reset();
    m_moved = false;
    const auto topics = session().curation().topics();
    if (!topics)
        return;
    m_embedded = topics->embedded;
    m_trial = std::make_unique<ClusterTrial>(session(), ClusterTrial::Begin::WhenAsked);
    connect(m_trial.get(), &ClusterTrial::failed, &session(), &app::Session::failed);
    m_view->setTrial(m_trial.get());
}

/// What the study was clustered with last is where one goes on from.
void ClusteringPanel::readLast() {
    using Last = std::optional<descriptors::ClusteringRecord>;
    session().query<Last>(
        QStringLiteral("clustering.last"),
        [](store::Database& database, std::stop_token) { return descriptors::loadClustering(database); },
        [this](const Result<Last>& last) {
            if (!last)
                emit session().failed(last.error());
            if (!last || m_moved || !m_trial)
                return;
            const descriptors::ClusteringRecord record = last->value_or(descriptors::ClusteringRecord());
            m_view->setQuestion(
                {record.method, static_cast<std::uint32_t>(std::lround(record.threshold * kPerOne)), record.minSize});
            showMethod();
            if (m_trial->topics() > 0 && m_trial->topics() <= kFewTopics)
                m_view->ask();
        },
        this);
}

void ClusteringPanel::showMethod() {
    const ClusterTrial::Question& question = m_view->question();
    const QString method =
        question.method == ClusterMethod::Community ? tr("Communities around a centre") : tr("Average linkage");
    m_method->setText(tr("%1, of %Ln topic(s) at least", nullptr, static_cast<int>(question.minSize)).arg(method));
}

void ClusteringPanel::showPresent() {
    const auto curation = session().curation().curation();
    std::uint64_t topics = 0;
    for (const auto& [place, figures] : session().curation().figures())
        topics += figures.members;
    if (!curation || topics == 0)
        return m_view->setPresent({});
    const auto& left = session().curation().figures().at(descriptors::kUnclustered);
    m_view->setPresent(ClusterTrialView::Present{curation->clusters().size(),
                                                 static_cast<double>(left.members) / static_cast<double>(topics)});
}

void ClusteringPanel::updateButton() {
    QString why;
    if (!session().curation().canEdit())
        why = session().curation().whyNot();
    else if (!m_trial || m_trial->topics() == 0)
        why = tr("No topic is embedded yet: All settings chooses an encoder");
    else if (session().jobs().anyActive())
        why = tr("Something else is running");
    m_cluster->setEnabled(why.isEmpty());
    m_cluster->setToolTip(why.isEmpty()
                              ? tr("Clusters the embedded topics with this threshold. Names that you gave are "
                                   "kept; one undo takes it back.")
                              : why);
}

void ClusteringPanel::cluster() {
    const ClusterTrial::Question& question = m_view->question();
    pipeline::ClusterOptions options;
    options.method = question.method;
    options.threshold = question.thresholdMilli / kPerOne;
    options.minSize = question.minSize;
    m_moved = false; // from here on it is what the study was clustered with
    session().clusterEmbedded(options);
    updateButton();
}

} // namespace neuroscribe::ui
