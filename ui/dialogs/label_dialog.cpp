#include "ui/dialogs/label_dialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/dialogs/ask_page.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr QSize kSize(620, 480);
constexpr int kNameWidth = 180;
enum Column { Name, Synonyms, Columns };
enum Page { Words, Ask, File };

QLabel* explanation(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString textOf(const QTableWidget& table, int row, Column column) {
    const QTableWidgetItem* item = table.item(row, column);
    return item ? item->text().simplified() : QString();
}

} // namespace

LabelDialog::LabelDialog(app::Session& session, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_pages(new QTabWidget(this)),
      m_terms(new QTableWidget(0, Columns, this)), m_file(new QLineEdit(this)), m_annotator(new QComboBox(this)),
      m_ask(new AskPage(session, settings, this)) {
    setWindowTitle(tr("Label sentences"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_label = buttons->addButton(tr("&Label"), QDialogButtonBox::AcceptRole);
    m_label->setDefault(true);
    m_pages->setDocumentMode(true);
    m_pages->addTab(wordsPage(), tr("Match &words"));
    m_pages->addTab(m_ask, tr("Ask a lan&guage model"));
    m_pages->addTab(filePage(), tr("Import a &file"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LabelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &LabelDialog::reject);
    connect(m_terms, &QTableWidget::itemChanged, this, [this] {
        keepEmptyRow();
        validate();
    });
    connect(m_file, &QLineEdit::textChanged, this, &LabelDialog::validate);
    connect(m_ask, &AskPage::changed, this, &LabelDialog::validate);
    connect(m_pages, &QTabWidget::currentChanged, this, &LabelDialog::validate);
    fillDescriptors();
    resize(kSize);
    validate();
}

QWidget* LabelDialog::wordsPage() {
    auto* page = new QWidget;
    m_terms->setHorizontalHeaderLabels({tr("Descriptor"), tr("Further words, separated by commas")});
    m_terms->setColumnWidth(Name, kNameWidth);
    m_terms->horizontalHeader()->setStretchLastSection(true);
    m_terms->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_terms->verticalHeader()->setVisible(false);
    m_terms->setAccessibleName(tr("Descriptors"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(
        explanation(tr("A sentence has a descriptor when its name, or one of the further words, occurs in "
                       "it in any form. Every sentence gets an answer. Descriptors that somebody else has "
                       "answered, such as columns of an import, keep those answers."),
                    page));
    column->addWidget(m_terms, 1);
    return page;
}

QWidget* LabelDialog::filePage() {
    auto* page = new QWidget;
    auto* browse = new QPushButton(tr("&Browse..."), page);
    connect(browse, &QPushButton::clicked, this, &LabelDialog::chooseFile);
    auto* file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(browse);
    m_file->setAccessibleName(tr("File"));
    m_annotator->setEditable(true);
    m_annotator->setAccessibleName(tr("Answers of"));
    m_annotator->addItem(tr("The label matrix B"), QStringLiteral("B"));
    auto* fileLabel = new QLabel(tr("F&ile"), page);
    fileLabel->setBuddy(m_file);
    auto* form = new QFormLayout;
    form->addRow(fileLabel, file);
    form->addRow(tr("&Answers of"), m_annotator);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(
        explanation(tr("CSV, TSV or JSON lines with a column \"id\" or \"text\" and one column per descriptor "
                       "with 0 or 1, yes or no; empty is unanswered. Another name than B makes reference "
                       "labels, which stand beside the matrix and never overwrite it."),
                    page));
    column->addLayout(form);
    column->addStretch(1);
    return page;
}

void LabelDialog::fillDescriptors() {
    const QSignalBlocker quiet(m_terms); // else every row would get an empty one below
    if (const auto study = m_session.study())
        for (const labels::Descriptor& descriptor : study->descriptors) {
            QStringList synonyms;
            for (const std::string& term : descriptor.synonyms)
                synonyms += QString::fromStdString(term);
            addRow(QString::fromStdString(descriptor.name), synonyms.join(QLatin1String(", ")));
        }
    keepEmptyRow();
}

void LabelDialog::addRow(const QString& name, const QString& synonyms) {
    const int row = m_terms->rowCount();
    m_terms->insertRow(row);
    m_terms->setItem(row, Name, new QTableWidgetItem(name));
    m_terms->setItem(row, Synonyms, new QTableWidgetItem(synonyms));
}

/// There is always a place to type the next descriptor.
void LabelDialog::keepEmptyRow() {
    const int last = m_terms->rowCount() - 1;
    if (last < 0 || !textOf(*m_terms, last, Name).isEmpty())
        addRow({}, {});
}

void LabelDialog::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a file of labels"), m_settings.lastFolder(),
                                                      tr("Labels (*.csv *.tsv *.jsonl);;All files (*)"));
    if (file.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(file).path());
    m_file->setText(file);
}

void LabelDialog::validate() {
    switch (m_pages->currentIndex()) {
    case Words: {
        bool named = false;
        for (int row = 0; row < m_terms->rowCount(); ++row)
            named |= !textOf(*m_terms, row, Name).isEmpty();
        return m_label->setEnabled(named);
    }
    case Ask:
        return m_label->setEnabled(m_ask->isComplete());
    case File:
        return m_label->setEnabled(QFileInfo(m_file->text()).isFile());
    }
}

void LabelDialog::importFile() {
    const QString typed = m_annotator->currentText().trimmed();
    const bool matrix = typed.isEmpty() || typed == m_annotator->itemText(0);
    m_session.importLabels(m_file->text(), matrix ? m_annotator->itemData(0).toString() : typed);
}

void LabelDialog::labelByWords() {
    std::vector<app::Session::DescriptorTerms> terms;
    for (int row = 0; row < m_terms->rowCount(); ++row) {
        app::Session::DescriptorTerms entry{textOf(*m_terms, row, Name), {}};
        for (const QString& word : textOf(*m_terms, row, Synonyms).split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (!word.trimmed().isEmpty())
                entry.synonyms += word.trimmed();
        if (!entry.name.isEmpty())
            terms.push_back(entry);
    }
    m_session.labelLexically(terms);
}

void LabelDialog::accept() {
    switch (m_pages->currentIndex()) {
    case Words:
        labelByWords();
        break;
    case Ask:
        m_ask->start();
        break;
    case File:
        importFile();
    }
    QDialog::accept();
}

} // namespace neuroscribe::ui
