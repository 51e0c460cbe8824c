#include "ui/widgets/engine_trial_view.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "ui/models/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr int kExchangeHeight = 110;
constexpr int kMarginDigits = 2;

QString verdictText(llm::Verdict verdict) {
    switch (verdict) {
    case llm::Verdict::Yes:
        return EngineTrialView::tr("Yes");
    case llm::Verdict::No:
        return EngineTrialView::tr("No");
    case llm::Verdict::Unanswered:
        break;
    }
    return EngineTrialView::tr("Neither Yes nor No");
}

QString outcomeOf(const app::EngineTrial& trial) {
    if (trial.failure != llm::Failure::None)
        return EngineTrialView::tr("No usable answer: %1")
            .arg(QString::fromUtf8(trial.detail.empty() ? llm::failureName(trial.failure) : trial.detail.c_str()));
    QStringList topics;
    for (const std::string& topic : trial.topics)
        topics += QString::fromStdString(topic);
    if (!topics.isEmpty())
        return EngineTrialView::tr("Topics: %1").arg(topics.join(QLatin1String(", ")));
    const QString verdict = verdictText(trial.verdict);
    return trial.margin
               ? EngineTrialView::tr("%1, margin %2").arg(verdict, formatFixed(QLocale(), *trial.margin, kMarginDigits))
               : verdict;
}

} // namespace

EngineTrialView::EngineTrialView(app::Session& session, std::function<Ask()> makeAsk, QWidget* parent)
    : QWidget(parent), m_session(session), m_makeAsk(std::move(makeAsk)),
      m_button(new QPushButton(tr("Try on a &sentence"), this)), m_outcome(new QLabel(this)),
      m_exchange(new QPlainTextEdit(this)) {
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_exchange->setReadOnly(true);
    m_exchange->setAccessibleName(tr("Prompt and answer"));
    m_exchange->setMaximumHeight(kExchangeHeight);
    m_exchange->setTabChangesFocus(true);
    m_exchange->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_outcome, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_exchange);
    connect(m_button, &QPushButton::clicked, this, &EngineTrialView::ask);
}

void EngineTrialView::setPossible(bool possible) {
    m_possible = possible;
    m_button->setEnabled(possible && !m_asking);
}

void EngineTrialView::ask() {
    const SentenceId sentence = m_session.selection().sentence().value_or(SentenceId(0));
    m_asking = true;
    m_button->setEnabled(false);
    m_outcome->setText(tr("Asking..."));
    m_session.ask<app::EngineTrial>(
        QStringLiteral("engine.trial"),
        [ask = m_makeAsk(), sentence](store::Database& database, std::stop_token stop) {
            return ask(database, sentence, stop);
        },
        [this](const Result<app::EngineTrial>& trial) { show(trial); }, this);
}

void EngineTrialView::show(const Result<app::EngineTrial>& trial) {
    m_asking = false;
    m_button->setEnabled(m_possible);
    m_exchange->setVisible(trial.ok());
    // Once the layout knows of it, the dialog makes room rather than squeezing what is above.
    QTimer::singleShot(0, this, [this] { window()->resize(window()->size().expandedTo(window()->sizeHint())); });
    if (!trial) {
        m_outcome->setText(app::errorSentence(trial.error()));
        m_outcome->setToolTip(app::errorDetails(trial.error()));
        return;
    }
    m_outcome->setText(outcomeOf(*trial));
    m_outcome->setToolTip(tr("Answered by %1").arg(QString::fromStdString(trial->engine)));
    QString text = QString::fromStdString(trial->prompt);
    if (!trial->reply.empty())
        text += QStringLiteral("\n\n") + tr("Answer: %1").arg(QString::fromStdString(trial->reply));
    m_exchange->setPlainText(text);
}

} // namespace neuroscribe::ui
