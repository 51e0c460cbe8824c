#include "ui/widgets/engine_form.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "app/settings/keychain.h"
#include "app/settings/settings.h"
#include "core/llm/engine_spec.h"
#include "core/llm/server_check.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr int kFieldWidth = 320;

const QString kDefaultAddress = QStringLiteral("http://localhost:8000/v1");

QFormLayout* pageForm(QWidget* page) {
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

/// A row whose label leads to the field by its mnemonic also where field and button share the row.
void addRow(QFormLayout* form, const QString& label, QWidget* field, QPushButton* button = nullptr) {
    auto* caption = new QLabel(label, form->parentWidget());
    caption->setBuddy(field);
    if (!button)
        return form->addRow(caption, field);
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(button);
    form->addRow(caption, row);
}

} // namespace

EngineForm::EngineForm(app::Session& session, app::Settings& settings, bool withWords, QWidget* parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_kind(new QComboBox(this)),
      m_pages(new QStackedWidget(this)), m_folder(new QLineEdit(this)), m_device(new QComboBox(this)),
      m_address(new QLineEdit(this)), m_model(new QComboBox(this)), m_key(new QLineEdit(this)),
      m_keep(new QCheckBox(tr("&Keep the key in the keychain"), this)),
      m_test(new QPushButton(tr("&Test connection"), this)), m_outcome(new QLabel(this)) {
    if (withWords)
        m_kind->addItem(tr("Words, without a model"), QVariant::fromValue(static_cast<int>(Kind::Words)));
    m_kind->addItem(tr("Model on this computer"), QVariant::fromValue(static_cast<int>(Kind::Folder)));
    m_kind->addItem(tr("Server (OpenAI-compatible)"), QVariant::fromValue(static_cast<int>(Kind::Server)));
    m_kind->setAccessibleName(tr("Engine"));
    m_pages->addWidget(new QWidget(m_pages));
    m_pages->addWidget(folderPage());
    m_pages->addWidget(serverPage());
    auto* column = new QFormLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    column->addRow(tr("&Engine"), m_kind);
    column->addRow(m_pages);
    restore();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EngineForm::kindChanged);
    connect(m_folder, &QLineEdit::textChanged, this, &EngineForm::changed);
    connect(m_address, &QLineEdit::textChanged, this, &EngineForm::changed);
    connect(m_address, &QLineEdit::textChanged, this, &EngineForm::dropStoredKey);
    connect(m_address, &QLineEdit::editingFinished, this, &EngineForm::readStoredKey);
    connect(m_model, &QComboBox::currentTextChanged, this, &EngineForm::changed);
    connect(m_key, &QLineEdit::textChanged, this, &EngineForm::changed);
    connect(m_test, &QPushButton::clicked, this, &EngineForm::testConnection);
    kindChanged();
}

QWidget* EngineForm::folderPage() {
    auto* page = new QWidget(m_pages);
    auto* form = pageForm(page);
    auto* browse = new QPushButton(tr("&Browse..."), page);
    connect(browse, &QPushButton::clicked, this, &EngineForm::chooseFolder);
    m_folder->setMinimumWidth(kFieldWidth);
    m_folder->setAccessibleName(tr("Model folder"));
    m_folder->setPlaceholderText(tr("T5, FLAN-T5 or GPT-NeoX in Hugging Face layout"));
    addRow(form, tr("M&odel folder"), m_folder, browse);
    m_device->setAccessibleName(tr("Device"));
    m_device->addItem(tr("The fastest there is"), QStringLiteral("auto"));
    m_device->addItem(tr("Processor"), QStringLiteral("cpu"));
    m_device->addItem(tr("Graphics card (CUDA)"), QStringLiteral("cuda"));
    addRow(form, tr("&Device"), m_device);
    return page;
}

QWidget* EngineForm::serverPage() {
    auto* page = new QWidget(m_pages);
    auto* form = pageForm(page);
    m_address->setMinimumWidth(kFieldWidth);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(kDefaultAddress);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setAccessibleName(tr("Model"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(tr("Key"));
    m_key->setPlaceholderText(tr("Only where the server asks for one"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    addRow(form, tr("&Address"), m_address);
    addRow(form, tr("&Model"), m_model, m_test);
    addRow(form, tr("Ke&y"), m_key);
    form->addRow(QString(), m_keep);
    form->addRow(m_outcome);
    return page;
}

void EngineForm::restore() {
    const auto spec = llm::parseEngineSpec(m_settings.lastEngine().toStdString());
    Kind kind = Kind::Words;
    if (spec && spec->kind == llm::EngineKind::Folder) {
        kind = Kind::Folder;
        m_folder->setText(QFile::decodeName(QByteArray::fromStdString(spec->folder)));
    } else if (spec && spec->kind == llm::EngineKind::Server) {
        kind = Kind::Server;
        m_address->setText(QString::fromStdString(spec->baseUrl));
        m_model->setEditText(QString::fromStdString(spec->model));
        readStoredKey();
    }
    const int index = m_kind->findData(static_cast<int>(kind));
    m_kind->setCurrentIndex(index < 0 ? 0 : index);
}

EngineForm::Kind EngineForm::kind() const {
    return static_cast<Kind>(m_kind->currentData().toInt());
}

void EngineForm::kindChanged() {
    m_pages->setCurrentIndex(static_cast<int>(kind()));
    // The pages differ in height; the hidden ones ask for no room.
    for (int page = 0; page < m_pages->count(); ++page)
        m_pages->widget(page)->setSizePolicy(
            QSizePolicy::Preferred, page == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_pages->setVisible(kind() != Kind::Words);
    if (kind() == Kind::Server && m_address->text().isEmpty())
        m_address->setText(kDefaultAddress);
    emit changed();
}

bool EngineForm::isComplete() const {
    switch (kind()) {
    case Kind::Words:
        return true;
    case Kind::Folder:
        return QFileInfo(m_folder->text() + QLatin1String("/config.json")).isFile();
    case Kind::Server:
        return !m_model->currentText().trimmed().isEmpty() && llm::parseEngineSpec(options().spec).ok();
    }
    return false;
}

llm::EngineOptions EngineForm::options() const {
    llm::EngineOptions options;
    switch (kind()) {
    case Kind::Words:
        options.spec = "lexical";
        break;
    case Kind::Folder:
        options.spec = QFile::encodeName(m_folder->text()).toStdString();
        options.device = m_device->currentData().toString().toStdString();
        break;
    case Kind::Server:
        options.spec = "openai:" + m_address->text().trimmed().toStdString() + "#" +
                       m_model->currentText().trimmed().toStdString();
        options.apiKey = m_key->text().trimmed().toStdString();
        break;
    }
    return options;
}

QString EngineForm::address() const {
    return m_address->text().trimmed();
}

void EngineForm::remember() {
    m_settings.setLastEngine(QString::fromStdString(options().spec));
    const QString key = m_key->text().trimmed();
    if (kind() != Kind::Server || !m_keep->isChecked() || key == m_storedKey)
        return;
    app::Session& session = m_session;
    app::writeKey(m_address->text().trimmed(), key, &session, [&session](const QString& why) {
        if (!why.isEmpty())
            emit session.noticed(tr("The keychain did not take the key: %1").arg(why));
    });
}

void EngineForm::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the model's folder"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

/// The address has changed: a key that the keychain keeps for one server is never sent to another.
void EngineForm::dropStoredKey() {
    const QString stored = std::exchange(m_storedKey, {});
    if (!stored.isEmpty() && m_key->text() == stored)
        m_key->clear();
}

void EngineForm::readStoredKey() {
    const QString server = m_address->text().trimmed();
    app::readKey(server, this, [this, server](const QString& key, const QString&) {
        if (server != m_address->text().trimmed() || key.isEmpty())
            return;
        m_storedKey = key;
        m_keep->setChecked(true);
        if (m_key->text().isEmpty())
            m_key->setText(key);
    });
}

void EngineForm::testConnection() {
    m_test->setEnabled(false);
    m_outcome->setText(tr("Asking the server..."));
    llm::EngineOptions asked = options();
    if (m_model->currentText().trimmed().isEmpty())
        asked.spec += "any"; // the list of models depends on none
    using Models = std::vector<std::string>;
    m_session.ask<Models>(
        QStringLiteral("engine.test"),
        [asked](store::Database&, std::stop_token stop) { return llm::listModels(asked, stop); },
        [this](Result<Models> models) {
            m_test->setEnabled(true);
            if (models)
                showModels(*models);
            else
                m_outcome->setText(app::errorSentence(models.error()));
        },
        this);
}

void EngineForm::showModels(const std::vector<std::string>& models) {
    m_outcome->setText(models.empty()
                           ? tr("The server answers. It keeps no list of models: type the name of one.")
                           : tr("The server answers. It has %Ln model(s).", nullptr, static_cast<int>(models.size())));
    const QString chosen = m_model->currentText();
    {
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        for (const std::string& model : models)
            m_model->addItem(QString::fromStdString(model));
        if (!chosen.isEmpty())
            m_model->setEditText(chosen);
    }
    emit changed();
}

} // namespace neuroscribe::ui
