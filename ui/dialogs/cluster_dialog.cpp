#include "ui/dialogs/cluster_dialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/nn/sentence_folder.h"
#include "core/pipeline/places.h"
#include "ui/models/format.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/threshold_spin.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace neuroscribe::ui {
namespace {

using app::ClusterTrial;
using descriptors::ClusterMethod;

constexpr std::uint32_t kMostMilli = 1000;
constexpr std::uint32_t kStepMilli = 5;
constexpr int kFolderWidth = 340;
constexpr int kMostMinSize = 100'000;
constexpr const char* kBuiltInEncoder = "demo/reviews-sbert-mini";

const ThresholdScale kScale{ClusterTrial::kLeastMilli, kMostMilli,
                            (kMostMilli - ClusterTrial::kLeastMilli) / kStepMilli, false};

std::string pathOf(const QString& folder) {
    return QFile::encodeName(folder).toStdString();
}

} // namespace

ClusterDialog::ClusterDialog(app::Session& session, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_trial(session), m_method(new QComboBox(this)),
      m_minSize(new QSpinBox(this)), m_note(new QLabel(this)) {
    setWindowTitle(tr("Cluster the topics"));
    auto* form = new QFormLayout;
    addEncoder(*form);
    m_method->addItem(tr("Communities around a centre"), static_cast<int>(ClusterMethod::Community));
    m_method->addItem(tr("Average linkage"), static_cast<int>(ClusterMethod::Agglomerative));
    m_method->setAccessibleName(tr("Method"));
    form->addRow(tr("&Method"), m_method);
    m_minSize->setRange(1, kMostMinSize);
    m_minSize->setAccessibleName(tr("Topics of a cluster at least"));
    form->addRow(tr("T&opics of a cluster at least"), m_minSize);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addLayout(form);
    addThreshold(*column);
    m_clusters = addRow(*column, tr("Clusters"));
    m_unclustered = addRow(*column, tr("Topics in no cluster"));
    m_names = addRow(*column, tr("Names that re-attach"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_note);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cluster = buttons->addButton(tr("&Cluster"), QDialogButtonBox::AcceptRole);
    m_cluster->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClusterDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClusterDialog::reject);
    connect(m_encoder, &QLineEdit::textChanged, this, &ClusterDialog::validate);
    connect(&m_trial, &ClusterTrial::changed, this, &ClusterDialog::showTrial);
    connect(&m_trial, &ClusterTrial::failed, &session, &app::Session::failed);
    const descriptors::ClusteringRecord usual;
    m_minSize->setValue(static_cast<int>(usual.minSize));
    setThreshold(static_cast<std::uint32_t>(std::lround(usual.threshold * kMostMilli)));
    const auto touched = [this] {
        m_touched = true;
        ask();
    };
    connect(m_minSize, &QSpinBox::valueChanged, this, touched);
    connect(m_method, &QComboBox::activated, this, touched);
    proposeLast();
    ask();
    validate();
}

void ClusterDialog::addEncoder(QFormLayout& form) {
    m_encoder = new QLineEdit(this);
    m_encoder->setMinimumWidth(kFolderWidth);
    m_encoder->setAccessibleName(tr("Encoder folder"));
    m_encoder->setPlaceholderText(tr("A Sentence-Transformers folder, or a BERT"));
    QString folder = m_settings.lastEncoder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
        const auto builtIn = pipeline::findResource(kBuiltInEncoder);
        folder = builtIn ? QFile::decodeName(QByteArray::fromStdString(*builtIn)) : QString();
    }
    m_encoder->setText(folder);
    auto* browse = new QPushButton(tr("&Browse..."), this);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Choose the encoder's folder"), m_encoder->text());
        if (!chosen.isEmpty())
            m_encoder->setText(chosen);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_encoder, 1);
    row->addWidget(browse);
    auto* label = new QLabel(tr("&Encoder folder"), this);
    label->setBuddy(m_encoder);
    form.addRow(label, row);
}

void ClusterDialog::addThreshold(QVBoxLayout& column) {
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
    const auto moved = [this](std::uint32_t value) {
        m_touched = true;
        setThreshold(value);
        ask();
    };
    connect(m_slider, &ThresholdSlider::moved, this, moved);
    connect(m_slider, &ThresholdSlider::committed, this, moved);
    connect(m_threshold, &ThresholdSpin::committed, this, moved);
}

QLabel* ClusterDialog::addRow(QVBoxLayout& column, const QString& caption) {
    auto* name = new QLabel(caption, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight);
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

/// What the study was clustered with last is where one goes on from.
void ClusterDialog::proposeLast() {
    using Last = std::optional<descriptors::ClusteringRecord>;
    m_session.query<Last>(
        QStringLiteral("cluster.last"),
        [](store::Database& database, std::stop_token) { return descriptors::loadClustering(database); },
        [this](const Result<Last>& last) {
            if (!last)
                emit m_session.failed(last.error());
            if (!last || !*last || m_touched)
                return;
            m_method->setCurrentIndex(m_method->findData(static_cast<int>((*last)->method)));
            m_minSize->setValue(static_cast<int>((*last)->minSize));
            m_touched = false; // it was not a person
            setThreshold(static_cast<std::uint32_t>(std::lround((*last)->threshold * kMostMilli)));
            ask();
        },
        this);
}

void ClusterDialog::setThreshold(std::uint32_t milli) {
    m_slider->setValue(milli);
    m_threshold->setUnits(milli);
}

void ClusterDialog::ask() {
    m_trial.ask({method(), m_threshold->units(), static_cast<std::uint32_t>(m_minSize->value())});
    showTrial();
}

ClusterMethod ClusterDialog::method() const {
    return static_cast<ClusterMethod>(m_method->currentData().toInt());
}

void ClusterDialog::showTrial() {
    const QLocale locale;
    const auto& counts = m_trial.counts();
    const QString waiting = m_trial.isComputing() ? tr("…") : QString();
    m_slider->setDistribution(method() == ClusterMethod::Community ? m_trial.curve() : std::vector<std::uint32_t>());
    m_clusters->setText(counts ? formatCount(locale, counts->communities) : waiting);
    m_unclustered->setText(
        counts ? formatPercent(locale, static_cast<double>(counts->unclustered) / m_trial.topics(), 0) : waiting);
    showNames();
    m_note->setText(trialNote());
}

void ClusterDialog::showNames() {
    const QLocale locale;
    const auto& names = m_trial.names();
    if (!names)
        return m_names->setText(m_trial.isComputing() ? tr("…") : QString());
    m_names->setText(
        tr("%1 sure, %2 to review").arg(formatCount(locale, names->sure), formatCount(locale, names->doubtful)));
    m_names->setToolTip(tr("%n cluster(s) that you worked on have no counterpart and stay as they are", nullptr,
                           static_cast<int>(names->unmatched)));
}

QString ClusterDialog::trialNote() const {
    if (m_trial.topics() == 0)
        return tr("Once the topics are embedded, this shows at once what a threshold gives.");
    const auto floor = m_trial.floorMilli();
    if (method() == ClusterMethod::Community && floor && m_threshold->units() < *floor)
        return tr("Below %1 too many topics are alike to try it here.")
            .arg(QLocale().toString(*floor / 1000.0, 'f', 2));
    return tr("%1 topics are embedded. Names that you gave are kept; one undo takes the whole clustering back.")
        .arg(formatCount(QLocale(), m_trial.topics()));
}

void ClusterDialog::validate() {
    const QString folder = m_encoder->text();
    const bool usable = !folder.isEmpty() && QFileInfo(folder).isDir() && nn::loadSentenceHead(pathOf(folder)).ok();
    m_cluster->setEnabled(usable);
    m_cluster->setToolTip(usable ? QString() : tr("Choose the folder of a sentence encoder first"));
}

void ClusterDialog::accept() {
    m_settings.setLastEncoder(m_encoder->text());
    pipeline::ClusterOptions options;
    options.method = method();
    options.threshold = m_threshold->units() / 1000.0;
    options.minSize = static_cast<std::uint32_t>(m_minSize->value());
    m_session.clusterTopics(m_encoder->text(), options);
    QDialog::accept();
}

} // namespace neuroscribe::ui
