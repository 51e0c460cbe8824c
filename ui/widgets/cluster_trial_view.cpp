#include "ui/widgets/cluster_trial_view.h"

#include "ui/models/format.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/threshold_spin.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

using app::ClusterTrial;
using descriptors::ClusterMethod;

constexpr std::uint32_t kMostMilli = 1000;
constexpr std::uint32_t kStepMilli = 5;

const ThresholdScale kScale{ClusterTrial::kLeastMilli, kMostMilli,
                            (kMostMilli - ClusterTrial::kLeastMilli) / kStepMilli, false};

/// "48 · now 61"; of either alone where there is only one.
QString besideNow(const QString& tried, const QString& now) {
    if (now.isEmpty())
        return tried;
    const QString present = ClusterTrialView::tr("now %1").arg(now);
    return tried.isEmpty() ? present : QStringLiteral("%1 · %2").arg(tried, present);
}

/// A figure is called as its caption; what it is now is spoken after that.
void setFigure(QLabel& label, const QString& text) {
    label.setText(text);
    label.setAccessibleDescription(text);
}

} // namespace

ClusterTrialView::ClusterTrialView(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    addThreshold(*column);
    m_clusters = addRow(*column, tr("Clusters"));
    m_unclustered = addRow(*column, tr("Topics in no cluster"));
    m_names = addRow(*column, tr("Names that re-attach"));
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_note);
    setQuestion(m_question);
}

void ClusterTrialView::insertBelowFigures(QWidget* widget) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_note), widget);
}

void ClusterTrialView::addThreshold(QVBoxLayout& column) {
    m_threshold = new ThresholdSpin({ClusterTrial::kLeastMilli, kMostMilli, 3, 2}, this);
    m_threshold->setSingleStep(0.005);
    m_threshold->setAccessibleName(tr("Threshold"));
    auto* label = new QLabel(tr("&Threshold"), this);
    label->setBuddy(m_threshold);
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(m_threshold);
    column.addLayout(row);
    m_slider = new ThresholdSlider(kScale, this);
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setToolTip(tr("How alike a topic and the centre of its cluster are at least (cosine). Behind: how many "
                            "clusters each threshold gives (square-root scale)."));
    m_slider->setSpeaker(
        [](std::uint32_t value) { return tr("threshold %1").arg(QLocale().toString(value / 1000.0, 'f', 3)); });
    column.addWidget(m_slider);
    connect(m_slider, &ThresholdSlider::moved, this, &ClusterTrialView::takeThreshold);
    connect(m_slider, &ThresholdSlider::committed, this, &ClusterTrialView::takeThreshold);
    connect(m_threshold, &ThresholdSpin::committed, this, &ClusterTrialView::takeThreshold);
}

QLabel* ClusterTrialView::addRow(QVBoxLayout& column, const QString& caption) {
    auto* name = new QLabel(caption, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight);
    value->setTextFormat(Qt::PlainText);
    value->setAccessibleName(caption);
    QFont bold = value->font();
    bold.setWeight(QFont::DemiBold);
    value->setFont(bold);
    auto* row = new QHBoxLayout;
    row->addWidget(name, 1);
    row->addWidget(value);
    column.addLayout(row);
    return value;
}

void ClusterTrialView::takeThreshold(std::uint32_t milli) {
    m_question.thresholdMilli = milli;
    setQuestion(m_question);
    ask();
    emit moved();
}

void ClusterTrialView::setTrial(app::ClusterTrial* trial) {
    if (m_trial)
        m_trial->disconnect(this);
    m_trial = trial;
    m_asked = false;
    if (trial)
        connect(trial, &ClusterTrial::changed, this, &ClusterTrialView::showTrial);
    showTrial();
}

void ClusterTrialView::setPresent(const std::optional<Present>& present) {
    m_present = present;
    showTrial();
}

void ClusterTrialView::setQuestion(const ClusterTrial::Question& question) {
    m_question = question;
    m_slider->setValue(question.thresholdMilli);
    m_threshold->setUnits(question.thresholdMilli);
}

void ClusterTrialView::ask() {
    m_asked = m_trial != nullptr;
    if (m_trial)
        m_trial->ask(m_question);
    showTrial();
}

bool ClusterTrialView::isBelowFloor() const {
    const auto floor = m_trial ? m_trial->floorMilli() : std::nullopt;
    return m_question.method == ClusterMethod::Community && floor && m_question.thresholdMilli < *floor;
}

void ClusterTrialView::showTrial() {
    const QLocale locale;
    QString clusters = m_asked && m_trial->isComputing() ? tr("…") : QString();
    QString unclustered = clusters;
    if (m_trial && m_trial->counts()) {
        const descriptors::TrialCounts& counts = *m_trial->counts();
        clusters = formatCount(locale, counts.communities);
        unclustered = formatPercent(locale, static_cast<double>(counts.unclustered) / m_trial->topics(), 0);
    }
    m_slider->setDistribution(m_trial && m_question.method == ClusterMethod::Community ? m_trial->curve()
                                                                                       : std::vector<std::uint32_t>());
    setFigure(*m_clusters, besideNow(clusters, m_present ? formatCount(locale, m_present->clusters) : QString()));
    setFigure(*m_unclustered,
              besideNow(unclustered, m_present ? formatPercent(locale, m_present->unclustered, 0) : QString()));
    showNames();
    m_note->setText(noteText());
}

void ClusterTrialView::showNames() {
    const QLocale locale;
    if (!m_trial || !m_trial->names()) {
        m_names->setToolTip({});
        return setFigure(*m_names, m_asked && m_trial->isComputing() ? tr("…") : QString());
    }
    const ClusterTrial::Names& names = *m_trial->names();
    setFigure(*m_names,
              tr("%1 sure, %2 to review").arg(formatCount(locale, names.sure), formatCount(locale, names.doubtful)));
    m_names->setToolTip(tr("%Ln cluster(s) that you worked on have no counterpart and stay as they are", nullptr,
                           static_cast<int>(names.unmatched)));
}

QString ClusterTrialView::noteText() const {
    if (!m_trial || m_trial->topics() == 0)
        return tr("Once the topics are embedded, this shows at once what a threshold gives.");
    if (isBelowFloor())
        return tr("Below %1 too many topics are alike to try it here.")
            .arg(QLocale().toString(*m_trial->floorMilli() / 1000.0, 'f', 2));
    if (!m_asked)
        return tr("Move the threshold to see what another one gives.");
    return tr("%Ln topic(s) embedded. Names that you gave are kept; one undo takes the whole clustering back.", nullptr,
              static_cast<int>(m_trial->topics()));
}

} // namespace neuroscribe::ui
