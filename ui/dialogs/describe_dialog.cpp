#include "ui/dialogs/describe_dialog.h"

#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "core/llm/prompt_template.h"
#include "ui/widgets/engine_trial_view.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kWidth = 640;
constexpr int kExampleHeight = 62;
constexpr int kPromptHeight = 110;
constexpr int kMostTopics = 16;

} // namespace

DescribeDialog::DescribeDialog(app::Session& session, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_engine(new EngineForm(session, settings, true, this)),
      m_topics(new QSpinBox(this)), m_prompting(promptPart()), m_summary(new QLabel(this)) {
    setWindowTitle(tr("Name the topics"));
    m_topics->setRange(1, kMostTopics);
    m_topics->setValue(static_cast<int>(descriptors::DescribeRequest().topics));
    m_topics->setAccessibleName(tr("Topics of a sentence at most"));
    auto* form = new QFormLayout;
    form->addRow(tr("Topi&cs of a sentence at most"), m_topics);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_describe = buttons->addButton(tr("&Name the topics"), QDialogButtonBox::AcceptRole);
    m_describe->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_engine);
    column->addLayout(form);
    column->addWidget(m_prompting, 1);
    column->addStretch(0);
    column->addWidget(m_summary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DescribeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DescribeDialog::reject);
    connect(m_engine, &EngineForm::changed, this, &DescribeDialog::validate);
    connect(m_exampleTopics, &QLineEdit::textChanged, this, &DescribeDialog::validate);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &DescribeDialog::validate);
    connect(m_example, &QSpinBox::valueChanged, this, &DescribeDialog::showExample);
    drawExample();
    showExample();
    validate();
    resize(kWidth, sizeHint().height());
}

QWidget* DescribeDialog::promptPart() {
    auto* part = new QWidget(this);
    m_example = new QSpinBox(part);
    m_example->setAccessibleName(tr("Example sentence"));
    const auto study = m_session.study();
    m_example->setRange(0, study ? std::max(0, static_cast<int>(study->corpus->size()) - 1) : 0);
    auto* another = new QPushButton(tr("Anot&her one"), part);
    connect(another, &QPushButton::clicked, this, &DescribeDialog::drawExample);
    m_exampleText = new QPlainTextEdit(part);
    m_exampleText->setReadOnly(true);
    m_exampleText->setTabChangesFocus(true);
    m_exampleText->setAccessibleName(tr("Text of the example"));
    m_exampleText->setFixedHeight(kExampleHeight);
    m_exampleTopics = new QLineEdit(part);
    m_exampleTopics->setAccessibleName(tr("Its topics"));
    m_exampleTopics->setPlaceholderText(tr("What you expect for it: size, fitness, positive"));
    m_prompt = new QPlainTextEdit(QString::fromUtf8(llm::kDefaultTopicsTemplate), part);
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(kPromptHeight);
    m_trial = new EngineTrialView(
        m_session,
        [this]() -> EngineTrialView::Ask {
            return [engine = m_engine->options(), request = request()](store::Database& database, SentenceId sentence,
                                                                       std::stop_token stop) {
                return app::tryTopics(database, engine, request, sentence, stop);
            };
        },
        part);
    auto* exampleLabel = new QLabel(tr("E&xample"), part);
    exampleLabel->setBuddy(m_example);
    auto* example = new QHBoxLayout;
    example->addWidget(m_example);
    example->addWidget(another);
    example->addStretch(1);
    auto* form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(exampleLabel, example);
    form->addRow(m_exampleText);
    form->addRow(tr("&Its topics"), m_exampleTopics);
    form->addRow(tr("&Prompt"), m_prompt);
    form->addRow(m_trial);
    return part;
}

void DescribeDialog::drawExample() {
    m_example->setValue(QRandomGenerator::global()->bounded(m_example->maximum() + 1));
}

void DescribeDialog::showExample() {
    const SentenceId id(static_cast<std::uint32_t>(m_example->value()));
    m_session.query<corpus::Sentence>(
        QStringLiteral("describe.example"),
        [id](store::Database& database, std::stop_token) { return corpus::loadSentence(database, id); },
        [this](const Result<corpus::Sentence>& sentence) {
            m_exampleText->setPlainText(sentence ? QString::fromStdString(sentence->text) : QString());
        },
        this);
}

descriptors::DescribeRequest DescribeDialog::request() const {
    descriptors::DescribeRequest request;
    request.topics = static_cast<std::uint32_t>(m_topics->value());
    request.prompt = m_prompt->toPlainText().toStdString();
    request.example = SentenceId(static_cast<std::uint32_t>(m_example->value()));
    for (const QString& topic : m_exampleTopics->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!topic.trimmed().isEmpty())
            request.exampleTopics.push_back(topic.trimmed().toStdString());
    return request;
}

void DescribeDialog::validate() {
    const bool model = m_engine->kind() != EngineForm::Kind::Words;
    if (m_shownKind != m_engine->kind()) {
        m_shownKind = m_engine->kind();
        m_prompting->setVisible(model);
        QTimer::singleShot(0, this, [this] { resize(width(), sizeHint().height()); });
    }
    const bool ready =
        m_engine->isComplete() && (!model || (request().validate().ok() && !request().exampleTopics.empty()));
    m_trial->setPossible(ready && model);
    m_describe->setEnabled(ready && m_session.study());
    const auto sentences = static_cast<qulonglong>(m_session.study() ? m_session.study()->corpus->size() : 0);
    const QString count = QLocale().toString(sentences);
    if (!model)
        m_summary->setText(tr("Keyphrases of %1 sentences: words that are frequent in one and rare in the others. "
                              "No model is needed.")
                               .arg(count));
    else if (m_engine->kind() == EngineForm::Kind::Server)
        m_summary->setText(tr("%1 sentences and the example are sent to %2. It can be stopped and resumed; nothing "
                              "is asked twice.")
                               .arg(count, m_engine->address()));
    else
        m_summary->setText(tr("%1 sentences. Nothing leaves this computer. It can be stopped and resumed.").arg(count));
}

void DescribeDialog::accept() {
    m_engine->remember();
    m_session.describe(m_engine->options(), request());
    QDialog::accept();
}

} // namespace neuroscribe::ui
