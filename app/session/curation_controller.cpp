#include "app/session/curation_controller.h"

#include "core/pipeline/curate.h"

#include <algorithm>
#include <utility>

namespace neuroscribe::app {

using descriptors::Curation;
using descriptors::CurationDelta;
using descriptors::CurationEdit;

CurationController::CurationController(Writer writer, QObject* parent) : QObject(parent), m_writer(std::move(writer)) {}

void CurationController::setStudy(CurationSnapshot snapshot, const QString& whyFixed) {
    const bool same = m_curation && snapshot.curation && *snapshot.curation == *m_curation && whyFixed == m_whyFixed;
    if (!same) {
        withdraw();
        foresee({});
    }
    ++m_serial;
    m_whyFixed = whyFixed;
    m_topics = std::move(snapshot.topics);
    m_curation = std::move(snapshot.curation);
    m_stored = m_curation ? std::make_shared<Curation>(*m_curation) : nullptr;
    m_figures = std::move(snapshot.figures);
    m_history = std::move(snapshot.history);
    m_done = snapshot.done;
    emit changed({});
    emit historyChanged();
}

void CurationController::clear() {
    setStudy({}, {});
    m_pendingWrites = 0;
}

std::vector<RawDescriptorId> CurationController::members(ClusterId place) const {
    return m_curation ? membersAt(*m_topics, *m_curation, place) : std::vector<RawDescriptorId>{};
}

bool CurationController::canEdit() const {
    return m_curation && m_whyFixed.isEmpty();
}

QString CurationController::whyNot() const {
    return m_curation ? m_whyFixed : tr("No study is open");
}

Result<Curation> CurationController::after(const CurationDelta& delta) const {
    if (!canEdit())
        return Error{ErrorCode::ReadOnly, "curation", "the clusters can only be read here", ""};
    Curation curation = *m_curation;
    NS_TRY(curation.apply(delta));
    return curation;
}

Status CurationController::apply(const CurationEdit& edit) {
    const CurationEdit made = edit; // may be the proposal, which is withdrawn
    NS_ASSIGN(Curation curation, after(made.delta));
    m_history.resize(m_done);
    m_history.push_back(made);
    ++m_done;
    publish(std::move(curation), made.delta);
    const auto stored = std::make_shared<CurationEdit>();
    write(
        [made, stored, curation = m_stored](store::Database& database) -> Status {
            NS_ASSIGN(*stored, pipeline::applyCurationEdit(database, *curation, made));
            return {};
        },
        changesDescriptors(made.delta), [this, made, stored] { correct(made, *stored); });
    return {};
}

/// A cluster that takes the name of a descriptor without a cluster asks what that one asked; only the database knows.
void CurationController::correct(const CurationEdit& wanted, const CurationEdit& made) {
    if (made.delta == wanted.delta)
        return;
    const bool newest = m_pendingWrites == 0 && m_done != 0 && m_history[m_done - 1].delta == wanted.delta;
    Curation curation = *m_curation;
    if (!newest || !curation.apply(wanted.delta.reversed()) || !curation.apply(made.delta)) {
        emit lost();
        return;
    }
    m_history[m_done - 1] = made;
    publish(std::move(curation), made.delta);
}

Status CurationController::propose(const CurationEdit& edit, Pending how) {
    auto curation = after(edit.delta);
    if (!curation) {
        withdraw();
        return curation.error();
    }
    m_proposed = edit;
    m_pending = how;
    m_outcome = std::make_shared<const Curation>(std::move(*curation));
    emit proposedChanged();
    return {};
}

Status CurationController::applyProposed() {
    return m_proposed ? apply(*m_proposed) : Status{};
}

void CurationController::withdraw() {
    if (!m_proposed)
        return;
    m_proposed.reset();
    m_outcome.reset();
    emit proposedChanged();
}

void CurationController::foresee(std::optional<CurationEdit> edit) {
    const bool same = edit ? m_foreseen && m_foreseen->delta == edit->delta : !m_foreseen;
    if (same)
        return;
    m_foreseen = std::move(edit);
    emit foreseenChanged();
}

const CurationEdit* CurationController::considered() const {
    if (m_proposed)
        return &*m_proposed;
    return m_foreseen ? &*m_foreseen : nullptr;
}

void CurationController::publish(Curation curation, const CurationDelta& delta) {
    withdraw();
    foresee({});
    ++m_serial;
    m_curation = std::make_shared<const Curation>(std::move(curation));
    updateFigures(*m_topics, *m_curation, delta, m_figures);
    emit changed(delta);
    emit historyChanged();
}

void CurationController::write(Write write, bool descriptorsChange, std::function<void()> done) {
    ++m_pendingWrites;
    m_writer(std::move(write), [this, descriptorsChange, done = std::move(done)](const Status& status) {
        --m_pendingWrites;
        if (!status) {
            emit failed(status.error());
            emit lost();
        } else {
            if (done)
                done();
            if (descriptorsChange)
                emit descriptorsWritten();
        }
        if (isWritten())
            emit written();
    });
}

QString CurationController::undoText() const {
    return m_done == 0 ? QString() : curationText(m_history[m_done - 1]);
}

QString CurationController::redoText() const {
    return m_done == m_history.size() ? QString() : curationText(m_history[m_done]);
}

void CurationController::undo() {
    if (canUndo())
        move(m_done - 1);
}

void CurationController::redo() {
    if (canRedo())
        move(m_done + 1);
}

void CurationController::jumpTo(std::size_t done) {
    if (canEdit() && done <= m_history.size() && done != m_done)
        move(done);
}

void CurationController::move(std::size_t done) {
    Curation curation = *m_curation;
    CurationDelta touched;
    std::size_t at = m_done;
    while (at != done) {
        const bool forward = at < done;
        const CurationDelta& edit = m_history[forward ? at : at - 1].delta;
        const CurationDelta delta = forward ? edit : edit.reversed();
        if (const Status applied = curation.apply(delta); !applied) {
            emit failed(applied.error());
            return;
        }
        touched.clusters.insert(touched.clusters.end(), delta.clusters.begin(), delta.clusters.end());
        touched.moves.insert(touched.moves.end(), delta.moves.begin(), delta.moves.end());
        at += forward ? 1 : -1;
    }
    m_done = done;
    publish(std::move(curation), touched);
    write(
        [done, stored = m_stored](store::Database& database) -> Status {
            NS_ASSIGN(const auto entries, descriptors::loadCurationHistory(database));
            if (done > entries.size())
                return Error{ErrorCode::Stale, database.path(), "the history has become shorter", ""};
            return pipeline::jumpInCuration(database, *stored, done == 0 ? 0 : entries[done - 1].id);
        },
        changesDescriptors(touched));
}

} // namespace neuroscribe::app
