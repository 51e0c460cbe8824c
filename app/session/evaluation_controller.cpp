#include "app/session/evaluation_controller.h"

#include "app/session/session.h"
#include "core/labels/descriptor.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace neuroscribe::app {
namespace {

using pipeline::Evaluation;
using stats::ConsistencyBy;

QString channelOf(EvaluationController::Part part) {
    return QStringLiteral("part%1").arg(static_cast<int>(part));
}

} // namespace

struct EvaluationController::References {
    QStringList annotators;
    std::vector<Labels> labels; ///< by annotator
    qsizetype most = -1;        ///< the annotator with the most answers
    Result<pipeline::EvaluationSetup> setup = pipeline::EvaluationSetup{};

    /// Runs on a lane.
    static Result<References> read(store::Database& database, const pipeline::StudyData& study) {
        References found;
        found.setup = pipeline::loadEvaluationSetup(database);
        NS_ASSIGN(const auto names, labels::loadAnnotators(database));
        std::uint64_t most = 0;
        for (const std::string& name : names) {
            if (name == labels::kLabelMatrixName || !study.labels)
                continue;
            NS_ASSIGN(auto labels, labels::loadLabels(database, study.descriptors, name));
            const labels::LabelCounts counts = labels::countLabels(labels);
            found.annotators.push_back(QString::fromStdString(name));
            found.labels.push_back(std::make_shared<const labels::LabelMatrix>(std::move(labels)));
            if (counts.yes + counts.no > most) {
                most = counts.yes + counts.no;
                found.most = found.annotators.size() - 1;
            }
        }
        return found;
    }
};

EvaluationController::EvaluationController(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::changed, this, &EvaluationController::studyChanged);
    connect(&session.validation(), &ValidationController::written, this, &EvaluationController::answersWritten);
}

EvaluationController::~EvaluationController() {
    m_resampling.finish();
    m_lane.finish();
}

pipeline::NeuronChoice EvaluationController::neurons() const {
    pipeline::NeuronChoice choice = m_setup.neurons;
    if (choice.kind == pipeline::NeuronChoice::Kind::Bookmarked)
        choice.list = m_session.bookmarks();
    return choice;
}

bool EvaluationController::hasNeurons() const {
    const auto study = m_session.study();
    return study && study->run && pipeline::chosenNeurons(neurons(), study->run->neurons());
}

void EvaluationController::setNeurons(const pipeline::NeuronChoice& choice) {
    if (std::exchange(m_setup.neurons, choice) != choice)
        chosen();
}

void EvaluationController::setFalseMilli(std::uint32_t falseMilli) {
    if (std::exchange(m_setup.falseMilli, falseMilli) != falseMilli)
        chosen();
}

void EvaluationController::chosen() {
    if (m_setupKnown) // else it is written together with what is being read
        m_session.storeEvaluationSetup(m_setup);
    emit choicesChanged();
}

void EvaluationController::setTruth(const QString& annotator) {
    if (annotator == m_truth || !m_annotators.contains(annotator))
        return;
    m_truth = annotator;
    m_setup.truth = annotator.toStdString();
    if (!m_reading)
        m_reference = m_labels[static_cast<std::size_t>(m_annotators.indexOf(annotator))];
    chosen();
}

const pipeline::ConsistencyCurve* EvaluationController::consistency(ConsistencyBy by) const {
    return m_curves[static_cast<std::size_t>(by)].value.get();
}

bool EvaluationController::isComputing(Part part) const {
    switch (part) {
    case Part::Evaluation:
        return m_evaluation.computing;
    case Part::ByNeuron:
    case Part::ByDescriptor:
        return m_curves[part == Part::ByDescriptor].computing;
    case Part::Landscape:
        return m_landscape.computing;
    case Part::Coverage:
        return m_coverage.computing;
    }
    return false;
}

const std::optional<Error>& EvaluationController::error(Part part) const {
    if (part == Part::Evaluation)
        return m_evaluation.error;
    if (part == Part::Coverage)
        return m_coverage.error;
    return part == Part::Landscape ? m_landscape.error : m_curves[part == Part::ByDescriptor].error;
}

/// Labels may have come or gone with the study's data; they are read when something is wanted again.
void EvaluationController::studyChanged(const ChangeSet& change) {
    if (change.marks && m_setup.neurons.kind == pipeline::NeuronChoice::Kind::Bookmarked)
        emit choicesChanged();
    if (!change.study && !change.curation)
        return;
    m_readFor.reset();
    if (m_session.study())
        return;
    m_setup = {};
    m_setupKnown = false;
    m_reference.reset();
    m_labels.clear();
    m_truth.clear();
    m_annotators.clear();
    m_reading = false;
    clear(m_coverage);
    clear(m_evaluation);
    clear(m_curves[0]);
    clear(m_curves[1]);
    clear(m_landscape);
    emit choicesChanged();
}

/// A person's answers are reference labels too.
void EvaluationController::answersWritten() {
    if (!m_readFor)
        return;
    m_readFor.reset();
    emit choicesChanged();
}

void EvaluationController::readAnnotators() {
    m_readFor = m_session.study();
    m_reference.reset(); // its columns may be other descriptors now
    m_reading = true;
    m_session.query<References>(
        QStringLiteral("evaluation.truth"),
        [study = m_readFor](store::Database& database, std::stop_token) { return References::read(database, *study); },
        [this](Result<References> found) { take(std::move(found)); }, this);
}

void EvaluationController::take(Result<References> found) {
    m_reading = false;
    if (found) {
        m_annotators = std::move(found->annotators);
        m_labels = std::move(found->labels);
        ++m_readings;
        takeSetup(std::move(found->setup));
        const auto wanted = m_annotators.indexOf(QString::fromStdString(m_setup.truth));
        const auto shown = m_annotators.indexOf(m_truth);
        const auto place = wanted >= 0 ? wanted : shown >= 0 ? shown : found->most;
        m_truth = place >= 0 ? m_annotators[place] : QString();
        m_reference = place >= 0 ? m_labels[static_cast<std::size_t>(place)] : nullptr;
    } else if (found.error().code != ErrorCode::Cancelled) {
        emit m_session.failed(found.error());
    }
    emit choicesChanged();
}

void EvaluationController::takeSetup(Result<pipeline::EvaluationSetup> stored) {
    if (std::exchange(m_setupKnown, true))
        return;
    if (!stored)
        return emit m_session.failed(stored.error());
    const pipeline::EvaluationSetup before, now = std::exchange(m_setup, *stored);
    if (now.neurons != before.neurons)
        m_setup.neurons = now.neurons;
    if (now.falseMilli != before.falseMilli)
        m_setup.falseMilli = now.falseMilli;
    if (m_setup != *stored)
        m_session.storeEvaluationSetup(m_setup);
}

const std::vector<pipeline::ReferenceCoverage>* EvaluationController::coverage() const {
    const bool isOfThese =
        m_coverage.value && m_coverage.value->size() == static_cast<std::size_t>(m_annotators.size());
    return isOfThese ? m_coverage.value.get() : nullptr;
}

void EvaluationController::want(Part part) {
    switch (part) {
    case Part::Evaluation:
        return computeEvaluation();
    case Part::ByNeuron:
        return computeConsistency(ConsistencyBy::Neuron);
    case Part::ByDescriptor:
        return computeConsistency(ConsistencyBy::Descriptor);
    case Part::Landscape:
        return computeLandscape();
    case Part::Coverage:
        return computeCoverage();
    }
}

std::optional<EvaluationController::Request> EvaluationController::request(bool withReference, bool allNeurons) {
    const auto study = m_session.study();
    if (!study || !study->taggable())
        return std::nullopt;
    if (m_readFor != study)
        readAnnotators();
    if (withReference && m_reading)
        return std::nullopt; // choicesChanged() brings the panels back
    pipeline::NeuronChoice choice = neurons();
    if (allNeurons)
        choice.kind = pipeline::NeuronChoice::Kind::All;
    auto ids = pipeline::chosenNeurons(choice, study->run->neurons());
    if (!ids)
        return std::nullopt;
    auto snapshot = std::make_shared<pipeline::StudyData>(*study);
    for (std::uint32_t column = 0; column < snapshot->descriptors.size(); ++column)
        snapshot->descriptors[column].excluded = m_session.isExcluded(column);
    Request request{snapshot, m_reference, m_session.thresholds(), std::move(ids).value(), {}};
    const tagging::Thresholds& now = request.thresholds;
    request.inputs = {study, m_reference, snapshot->active(), now.kMilli, now.rule, now.tail, request.neurons, 0, 0};
    return request;
}

template <class T>
void EvaluationController::clear(Slot<T>& slot) {
    slot.value.reset();
    slot.inputs.reset();
    slot.error.reset();
    slot.computing = false;
    ++slot.serial;
}

/// False where the slot holds these inputs' value already, or soon will.
template <class T>
bool EvaluationController::begin(Slot<T>& slot, const Request& request) {
    if (slot.inputs == request.inputs)
        return false;
    if (!slot.inputs || slot.inputs->study != request.inputs.study)
        slot.value.reset(); // of another study: not to be shown a moment longer
    slot.inputs = request.inputs;
    slot.error.reset();
    slot.computing = true;
    ++slot.serial;
    return true;
}

template <class T>
void EvaluationController::deliver(Part part, Slot<T>& slot, std::uint64_t serial, Result<T> result, bool last) {
    const auto shared = std::make_shared<Result<T>>(std::move(result));
    QMetaObject::invokeMethod(
        this,
        [this, part, &slot, serial, shared, last] {
            if (serial != slot.serial || (!last && !slot.computing))
                return; // of an earlier request, or overtaken by the better value
            slot.computing = shared->ok() && !last;
            if (shared->ok()) {
                slot.value = std::make_shared<const T>(std::move(*shared).value());
            } else {
                slot.value.reset();
                slot.error = shared->error();
                if (slot.error->code != ErrorCode::Unsupported)
                    emit m_session.failed(*slot.error);
            }
            emit changed(part);
        },
        Qt::QueuedConnection);
}

void EvaluationController::computeEvaluation() {
    auto wanted = request(true, false);
    if (!wanted || !wanted->reference)
        return clear(m_evaluation);
    wanted->inputs.falseMilli = m_setup.falseMilli;
    if (!begin(m_evaluation, *wanted))
        return;
    m_lane.post(channelOf(Part::Evaluation),
                [this, wanted = *wanted, options = m_bootstrap, serial = m_evaluation.serial](std::stop_token stop) {
                    pipeline::EvaluationOptions how;
                    how.neurons = wanted.neurons;
                    how.bootstrap = options;
                    how.falseMilli = wanted.inputs.falseMilli;
                    auto result = pipeline::evaluate(*wanted.study, *wanted.reference, wanted.thresholds, how, stop);
                    if (!stop.stop_requested())
                        deliver(Part::Evaluation, m_evaluation, serial, std::move(result), true);
                });
}

/// First the curve, a moment later its intervals.
void EvaluationController::computeConsistency(ConsistencyBy by) {
    auto wanted = request(false, true);
    auto& slot = curve(by);
    if (!wanted)
        return clear(slot);
    wanted->inputs.reference.reset();
    if (!begin(slot, *wanted))
        return;
    const Part part = by == ConsistencyBy::Neuron ? Part::ByNeuron : Part::ByDescriptor;
    m_lane.post(channelOf(part),
                [this, part, by, wanted = *wanted, serial = slot.serial, target = &slot](std::stop_token stop) {
                    NullProgress progress;
                    pipeline::ConsistencyOptions how;
                    how.neurons = wanted.neurons;
                    how.by = by;
                    how.bootstrap.resamples = 0;
                    auto quick = pipeline::consistency(*wanted.study, wanted.thresholds, how, stop, progress);
                    if (!stop.stop_requested())
                        deliver(part, *target, serial, std::move(quick), false);
                });
    computeIntervals(by, *wanted);
}

void EvaluationController::computeIntervals(ConsistencyBy by, const Request& request) {
    auto& slot = curve(by);
    const Part part = by == ConsistencyBy::Neuron ? Part::ByNeuron : Part::ByDescriptor;
    m_resampling.post(channelOf(part), [this, part, by, request, bootstrap = m_bootstrap, serial = slot.serial,
                                        target = &slot](std::stop_token stop) {
        NullProgress progress;
        pipeline::ConsistencyOptions how;
        how.neurons = request.neurons;
        how.by = by;
        how.bootstrap = bootstrap;
        auto whole = pipeline::consistency(*request.study, request.thresholds, how, stop, progress);
        if (!stop.stop_requested())
            deliver(part, *target, serial, std::move(whole), true);
    });
}

/// Of all k at once: the study's own k is no input. Without a chosen neuron nothing is judged.
void EvaluationController::computeLandscape() {
    const bool judged = hasNeurons();
    auto wanted = request(true, !judged);
    if (!wanted)
        return clear(m_landscape);
    if (!judged) {
        wanted->reference.reset();
        wanted->inputs.reference.reset();
    }
    wanted->inputs.kMilli = 0;
    if (!begin(m_landscape, *wanted))
        return;
    m_lane.post(channelOf(Part::Landscape),
                [this, wanted = *wanted, serial = m_landscape.serial](std::stop_token stop) {
                    NullProgress progress;
                    auto result = pipeline::landscapeOf(*wanted.study, wanted.reference.get(), wanted.thresholds,
                                                        wanted.neurons, stop, progress);
                    if (!stop.stop_requested())
                        deliver(Part::Landscape, m_landscape, serial, std::move(result), true);
                });
}

/// Of all annotators, so that one is chosen by what it can judge.
void EvaluationController::computeCoverage() {
    auto wanted = request(true, false);
    if (!wanted || m_labels.empty())
        return clear(m_coverage);
    wanted->inputs.reference.reset();
    wanted->inputs.rule = {};
    wanted->inputs.reading = m_readings;
    if (!begin(m_coverage, *wanted))
        return;
    m_lane.post(channelOf(Part::Coverage), [this, wanted = *wanted, annotators = m_labels,
                                            serial = m_coverage.serial](std::stop_token stop) {
        std::vector<pipeline::ReferenceCoverage> coverage;
        for (const Labels& labels : annotators) {
            auto one = pipeline::referenceCoverage(*wanted.study, *labels, wanted.thresholds, wanted.neurons, stop);
            if (stop.stop_requested())
                return;
            if (!one)
                return deliver(Part::Coverage, m_coverage, serial,
                               Result<std::vector<pipeline::ReferenceCoverage>>(one.error()), true);
            coverage.push_back(*one);
        }
        deliver(Part::Coverage, m_coverage, serial, Result(std::move(coverage)), true);
    });
}

} // namespace neuroscribe::app
