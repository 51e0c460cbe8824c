#include "ui/dialogs/extract_dialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/nn/bert_config.h"
#include "core/nn/forward.h"
#include "core/pipeline/places.h"

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
#include <QThread>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kFolderWidth = 340;
constexpr int kMostThreads = 1024;
constexpr const char* kBuiltInModel = "demo/reviews-bert-mini";

QString builtInModel() {
    const auto folder = pipeline::findResource(kBuiltInModel);
    return folder ? QFile::decodeName(QByteArray::fromStdString(*folder)) : QString();
}

} // namespace

ExtractDialog::ExtractDialog(app::Session& session, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_model(new QLineEdit(this)),
      m_threads(new QSpinBox(this)), m_summary(new QLabel(this)) {
    setWindowTitle(tr("Extract activations"));
    auto* form = new QFormLayout;
    auto* browse = new QPushButton(tr("&Browse..."), this);
    auto* model = new QHBoxLayout;
    model->addWidget(m_model, 1);
    model->addWidget(browse);
    auto* modelLabel = new QLabel(tr("&Model folder"), this);
    modelLabel->setBuddy(m_model);
    m_model->setMinimumWidth(kFolderWidth);
    m_model->setAccessibleName(tr("Model folder"));
    m_model->setPlaceholderText(tr("A BERT, DistilBERT or RoBERTa in Hugging Face layout"));
    form->addRow(modelLabel, model);
    m_site = addCombo(form, tr("&Site"), tr("Site"));
    m_pooling = addCombo(form, tr("&Pooling"), tr("Pooling"));
    m_dtype = addCombo(form, tr("Store &as"), tr("Store as"));
    m_device = addCombo(form, tr("&Device"), tr("Device"));
    m_threads->setRange(0, kMostThreads);
    m_threads->setSpecialValueText(tr("all (%1)").arg(QLocale().toString(QThread::idealThreadCount())));
    m_threads->setAccessibleName(tr("Threads"));
    form->addRow(tr("&Threads"), m_threads);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_extract = buttons->addButton(tr("&Extract"), QDialogButtonBox::AcceptRole);
    m_extract->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_summary);
    column->addStretch(1);
    column->addWidget(buttons);
    fillChoices();
    proposeLastRun();
    connect(browse, &QPushButton::clicked, this, &ExtractDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExtractDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExtractDialog::reject);
    connect(m_model, &QLineEdit::textChanged, this, &ExtractDialog::describe);
    connect(m_site, &QComboBox::currentIndexChanged, this, &ExtractDialog::describe);
    connect(m_dtype, &QComboBox::currentIndexChanged, this, &ExtractDialog::describe);
    describe();
}

QComboBox* ExtractDialog::addCombo(QFormLayout* form, const QString& label, const QString& name) {
    auto* combo = new QComboBox(this);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    form->addRow(label, combo);
    return combo;
}

void ExtractDialog::fillChoices() {
    m_site->addItem(tr("Feed-forward output (the paper's neurons)"), static_cast<int>(nn::Site::FfnOutput));
    m_site->addItem(tr("Feed-forward inner, after GELU"), static_cast<int>(nn::Site::FfnInner));
    m_site->addItem(tr("Attention output"), static_cast<int>(nn::Site::AttentionOutput));
    m_site->addItem(tr("Block output"), static_cast<int>(nn::Site::BlockOutput));
    m_pooling->addItem(tr("[CLS] token"), static_cast<int>(nn::Pooling::Cls));
    m_pooling->addItem(tr("Mean of the tokens"), static_cast<int>(nn::Pooling::Mean));
    m_pooling->addItem(tr("Maximum of the tokens"), static_cast<int>(nn::Pooling::Max));
    m_dtype->addItem(tr("16-bit numbers"), static_cast<int>(store::DType::Float16));
    m_dtype->addItem(tr("32-bit numbers"), static_cast<int>(store::DType::Float32));
    m_device->addItem(tr("The fastest there is"), QStringLiteral("auto"));
    m_device->addItem(tr("Processor"), QStringLiteral("cpu"));
    m_device->addItem(tr("Graphics card (CUDA)"), QStringLiteral("cuda"));
}

/// Going on with a run needs the same settings; so they are what is proposed.
void ExtractDialog::proposeLastRun() {
    const auto study = m_session.study();
    QString model = m_settings.lastModel();
    if (study && study->run) {
        model = QFile::decodeName(QByteArray::fromStdString(study->run->model));
        m_site->setCurrentIndex(m_site->findData(static_cast<int>(study->run->site)));
        m_pooling->setCurrentIndex(m_pooling->findData(static_cast<int>(study->run->pooling)));
        m_dtype->setCurrentIndex(m_dtype->findData(static_cast<int>(study->run->dtype)));
    }
    if (model.isEmpty() || !QFileInfo(model).isDir())
        model = builtInModel();
    m_model->setText(model);
}

void ExtractDialog::choose() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the model's folder"), m_model->text());
    if (!folder.isEmpty())
        m_model->setText(folder);
}

void ExtractDialog::describe() {
    const QString folder = m_model->text();
    const auto model = nn::loadBertConfig(QFile::encodeName(folder).toStdString());
    m_extract->setEnabled(!folder.isEmpty() && model && m_session.study());
    if (folder.isEmpty())
        return m_summary->setText(
            tr("Choose the folder that holds config.json, the vocabulary and the weights (model.safetensors or "
               "pytorch_model.bin)."));
    if (!model)
        return m_summary->setText(tr("There is no config.json of a BERT, DistilBERT or RoBERTa in this folder."));
    const qint64 layers = model->layers;
    const qint64 units = nn::unitsAt(*model, options().encoder.site);
    const auto sentences = static_cast<qint64>(m_session.study() ? m_session.study()->corpus->size() : 0);
    const qint64 neurons = layers * units;
    const auto bytes = sentences * neurons * static_cast<qint64>(sizeOf(options().dtype));
    const QLocale locale;
    m_summary->setText(tr("%1 sentences × %2 neurons (%3 layers × %4): %5 on disk. It can be stopped and resumed.")
                           .arg(locale.toString(sentences), locale.toString(neurons), locale.toString(layers),
                                locale.toString(units), locale.formattedDataSize(bytes)));
}

extraction::ExtractOptions ExtractDialog::options() const {
    extraction::ExtractOptions options;
    options.model = QFile::encodeName(m_model->text()).toStdString();
    options.encoder.site = static_cast<nn::Site>(m_site->currentData().toInt());
    options.encoder.pooling = static_cast<nn::Pooling>(m_pooling->currentData().toInt());
    options.encoder.device = m_device->currentData().toString().toStdString();
    options.encoder.threads = static_cast<unsigned>(m_threads->value());
    options.dtype = static_cast<store::DType>(m_dtype->currentData().toInt());
    return options;
}

void ExtractDialog::accept() {
    m_settings.setLastModel(m_model->text());
    m_session.extract(options());
    QDialog::accept();
}

} // namespace neuroscribe::ui
