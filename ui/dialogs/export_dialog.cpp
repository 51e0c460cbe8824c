#include "ui/dialogs/export_dialog.h"

#include "app/session/file_jobs.h"
#include "app/session/session.h"
#include "core/labels/person_answers.h"
#include "ui/models/rule_text.h"
#include "ui/widgets/save_file.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace neuroscribe::ui {
namespace {

using pipeline::CorrelationView;
using pipeline::ExportFormat;
using pipeline::ExportKind;
using Value = tagging::Tagger::Value;

constexpr int kTextWidth = 380;
constexpr int kFirstRule = 100; ///< the data of values that are rules; before it stand Tagger::Value

Result<Answerers> load(store::Database& database) {
    Answerers found;
    NS_ASSIGN(const auto annotators, labels::loadAnnotators(database));
    for (const std::string& name : annotators)
        if (name != labels::kLabelMatrixName)
            found.annotators += QString::fromStdString(name);
    NS_ASSIGN(const auto people, labels::loadPeople(database));
    for (const std::string& person : people) {
        NS_ASSIGN(const auto answers, labels::loadPersonAnswers(database, person));
        found.answers += answers.size();
    }
    return found;
}

} // namespace

ExportDialog::ExportDialog(app::Session& session, app::FileJobs& jobs, QWidget* parent)
    : QDialog(parent), m_session(session), m_jobs(jobs), m_kinds(new QListWidget(this)), m_about(new QLabel(this)),
      m_form(new QFormLayout), m_size(new QLabel(this)), m_thresholds(new QLabel(this)) {
    setWindowTitle(tr("Export a part of the study"));
    m_kinds->setAccessibleName(tr("What to export"));
    for (std::size_t kind = 0; kind < pipeline::kExportKinds; ++kind) {
        const auto each = static_cast<ExportKind>(kind);
        auto* item = new QListWidgetItem(exportName(each), m_kinds);
        item->setToolTip(exportAbout(each));
    }
    QWidget* right = buildRight(); // before the buttons: Tab goes in the order of making
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export..."), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(18);
    row->addWidget(m_kinds);
    row->addWidget(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    fillChoices();
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_kinds, &QListWidget::currentRowChanged, this, &ExportDialog::showKind);
    connect(m_kinds, &QListWidget::itemActivated, m_export, &QPushButton::click);
    for (QComboBox* combo : {m_format, m_annotator, m_view, m_value})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::describe);
    connect(&session, &app::Session::changed, this, &ExportDialog::describe);
    m_kinds->setCurrentRow(0);
    m_kinds->setFixedWidth(m_kinds->sizeHintForColumn(0) + 2 * m_kinds->frameWidth() + fontMetrics().height());
    m_kinds->setMinimumHeight(m_kinds->sizeHintForRow(0) * m_kinds->count() + 2 * m_kinds->frameWidth());
    m_kinds->setFocus();
    readAnnotators();
}

QWidget* ExportDialog::buildRight() {
    auto* right = new QWidget(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_format = addCombo(tr("&Format"), tr("Format"));
    m_annotator = addCombo(tr("&Annotator"), tr("Annotator"));
    m_view = addCombo(tr("&View"), tr("View of the correlation"));
    m_value = addCombo(tr("Va&lue"), tr("Value of the heat map"));
    for (QLabel* label : {m_about, m_size, m_thresholds}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(kTextWidth);
    }
    m_about->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_thresholds->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_about);
    column->addLayout(m_form);
    column->addWidget(m_size);
    column->addWidget(m_thresholds);
    column->addStretch(1);
    return right;
}

QComboBox* ExportDialog::addCombo(const QString& label, const QString& name) {
    auto* combo = new QComboBox(this);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_form->addRow(label, combo);
    return combo;
}

void ExportDialog::fillChoices() {
    m_view->addItem(tr("over sentences"), static_cast<int>(CorrelationView::Sentences));
    m_view->addItem(tr("over neurons"), static_cast<int>(CorrelationView::Neurons));
    m_view->addItem(tr("difference of the two"), static_cast<int>(CorrelationView::Difference));
    m_value->addItem(tr("f, the share of the exemplars"), static_cast<int>(Value::F));
    m_value->addItem(tr("lift"), static_cast<int>(Value::Lift));
    m_value->addItem(tr("p"), static_cast<int>(Value::P));
    m_value->addItem(tr("q"), static_cast<int>(Value::Q));
    m_value->addItem(tr("exemplars that have it"), static_cast<int>(Value::X));
    for (const tagging::Rule rule : tagging::allRules())
        if (rule != tagging::Rule::Lift) // it is above
            m_value->addItem(ruleTitle(rule), kFirstRule + static_cast<int>(rule));
}

void ExportDialog::readAnnotators() {
    m_session.query<Answerers>(
        QStringLiteral("export.annotators"), [](store::Database& database, std::stop_token) { return load(database); },
        [this](const Result<Answerers>& found) {
            if (!found) {
                emit m_session.failed(found.error());
                return;
            }
            m_answerers = *found;
            m_annotator->addItems(m_answerers.annotators);
            describe();
        },
        this);
}

pipeline::ExportRequest ExportDialog::request() const {
    pipeline::ExportRequest request;
    request.kind = static_cast<ExportKind>(m_kinds->currentRow());
    request.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    request.view = static_cast<CorrelationView>(m_view->currentData().toInt());
    const int value = m_value->currentData().toInt();
    if (value >= kFirstRule)
        request.rule = static_cast<tagging::Rule>(value - kFirstRule);
    else
        request.value = static_cast<Value>(value);
    if (request.kind == ExportKind::ReferenceLabels)
        request.annotator = m_annotator->currentText().toStdString();
    return request;
}

void ExportDialog::showKind() {
    const auto kind = static_cast<ExportKind>(m_kinds->currentRow());
    showFormats(kind);
    const std::pair<QComboBox*, ExportKind> choices[] = {
        {m_annotator, ExportKind::ReferenceLabels}, {m_view, ExportKind::Correlation}, {m_value, ExportKind::HeatMap}};
    for (const auto& [combo, owner] : choices) {
        m_form->labelForField(combo)->setVisible(kind == owner);
        combo->setVisible(kind == owner);
    }
    m_about->setText(exportAbout(kind));
    describe();
}

/// The format stays where the next part has it too.
void ExportDialog::showFormats(ExportKind kind) {
    const QVariant before = m_format->currentData();
    const QSignalBlocker quiet(m_format);
    m_format->clear();
    for (const ExportFormat format : formatsOf(kind))
        m_format->addItem(formatText(format), static_cast<int>(format));
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    m_format->setEnabled(m_format->count() > 1);
}

void ExportDialog::describe() {
    const pipeline::ExportRequest wanted = request();
    const QString missing = whyNoExport(m_session, m_answerers, wanted);
    m_export->setEnabled(missing.isEmpty());
    m_size->setText(missing.isEmpty() ? sizeText(wanted, exportSize(m_session, m_answerers, wanted)) : missing);
    const bool atThresholds = wanted.kind != ExportKind::Correlation || wanted.view != CorrelationView::Sentences;
    m_thresholds->setText(missing.isEmpty() && usesThresholds(wanted.kind) && atThresholds ? thresholdText()
                                                                                           : QString());
}

/// Only what the part depends on: ranks, profiles and values are the same at every t.
QString ExportDialog::thresholdText() const {
    const tagging::Thresholds& now = m_session.thresholds();
    const QLocale locale;
    const ExportKind kind = request().kind;
    QStringList parts{tr("k = %1 %").arg(locale.toString(now.kMilli / 1000.0))};
    if (kind == ExportKind::Tags || kind == ExportKind::Matrix)
        parts += tr("%1 above %2").arg(ruleTitle(now.rule), locale.toString(now.tMilli / 1000.0));
    parts += now.split == corpus::Split::Calibration ? tr("calibration half") : tr("validation half");
    parts += now.tail == tagging::Tail::Top ? tr("top tail") : tr("bottom tail");
    return tr("At the thresholds in force: %1.").arg(parts.join(QStringLiteral(", ")));
}

void ExportDialog::accept() {
    pipeline::ExportRequest wanted = request();
    const QString name = m_session.title() + QLatin1Char('-') + QString::fromLatin1(kindName(wanted.kind));
    const QString file =
        askWhereToSave(this, {tr("Export %1").arg(exportName(wanted.kind)), fileNameOf(name),
                              QString::fromLatin1(formatName(wanted.format)), formatText(wanted.format)});
    if (file.isEmpty() || !whyNoExport(m_session, m_answerers, wanted).isEmpty())
        return; // the study may have been closed meanwhile
    m_jobs.exportPart(file, wanted);
    QDialog::accept();
}

} // namespace neuroscribe::ui
