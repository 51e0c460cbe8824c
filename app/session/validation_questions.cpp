// The queue of the validation: what is asked next, what an answer changes, and the way back.
#include "app/session/validation_controller.h"

#include <QDateTime>

#include <algorithm>
#include <ranges>
#include <utility>

namespace neuroscribe::app {

using labels::Drawn;
using labels::PersonAnswer;
using pipeline::AnswerEdit;
using pipeline::ValidationPair;

/// Answers that were drawn by disagreement don't count in the sample: there the question is asked again.
std::optional<labels::Verdict> ValidationController::verdictOf(const std::string& question, SentenceId sentence) const {
    const auto found = m_answers.find({question, sentence});
    if (found == m_answers.end() || (m_setup.drawn == Drawn::Balanced && found->second.drawn != Drawn::Balanced))
        return std::nullopt;
    return found->second.verdict;
}

/// Of a merged descriptor: Yes where one question is answered so; else open while one is.
std::optional<labels::Verdict> ValidationController::verdictOf(const ValidationPair& pair) const {
    bool isOpen = false, isUnsure = false;
    for (const std::string& question : m_study->descriptors[pair.descriptor].questions()) {
        const auto verdict = verdictOf(question, pair.sentence);
        if (verdict == Verdict::Yes)
            return verdict;
        isOpen |= !verdict;
        isUnsure |= verdict == Verdict::Unsure;
    }
    if (isOpen)
        return std::nullopt;
    return isUnsure ? Verdict::Unsure : Verdict::No;
}

bool ValidationController::isChosenAt(std::size_t place) const {
    return isChosen(m_study->descriptors[m_work.queue[place].descriptor].id);
}

/// Nothing: it is answered.
std::optional<ValidationController::Question> ValidationController::questionAt(std::size_t place) const {
    const ValidationPair& pair = m_work.queue[place];
    if (verdictOf(pair))
        return std::nullopt;
    const labels::Descriptor& descriptor = m_study->descriptors[pair.descriptor];
    const auto questions = descriptor.questions();
    const auto open =
        std::ranges::find_if(questions, [&](const std::string& text) { return !verdictOf(text, pair.sentence); });
    Question question;
    question.place = place;
    question.descriptor = pair.descriptor;
    question.name = QString::fromStdString(descriptor.name);
    question.question = QString::fromStdString(*open);
    question.part = static_cast<std::size_t>(open - questions.begin());
    question.parts = questions.size();
    question.sentence = pair.sentence;
    question.text = QString::fromStdString(m_work.texts.at(pair.sentence));
    return question;
}

/// The first open question from this place on, and then from the beginning.
void ValidationController::ask(std::size_t from) {
    m_current.reset();
    const std::size_t size = m_work.queue.size();
    if (m_setup.annotator.empty())
        return;
    for (std::size_t i = 0; i < size && !m_current; ++i) {
        const std::size_t place = (from + i) % size;
        if (isChosenAt(place))
            m_current = questionAt(place);
    }
}

void ValidationController::answer(Verdict verdict) {
    if (!canAnswer())
        return;
    const ValidationPair& pair = m_work.queue[m_current->place];
    PersonAnswer answer;
    answer.question = m_current->question.toStdString();
    answer.sentence = pair.sentence;
    answer.verdict = verdict;
    answer.drawn = pair.drawn;
    answer.model = pair.model;
    answer.weight = pair.weight;
    answer.answeredAt = QDateTime::currentSecsSinceEpoch();
    AnswerEdit edit{m_setup.annotator, answer.question, answer.sentence, std::nullopt, answer};
    if (const auto found = m_answers.find({answer.question, answer.sentence}); found != m_answers.end())
        edit.before = found->second;
    m_history.resize(m_done);
    m_history.push_back(edit);
    ++m_done;
    put(edit, true);
    ask(m_current->place); // of a merged descriptor its next question is asked at once
    write([edit](store::Database& database) { return pipeline::applyAnswer(database, edit); });
    emit changed();
    emit historyChanged();
}

void ValidationController::put(const AnswerEdit& edit, bool forward) {
    ++m_serial;
    const auto& answer = forward ? edit.after : edit.before;
    const Key key{edit.question, edit.sentence};
    if (answer)
        m_answers[key] = *answer;
    else
        m_answers.erase(key);
}

void ValidationController::later() {
    if (!m_current)
        return;
    ask(m_current->place + 1);
    emit changed();
}

/// Back to where the answer was given; a pair that is in the queue no more is left alone.
void ValidationController::goTo(const AnswerEdit& edit) {
    for (std::size_t place = 0; place < m_work.queue.size(); ++place) {
        if (m_work.queue[place].sentence != edit.sentence || !isChosenAt(place))
            continue;
        const auto question = questionAt(place);
        if (question && question->question.toStdString() == edit.question) {
            m_current = question;
            return;
        }
    }
}

void ValidationController::undo() {
    if (canUndo())
        move(false);
}

void ValidationController::redo() {
    if (canRedo())
        move(true);
}

/// Another person's answer is undone at that person's place.
void ValidationController::move(bool forward) {
    const AnswerEdit edit = m_history[forward ? m_done : m_done - 1];
    m_done += forward ? 1 : -1;
    write([forward](store::Database& database) -> Status {
        NS_TRY(pipeline::moveInValidation(database, forward));
        return {};
    });
    const bool isOwn = edit.annotator == m_setup.annotator;
    if (!isOwn) {
        ++m_serial;
        m_setup.annotator = edit.annotator;
        m_shownNext = edit;
        m_current.reset();
        saveSetup();
        reload();
    } else {
        put(edit, forward);
        if (!forward)
            goTo(edit);
        else if (!m_current || verdictOf(m_work.queue[m_current->place]))
            ask(m_current ? m_current->place : 0);
    }
    emit changed();
    emit historyChanged();
}

std::optional<ValidationController::Given> ValidationController::lastGiven() const {
    if (m_done == 0)
        return std::nullopt;
    const AnswerEdit& edit = m_history[m_done - 1];
    const auto text = m_work.texts.find(edit.sentence);
    if (!edit.after || edit.annotator != m_setup.annotator || text == m_work.texts.end())
        return std::nullopt;
    return Given{QString::fromStdString(edit.question), QString::fromStdString(text->second), edit.after->verdict,
                 edit.after->model};
}

ValidationController::Progress ValidationController::progress(std::uint32_t descriptor) const {
    Progress progress;
    if (!m_loaded)
        return progress;
    for (const ValidationPair& pair : m_work.queue) {
        if (pair.descriptor != descriptor)
            continue;
        ++progress.total;
        const auto verdict = verdictOf(pair);
        progress.yes += verdict == Verdict::Yes;
        progress.no += verdict == Verdict::No;
        progress.unsure += verdict == Verdict::Unsure;
    }
    return progress;
}

ValidationController::Progress ValidationController::chosenProgress() const {
    Progress all;
    for (std::uint32_t c = 0; m_loaded && c < m_study->descriptors.size(); ++c) {
        if (!isChosen(m_study->descriptors[c].id))
            continue;
        const Progress one = progress(c);
        all.total += one.total;
        all.yes += one.yes;
        all.no += one.no;
        all.unsure += one.unsure;
    }
    return all;
}

QString ValidationController::editText(const AnswerEdit& edit) const {
    const QString question = QString::fromStdString(edit.question);
    QString text;
    if (!edit.after)
        text = tr("Withdraw: %1").arg(question);
    else if (edit.after->verdict == Verdict::Yes)
        text = tr("Yes: %1").arg(question);
    else if (edit.after->verdict == Verdict::No)
        text = tr("No: %1").arg(question);
    else
        text = tr("Unsure: %1").arg(question);
    return edit.annotator == m_setup.annotator
               ? text
               : tr("%1 (%2)", "an answer, and whose it is").arg(text, QString::fromStdString(edit.annotator));
}

QString ValidationController::undoText() const {
    return m_done == 0 ? QString() : editText(m_history[m_done - 1]);
}

QString ValidationController::redoText() const {
    return m_done == m_history.size() ? QString() : editText(m_history[m_done]);
}

} // namespace neuroscribe::app
