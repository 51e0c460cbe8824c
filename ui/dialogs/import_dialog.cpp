#include "ui/dialogs/import_dialog.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/dialogs/import_form.h"
#include "ui/models/import_text.h"
#include "ui/models/preview_model.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/value_table.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace neuroscribe::ui {
namespace {

constexpr QSize kSize(960, 620);
constexpr int kNamedFiles = 3;

QString namesOf(const QStringList& files) {
    QStringList names;
    for (const QString& file : files.mid(0, kNamedFiles))
        names += QFileInfo(file).fileName();
    const auto more = static_cast<int>(files.size()) - kNamedFiles;
    QString text = names.join(QLatin1String(", "));
    if (more > 0)
        text += QLatin1Char(' ') + ImportDialog::tr("and %Ln more", nullptr, more);
    return text;
}

} // namespace

ImportDialog::ImportDialog(app::Session& session, app::Settings& settings, const QStringList& files, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_fileNames(new QLabel(this)),
      m_kept(new QLabel(this)), m_dropped(new QLabel(this)), m_form(new ImportForm(this)),
      m_model(new PreviewModel(this)), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this)),
      m_import(m_buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole)) {
    setWindowTitle(tr("Import sentences"));
    buildLayout();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_form, &ImportForm::changed, this, &ImportDialog::restart);
    connect(&m_preview, &app::ImportPreview::updated, this, &ImportDialog::showPreview);
    connect(&m_preview, &app::ImportPreview::failed, this, &ImportDialog::showError);
    setFiles(files);
}

void ImportDialog::buildLayout() {
    m_fileNames->setWordWrap(true);
    auto* choose = new QPushButton(tr("Choose &files..."), this);
    choose->setAutoDefault(false); // after choosing, Enter imports
    connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    auto* top = new QHBoxLayout;
    top->addWidget(choose);
    top->addWidget(m_fileNames, 1);

    m_form->setContentsMargins(0, 0, 14, 0);
    auto* options = new ColumnScroll(m_form, this);
    options->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);

    auto* table = new ValueTable(this);
    table->setModel(m_model);
    table->setAccessibleName(tr("First records"));
    table->setFrameShape(QFrame::StyledPanel);
    table->horizontalHeader()->setSectionResizeMode(PreviewModel::Text, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_dropped->setWordWrap(true);
    m_dropped->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_kept->setFont(bold);
    auto* right = new QVBoxLayout;
    right->addWidget(m_kept);
    right->addWidget(m_dropped);
    right->addWidget(table, 1);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(14);
    middle->addWidget(options);
    middle->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(top);
    column->addLayout(middle, 1);
    column->addWidget(m_buttons);
    m_import->setDefault(true);
    resize(kSize);
}

void ImportDialog::setFiles(const QStringList& files) {
    m_files = files;
    m_shape.clear();
    m_recalled = false;
    m_form->clearFields();
    m_fileNames->setText(files.isEmpty()
                             ? tr("JSON lines, JSON, CSV, TSV, Amazon reviews, plain text or WordNet; also compressed.")
                             : namesOf(files));
    restart();
}

void ImportDialog::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Choose files"), m_settings.lastFolder());
    if (files.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(files.front()).path());
    setFiles(files);
}

void ImportDialog::restart() {
    m_import->setEnabled(false);
    m_preview.stop();
    m_kept->setText(m_files.isEmpty() ? tr("No file is chosen yet") : tr("Reading..."));
    m_dropped->clear();
    if (m_files.isEmpty()) {
        m_model->setPreview({}, {});
        return;
    }
    m_preview.start(m_files, m_form->options());
}

void ImportDialog::showPreview(const corpus::Preview& preview) {
    recallMapping(preview);
    m_form->setDetected(preview);
    m_model->setPreview(preview, m_form->options().labelFields);
    const QLocale locale;
    const QString kept = locale.toString(static_cast<qulonglong>(preview.counts.kept));
    const QString read = locale.toString(static_cast<qulonglong>(preview.counts.read));
    m_kept->setText(preview.complete ? tr("%1 of %2 records are kept").arg(kept, read)
                                     : tr("%1 of %2 records are kept so far").arg(kept, read));
    QString dropped = droppedText(preview.counts);
    if (preview.counts.replacedUtf8 != 0)
        dropped += (dropped.isEmpty() ? QString() : QStringLiteral("; ")) +
                   tr("%1 with replaced characters")
                       .arg(locale.toString(static_cast<qulonglong>(preview.counts.replacedUtf8)));
    m_dropped->setText(dropped);
    m_import->setEnabled(preview.counts.kept != 0);
}

void ImportDialog::showError(const Error& error) {
    const bool fieldWanted = error.code == ErrorCode::InvalidArgument && m_form->needsTextField();
    m_kept->setText(fieldWanted ? tr("Which field holds the text?") : app::errorSentence(error));
    m_dropped->setText(fieldWanted ? tr("Choose it under \"Text field\".") : QString::fromStdString(error.why));
    m_model->setPreview({}, {});
    m_import->setEnabled(false);
}

/// Files with the same fields as earlier ones are read as those were.
void ImportDialog::recallMapping(const corpus::Preview& preview) {
    if (m_recalled || preview.fields.empty())
        return;
    m_recalled = true;
    QStringList fields{QString::fromLatin1(corpus::formatName(preview.format))};
    for (const std::string& field : preview.fields)
        fields += QString::fromStdString(field);
    m_shape = fields.join(QLatin1Char('\n'));
    const QByteArray mapping = m_settings.importMapping(m_shape);
    if (mapping.isEmpty())
        return;
    m_form->setDetected(preview);
    m_form->setMapping(mapping);
    QMetaObject::invokeMethod(this, &ImportDialog::restart, Qt::QueuedConnection);
}

void ImportDialog::accept() {
    m_preview.stop();
    if (!m_shape.isEmpty())
        m_settings.setImportMapping(m_shape, m_form->mapping());
    m_session.importFiles(m_files, m_form->options());
    QDialog::accept();
}

} // namespace neuroscribe::ui
