#include "ui/dialogs/ask_page.h"

#include "app/session/session.h"
#include "core/llm/prompt_template.h"
#include "ui/widgets/engine_form.h"
#include "ui/widgets/engine_trial_view.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kDescriptorsHeight = 90;
constexpr int kPromptHeight = 62;

QPlainTextEdit* textField(const QString& name, int height, QWidget* parent) {
    auto* field = new QPlainTextEdit(parent);
    field->setAccessibleName(name);
    field->setTabChangesFocus(true);
    field->setFixedHeight(height);
    return field;
}

} // namespace

AskPage::AskPage(app::Session& session, app::Settings& settings, QWidget* parent)
    : QWidget(parent), m_session(session), m_engine(new EngineForm(session, settings, false, this)),
      m_descriptors(textField(tr("Descriptors"), kDescriptorsHeight, this)),
      m_prompt(textField(tr("Prompt"), kPromptHeight, this)), m_annotator(new QComboBox(this)),
      m_summary(new QLabel(this)) {
    m_prompt->setPlainText(QString::fromUtf8(llm::kDefaultYesNoTemplate));
    m_annotator->setEditable(true);
    m_annotator->setAccessibleName(tr("Answers of"));
    m_annotator->addItem(tr("The label matrix B"), QStringLiteral("B"));
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_trial = new EngineTrialView(
        session,
        [this]() -> EngineTrialView::Ask {
            return [engine = m_engine->options(), request = request(), question = descriptors().value(0).toStdString()](
                       store::Database& database, SentenceId sentence, std::stop_token stop) {
                return app::tryYesNo(database, engine, request, sentence, question, stop);
            };
        },
        this);
    fillDescriptors();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Descripto&rs"), m_descriptors);
    form->addRow(tr("&Prompt"), m_prompt);
    form->addRow(tr("A&nswers of"), m_annotator);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(m_engine);
    column->addLayout(form, 1);
    column->addWidget(m_trial);
    column->addWidget(m_summary);
    connect(m_engine, &EngineForm::changed, this, &AskPage::validate);
    connect(m_descriptors, &QPlainTextEdit::textChanged, this, &AskPage::validate);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &AskPage::validate);
    validate();
}

void AskPage::fillDescriptors() {
    QStringList names;
    if (const auto study = m_session.study())
        for (const labels::Descriptor& descriptor : study->descriptors)
            names += QString::fromStdString(descriptor.name);
    m_descriptors->setPlainText(names.join(QLatin1Char('\n')));
    m_descriptors->setPlaceholderText(tr("One a line: what is asked about"));
}

QStringList AskPage::descriptors() const {
    QStringList names;
    for (const QString& line : m_descriptors->toPlainText().split(QLatin1Char('\n')))
        if (const QString name = line.simplified(); !name.isEmpty() && !names.contains(name))
            names += name;
    return names;
}

labels::LabelRequest AskPage::request() const {
    labels::LabelRequest request;
    const QString typed = m_annotator->currentText().trimmed();
    if (!typed.isEmpty() && typed != m_annotator->itemText(0))
        request.annotator = typed.toStdString();
    request.prompt = m_prompt->toPlainText().toStdString();
    return request;
}

bool AskPage::isComplete() const {
    return m_engine->isComplete() && !descriptors().isEmpty() &&
           llm::PromptTemplate::parse(llm::TemplateKind::YesNo, request().prompt).ok();
}

void AskPage::validate() {
    const bool complete = isComplete();
    m_trial->setPossible(complete);
    const auto sentences = static_cast<qulonglong>(m_session.study() ? m_session.study()->corpus->size() : 0);
    const QLocale locale;
    const QString questions = tr("%1 sentences × %2 descriptors = %3 questions.")
                                  .arg(locale.toString(sentences), locale.toString(descriptors().size()),
                                       locale.toString(sentences * static_cast<qulonglong>(descriptors().size())));
    const QString where = m_engine->kind() == EngineForm::Kind::Server
                              ? tr("The sentences are sent to %1.").arg(m_engine->address())
                              : tr("Nothing leaves this computer.");
    m_summary->setText(questions + QLatin1Char(' ') + where + QLatin1Char(' ') +
                       tr("It can be stopped and resumed; nothing is asked twice."));
    emit changed();
}

void AskPage::start() {
    m_engine->remember();
    m_session.labelWithModel(m_engine->options(), request(), descriptors());
}

} // namespace neuroscribe::ui
