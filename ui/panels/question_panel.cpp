#include "ui/panels/question_panel.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/widgets/empty_state.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace neuroscribe::ui {
namespace {

enum Page { kEmptyPage, kQuestionPage, kNamePage };

using app::ValidationController;
using labels::Verdict;

QString verdictText(Verdict verdict) {
    return verdict == Verdict::Yes  ? QuestionPanel::tr("Yes")
           : verdict == Verdict::No ? QuestionPanel::tr("No")
                                    : QuestionPanel::tr("Unsure");
}

QString modelText(labels::Answer answer) {
    return answer == labels::Answer::Yes  ? QuestionPanel::tr("The model says Yes.")
           : answer == labels::Answer::No ? QuestionPanel::tr("The model says No.")
                                          : QuestionPanel::tr("The model has no answer.");
}

} // namespace

QuestionPanel::QuestionPanel(app::Session& session, const std::vector<HintedAction>& answers,
                             const std::vector<HintedAction>& hints, QWidget* parent)
    : Panel(session, parent), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_progress(new QLabel(this)), m_bar(new QProgressBar(this)), m_scroll(new QScrollArea(this)),
      m_question(new QLabel(this)), m_sentence(new QLabel(this)), m_given(new QLabel(this)),
      m_reveal(new QCheckBox(tr("Show the model's answers"), this)), m_name(new QLineEdit(this)),
      m_nameProblem(new QLabel(this)) {
    buildLayout(answers, hints);
    connect(m_reveal, &QCheckBox::toggled, this, &QuestionPanel::showGiven);
    connect(m_name, &QLineEdit::returnPressed, this, &QuestionPanel::begin);
}

void QuestionPanel::comeIntoSight() {
    session().validation().want();
    Panel::comeIntoSight();
}

QWidget* QuestionPanel::keyTarget() {
    return m_stack->currentIndex() == kNamePage ? static_cast<QWidget*>(m_name) : m_scroll;
}

void QuestionPanel::refresh(const app::ChangeSet& change) {
    if (!change.validation && !change.study)
        return;
    const bool hadKeys = isAncestorOf(focusWidget()) && keyTarget()->hasFocus();
    showState();
    if (hadKeys)
        keyTarget()->setFocus(Qt::OtherFocusReason);
}

void QuestionPanel::showState() {
    using State = ValidationController::State;
    const ValidationController& validation = session().validation();
    switch (validation.state()) {
    case State::NoLabels:
        m_empty->setTexts(session().isOpen() ? tr("Nothing to validate yet") : tr("No study is open"),
                          session().isOpen()
                              ? tr("Label the sentences first: Study > Label. Then people can check the labels here.")
                              : tr("Open a study, start a new one, or look at the built-in one."));
        break;
    case State::Loading:
        m_empty->setTexts(tr("Drawing the questions..."), {});
        break;
    case State::Failed:
        m_empty->setTexts(tr("The questions could not be drawn"), tr("It is tried again when you come back here."));
        break;
    case State::AllAnswered:
        m_empty->setTexts(tr("Every question is answered"),
                          tr("The table on the right has the result. To go on, choose further descriptors, ask where "
                             "annotators differ, or let another person answer."));
        break;
    case State::NothingDiffers:
        m_empty->setTexts(tr("Nobody differs"),
                          tr("There is one annotator only, and no margins. Ask a balanced sample, "
                             "or label with a second engine."));
        break;
    case State::NoAnnotator:
    case State::Asking:
        break;
    }
    const bool asks = validation.state() == State::Asking;
    m_stack->setCurrentIndex(asks ? kQuestionPage : validation.state() == State::NoAnnotator ? kNamePage : kEmptyPage);
    if (asks)
        showQuestion();
    showGiven();
}

void QuestionPanel::showQuestion() {
    const ValidationController& validation = session().validation();
    const ValidationController::Question& asked = *validation.question();
    const ValidationController::Progress all = validation.chosenProgress();
    const ValidationController::Progress one = validation.progress(asked.descriptor);
    const QLocale locale;
    m_progress->setText(tr("Question %1 of %2 · %3: %4 of %5 answered")
                            .arg(formatCount(locale, all.answered() + 1), formatCount(locale, all.total), asked.name,
                                 formatCount(locale, one.answered()), formatCount(locale, one.total)));
    m_bar->setRange(0, static_cast<int>(all.total));
    m_bar->setValue(static_cast<int>(all.answered()));
    const QString question = tr("Does this sentence talk about <b>%1</b>?").arg(asked.question.toHtmlEscaped());
    m_question->setText(
        asked.parts == 1 ? question
                         : question + QLatin1Char(' ') +
                               tr("(question %1 of %2 of a merged descriptor)").arg(asked.part + 1).arg(asked.parts));
    m_sentence->setText(asked.text);
    m_scroll->verticalScrollBar()->setValue(0);
    m_scroll->setAccessibleName(tr("Does this sentence talk about %1?").arg(asked.question));
    m_scroll->setAccessibleDescription(asked.text);
}

void QuestionPanel::showGiven() {
    const auto given = session().validation().lastGiven();
    m_given->setVisible(given.has_value());
    if (!given)
        return;
    const QString answered = tr("Last: %1 to %2.").arg(verdictText(given->verdict), given->question);
    m_given->setText(m_reveal->isChecked() ? answered + QLatin1Char(' ') + modelText(given->model) : answered);
    m_given->setToolTip(given->text);
}

void QuestionPanel::begin() {
    const Status named = session().validation().setAnnotator(m_name->text());
    m_nameProblem->setVisible(!named);
    if (!named)
        m_nameProblem->setText(app::errorDetails(named.error()));
}

void QuestionPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeFonts();
}

} // namespace neuroscribe::ui
