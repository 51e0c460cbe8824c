#include "app/session/validation_controller.h"

#include <algorithm>
#include <utility>

namespace neuroscribe::app {

using labels::Drawn;
using labels::PersonAnswer;
using pipeline::AnswerEdit;

ValidationController::ValidationController(Writer writer, Loader loader, QObject* parent)
    : QObject(parent), m_writer(std::move(writer)), m_loader(std::move(loader)) {}

void ValidationController::setStudy(Data study, const QString& whyFixed) {
    reload(); // remembers the question, while its descriptor is known
    m_study = std::move(study);
    m_whyFixed = whyFixed;
    m_work.queue.clear();
    m_current.reset();
    if (m_wanted)
        restart();
    emit changed();
}

void ValidationController::clear() {
    m_study.reset();
    m_setup = {};
    m_work = {};
    m_answers.clear();
    m_current.reset();
    m_history.clear();
    m_done = 0;
    m_shownNext.reset();
    m_pendingWrites = 0;
    m_loaded = m_failed = m_setupKnown = m_restart = false;
    ++m_serial;
    emit changed();
    emit historyChanged();
}

void ValidationController::want() {
    m_wanted = true;
    if (!m_loaded)
        restart();
}

void ValidationController::reload() {
    if (m_current)
        m_shownNext = AnswerEdit{m_setup.annotator, m_current->question.toStdString(), m_current->sentence, {}, {}};
    m_loaded = false;
    if (m_wanted)
        restart();
}

void ValidationController::restart() {
    m_failed = false;
    m_restart = !isWritten();
    if (m_restart || !m_study || !m_study->labels)
        return;
    const auto setup = m_setupKnown ? std::optional(m_setup) : std::nullopt;
    m_loader(m_study, setup, [this, serial = m_serial, study = m_study](Result<Loaded> loaded) {
        if (study != m_study)
            return; // another load follows
        if (!loaded)
            loadFailed(loaded.error());
        else if (serial != m_serial || !isWritten())
            restart(); // an answer was given meanwhile
        else
            take(std::move(*loaded));
    });
}

void ValidationController::loadFailed(const Error& error) {
    m_failed = true;
    emit failed(error);
    emit changed();
}

void ValidationController::take(Loaded loaded) {
    ++m_serial;
    m_setup = std::move(loaded.setup);
    m_setupKnown = m_loaded = true;
    m_answers.clear();
    for (PersonAnswer& answer : loaded.work.answers)
        m_answers[{answer.question, answer.sentence}] = std::move(answer);
    m_history = std::move(loaded.work.history.edits);
    m_done = loaded.work.history.done;
    m_work = std::move(loaded.work);
    m_current.reset();
    if (const auto next = std::exchange(m_shownNext, std::nullopt); next && !m_setup.annotator.empty())
        goTo(*next);
    if (!m_current)
        ask(0);
    emit changed();
    emit historyChanged();
}

ValidationController::State ValidationController::state() const {
    if (!m_study || !m_study->labels)
        return State::NoLabels;
    if (!m_loaded)
        return m_failed ? State::Failed : State::Loading;
    if (m_setup.annotator.empty())
        return State::NoAnnotator;
    if (m_current)
        return State::Asking;
    if (!m_work.queue.empty())
        return State::AllAnswered;
    return m_setup.drawn == Drawn::Disagreement ? State::NothingDiffers : State::NoLabels;
}

QStringList ValidationController::people() const {
    QStringList names;
    for (const std::string& name : m_work.people)
        names += QString::fromStdString(name);
    if (!m_setup.annotator.empty() && !names.contains(annotator()))
        names += annotator();
    return names;
}

QStringList ValidationController::annotators() const {
    QStringList names;
    for (const std::string& name : m_work.annotators)
        names += QString::fromStdString(name);
    if (!m_setup.annotator.empty() && !names.contains(annotator()))
        names += annotator();
    return names;
}

Status ValidationController::setAnnotator(const QString& name) {
    const std::string wanted = name.trimmed().toStdString();
    NS_TRY(labels::checkPersonName(wanted));
    if (wanted == m_setup.annotator || !m_setupKnown)
        return {};
    m_setup.annotator = wanted;
    saveSetup();
    m_current.reset();
    reload();
    emit changed();
    return {};
}

void ValidationController::setDrawn(Drawn drawn) {
    if (drawn == m_setup.drawn || !m_setupKnown)
        return;
    m_setup.drawn = drawn;
    saveSetup();
    m_current.reset();
    reload();
    emit changed();
}

void ValidationController::setChosen(const std::vector<DescriptorId>& descriptors, bool chosen) {
    if (!m_setupKnown)
        return;
    const auto before = m_setup.leftOut;
    for (const DescriptorId descriptor : descriptors)
        chosen ? static_cast<void>(m_setup.leftOut.erase(descriptor))
               : static_cast<void>(m_setup.leftOut.insert(descriptor));
    if (m_setup.leftOut == before)
        return;
    saveSetup();
    if (!m_current || !isChosenAt(m_current->place))
        ask(m_current ? m_current->place : 0);
    emit changed();
}

void ValidationController::saveSetup() {
    ++m_serial;
    if (m_whyFixed.isEmpty())
        write([setup = m_setup](store::Database& database) { return pipeline::saveValidationSetup(database, setup); });
}

void ValidationController::write(Write write) {
    ++m_pendingWrites;
    m_writer(std::move(write), [this](const Status& status) {
        --m_pendingWrites;
        if (!status) {
            emit failed(status.error());
            m_restart = true; // what is stored is what counts
            m_loaded = false;
        }
        if (!isWritten())
            return;
        if (std::exchange(m_restart, false))
            restart();
        emit written();
    });
}

} // namespace neuroscribe::app
