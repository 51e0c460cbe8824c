#include "app/session/session_private.h"

#include "core/pipeline/evaluation_setup.h"
#include "core/pipeline/thresholds.h"

#include <algorithm>
#include <utility>

namespace neuroscribe::app {

void Session::setThresholds(const tagging::Thresholds& thresholds, Gesture gesture) {
    if (!d->data)
        return;
    if (const Status valid = thresholds.validate(); !valid) {
        emit failed(valid.error());
        return;
    }
    d->applyThresholds(thresholds);
    if (gesture == Gesture::Live || thresholds == d->committed || d->readOnly)
        return; // a gesture that ends where it began is no edit
    const store::Edit edit = thresholdsEdit(std::exchange(d->committed, thresholds), thresholds);
    d->write([edit](store::Database& database) -> Result<UndoState> {
        NS_TRY(recordEdit(database, edit));
        return undoState(database);
    });
}

void Session::Private::applyThresholds(const tagging::Thresholds& wanted) {
    if (wanted == thresholds)
        return;
    thresholds = wanted;
    tagging.setThresholds(wanted);
}

void Session::setExcluded(std::uint32_t descriptor, bool excluded) {
    if (!d->data || descriptor >= d->active.size() || isExcluded(descriptor) == excluded)
        return;
    const labels::Descriptor& about = d->data->descriptors[descriptor];
    if (about.clusterExcluded) {
        emit failed({ErrorCode::InvalidArgument, about.name, "its cluster is excluded",
                     "Include the cluster in the workspace Curate"});
        return;
    }
    d->applyExclusion({about.id, excluded});
    if (d->readOnly)
        return;
    const store::Edit edit = exclusionEdit(about.id, QString::fromStdString(about.name), excluded);
    d->write([edit](store::Database& database) -> Result<UndoState> {
        NS_TRY(recordEdit(database, edit));
        return undoState(database);
    });
}

bool Session::isExcluded(std::uint32_t descriptor) const {
    return descriptor < d->active.size() && d->active[descriptor] == 0;
}

void Session::Private::applyExclusion(const Exclusion& exclusion) {
    for (std::size_t i = 0; i < active.size(); ++i)
        if (data->descriptors[i].id == exclusion.descriptor)
            active[i] = exclusion.excluded || data->descriptors[i].clusterExcluded ? 0 : 1;
    tagging.setActive(active);
    emit q.changed({.excluded = true});
}

/// Sends a change to the edits lane; the undo state that comes back is shown.
void Session::Private::write(std::function<Result<UndoState>(store::Database&)> change) {
    const auto state = std::make_shared<UndoState>();
    const auto run = [change = std::move(change), state](store::Database& database) -> Status {
        NS_ASSIGN(*state, change(database));
        return {};
    };
    connection->edit(run, [this, state, forEpoch = epoch](const Status& status) {
        toWindow([this, state, status, forEpoch] {
            if (!status)
                emit q.failed(status.error());
            if (!status || forEpoch != epoch)
                return;
            undo = *state;
            emit q.undoChanged();
        });
    });
}

void Session::undo() {
    d->moveThroughHistory(false);
}

void Session::redo() {
    d->moveThroughHistory(true);
}

void Session::Private::moveThroughHistory(bool forward) {
    if (!connection || readOnly || undoBusy)
        return;
    undoBusy = true; // a second key press before the answer would be applied to the wrong state
    const auto moved = std::make_shared<std::optional<Moved>>();
    const auto state = std::make_shared<UndoState>();
    const auto run = [forward, moved, state](store::Database& database) -> Status {
        NS_ASSIGN(*moved, moveInHistory(database, forward));
        NS_ASSIGN(*state, undoState(database));
        return {};
    };
    connection->edit(run, [this, moved, state, forEpoch = epoch](const Status& status) {
        toWindow([this, moved, state, status, forEpoch] {
            if (forEpoch != epoch)
                return;
            undoBusy = false;
            if (!status) {
                emit q.failed(status.error());
                return;
            }
            undo = *state;
            movedInHistory(*moved);
            emit q.undoChanged();
        });
    });
}

void Session::Private::movedInHistory(const std::optional<Moved>& moved) {
    if (!moved)
        return;
    if (moved->kind == kExcludedKind) {
        if (const auto exclusion = exclusionFromJson(moved->value))
            applyExclusion(*exclusion);
        return;
    }
    if (const auto restored = pipeline::thresholdsFromJson(moved->value)) {
        committed = *restored;
        applyThresholds(*restored);
    }
}

bool Session::canUndo() const {
    return d->undo.undo && !d->readOnly;
}

bool Session::canRedo() const {
    return d->undo.redo && !d->readOnly;
}

QString Session::undoText() const {
    return d->undo.undo ? editText(*d->undo.undo) : QString();
}

QString Session::redoText() const {
    return d->undo.redo ? editText(*d->undo.redo) : QString();
}

Session::Mark Session::mark(NeuronId neuron) const {
    const auto found = d->marks.find(neuron);
    return found == d->marks.end() ? Mark{} : found->second;
}

void Session::setMark(NeuronId neuron, const Mark& mark) {
    if (!d->data || !d->data->run || mark == this->mark(neuron))
        return;
    if (d->readOnly) {
        emit failed({ErrorCode::ReadOnly, d->data->folder, "the study is open for reading only",
                     "Save a copy and write there"});
        return;
    }
    d->marks[neuron] = mark;
    const std::int64_t run = d->data->run->id;
    d->connection->edit(
        [run, neuron, mark](store::Database& database) { return storeMark(database, run, neuron, mark); },
        [this](const Status& status) {
            if (!status)
                d->toWindow([this, error = status.error()] { emit failed(error); });
        });
    emit changed({.marks = true});
}

std::vector<NeuronId> Session::bookmarks() const {
    std::vector<NeuronId> neurons;
    for (const auto& [neuron, mark] : d->marks)
        if (mark.bookmarked)
            neurons.push_back(neuron);
    std::ranges::sort(neurons);
    return neurons;
}

void Session::storeEvaluationSetup(const pipeline::EvaluationSetup& setup) {
    if (!d->data || d->readOnly)
        return;
    d->connection->edit([setup](store::Database& database) { return pipeline::saveEvaluationSetup(database, setup); },
                        [this](const Status& status) {
                            if (!status)
                                d->toWindow([this, error = status.error()] { emit failed(error); });
                        });
}

} // namespace neuroscribe::app
