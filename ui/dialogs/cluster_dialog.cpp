#include "ui/dialogs/cluster_dialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/nn/sentence_folder.h"
#include "core/pipeline/places.h"
#include "ui/widgets/cluster_trial_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace neuroscribe::ui {
namespace {

using app::ClusterTrial;
using descriptors::ClusterMethod;

constexpr double kPerOne = 1000;
constexpr int kFolderWidth = 340;
constexpr int kMostMinSize = 100'000;
constexpr const char* kBuiltInEncoder = "demo/reviews-sbert-mini";

std::string pathOf(const QString& folder) {
    return QFile::encodeName(folder).toStdString();
}

} // namespace

ClusterDialog::ClusterDialog(app::Session& session, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_trial(session), m_method(new QComboBox(this)),
      m_minSize(new QSpinBox(this)), m_view(new ClusterTrialView(this)) {
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
    m_view->setTrial(&m_trial);
    column->addWidget(m_view);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cluster = buttons->addButton(tr("&Cluster"), QDialogButtonBox::AcceptRole);
    m_cluster->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClusterDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClusterDialog::reject);
    connect(m_encoder, &QLineEdit::textChanged, this, &ClusterDialog::validate);
    connect(&m_trial, &ClusterTrial::failed, &session, &app::Session::failed);
    const descriptors::ClusteringRecord usual;
    take(usual);
    const auto touched = [this] {
        m_touched = true;
        ask();
    };
    connect(m_minSize, &QSpinBox::valueChanged, this, touched);
    connect(m_method, &QComboBox::activated, this, touched);
    connect(m_view, &ClusterTrialView::moved, this, [this] { m_touched = true; });
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
            take(**last);
            m_touched = false; // it was not a person
            ask();
        },
        this);
}

void ClusterDialog::take(const descriptors::ClusteringRecord& record) {
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(record.method)));
    m_minSize->setValue(static_cast<int>(record.minSize));
    ClusterTrial::Question asked = question();
    asked.thresholdMilli = static_cast<std::uint32_t>(std::lround(record.threshold * kPerOne));
    m_view->setQuestion(asked);
}

ClusterTrial::Question ClusterDialog::question() const {
    return {static_cast<ClusterMethod>(m_method->currentData().toInt()), m_view->question().thresholdMilli,
            static_cast<std::uint32_t>(m_minSize->value())};
}

void ClusterDialog::ask() {
    m_view->setQuestion(question());
    m_view->ask();
}

ThresholdSlider& ClusterDialog::slider() const {
    return m_view->slider();
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
    const ClusterTrial::Question chosen = question();
    options.method = chosen.method;
    options.threshold = chosen.thresholdMilli / kPerOne;
    options.minSize = chosen.minSize;
    m_session.clusterTopics(m_encoder->text(), options);
    QDialog::accept();
}

} // namespace neuroscribe::ui
