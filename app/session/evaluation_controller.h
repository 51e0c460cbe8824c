// What the workspace Evaluate shows: which neurons, whose truth, and the numbers that follow. Lives on the window's
// thread; numbers are computed on a lane of its own, where the newest request wins, and are kept until what they come
// from changes. Panels ask for what they show: what nobody sees is not computed.
#pragma once

#include "app/lanes/latest_lane.h"
#include "app/session/change_set.h"
#include "core/pipeline/evaluation.h"
#include "core/pipeline/evaluation_setup.h"

#include <QObject>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>

namespace neuroscribe::app {

class Session;

class EvaluationController : public QObject {
    Q_OBJECT
public:
    /// The session outlives it.
    explicit EvaluationController(Session& session, QObject* parent = nullptr);
    ~EvaluationController() override;

    // --- Choices, kept in the study
    /// Of the bookmarks the list is as they are now; it may be empty.
    pipeline::NeuronChoice neurons() const;
    void setNeurons(const pipeline::NeuronChoice& choice);
    /// Some neuron is chosen. Without one there is neither evaluation nor coverage.
    bool hasNeurons() const;
    /// Annotators other than B, as stored; read when something is first wanted of a study. Empty also while they are
    /// being read: isReading().
    const QStringList& annotators() const { return m_annotators; }
    /// What the neurons ask of each annotator, in the order of annotators(); null until computed (Part::Coverage).
    const std::vector<pipeline::ReferenceCoverage>* coverage() const;
    QString truth() const { return m_truth; } ///< empty: there is none
    void setTruth(const QString& annotator);
    bool isReading() const { return m_reading; }
    /// What a false tag costs in thousandths of a missed one, for the best t.
    std::uint32_t falseMilli() const { return m_setup.falseMilli; }
    void setFalseMilli(std::uint32_t falseMilli);

    // --- Numbers. Each is null until it has been asked for and computed.
    enum class Part : std::uint8_t { Evaluation, ByNeuron, ByDescriptor, Landscape, Coverage };
    /// Sees to it that the part is, or will be, up to date. changed() follows when it was not.
    void want(Part part);
    const pipeline::Evaluation* evaluation() const { return m_evaluation.value.get(); }
    const pipeline::ConsistencyCurve* consistency(stats::ConsistencyBy by) const;
    const tagging::Landscape* landscape() const { return m_landscape.value.get(); }
    bool isComputing(Part part) const; ///< a better value of the part is under way
    /// Why there is no value, where that is not a lack of data: the rule is no reading of f.
    const std::optional<Error>& error(Part part) const;

    const stats::BootstrapOptions& bootstrap() const { return m_bootstrap; }

signals:
    void changed(neuroscribe::app::EvaluationController::Part part);
    void choicesChanged(); ///< neurons, annotators, the truth or the cost

private:
    /// What a number comes from; equal inputs are not computed twice.
    struct Inputs {
        std::shared_ptr<const pipeline::StudyData> study; ///< as loaded; held, so that no other takes its address
        std::shared_ptr<const labels::LabelMatrix> reference;
        std::vector<std::uint8_t> active;
        std::uint32_t kMilli = 0;
        tagging::Rule rule{};
        tagging::Tail tail{};
        std::vector<NeuronId> neurons;
        std::uint32_t falseMilli = 0;
        std::uint64_t reading = 0; ///< of Coverage, which is of all annotators
        bool operator==(const Inputs&) const = default;
    };
    template <class T>
    struct Slot {
        std::shared_ptr<const T> value;
        std::optional<Inputs> inputs; ///< of the value, or of what is being computed
        std::optional<Error> error;
        std::uint64_t serial = 0;
        bool computing = false;
    };
    struct References;
    using Labels = std::shared_ptr<const labels::LabelMatrix>;
    /// A request on its way to the lane.
    struct Request {
        std::shared_ptr<const pipeline::StudyData> study; ///< with the descriptors that are excluded now
        std::shared_ptr<const labels::LabelMatrix> reference;
        tagging::Thresholds thresholds;
        std::vector<NeuronId> neurons;
        Inputs inputs;
    };
    /// Nothing where it can't be computed, or not yet.
    std::optional<Request> request(bool withReference, bool allNeurons);
    template <class T>
    bool begin(Slot<T>& slot, const Request& request);
    template <class T>
    void deliver(Part part, Slot<T>& slot, std::uint64_t serial, Result<T> result, bool last);
    template <class T>
    void clear(Slot<T>& slot);
    void computeEvaluation();
    void computeConsistency(stats::ConsistencyBy by);
    void computeIntervals(stats::ConsistencyBy by, const Request& request);
    void computeLandscape();
    void computeCoverage();
    void studyChanged(const ChangeSet& change);
    void readAnnotators();
    void answersWritten();
    void take(Result<References> found);
    /// What was stored, where it is not known yet; what a person has changed meanwhile stays.
    void takeSetup(Result<pipeline::EvaluationSetup> stored);
    void chosen();
    Slot<pipeline::ConsistencyCurve>& curve(stats::ConsistencyBy by) { return m_curves[static_cast<std::size_t>(by)]; }

    Session& m_session;
    pipeline::EvaluationSetup m_setup; ///< as chosen; its truth may be somebody who has no labels any more
    bool m_setupKnown = false;         ///< of the open study
    QStringList m_annotators;
    QString m_truth;
    std::vector<Labels> m_labels; ///< by annotator
    Labels m_reference;           ///< of m_truth
    std::uint64_t m_readings = 0;
    std::shared_ptr<const pipeline::StudyData> m_readFor; ///< whose annotators and reference labels these are
    bool m_reading = false;
    stats::BootstrapOptions m_bootstrap;
    Slot<pipeline::Evaluation> m_evaluation;
    Slot<pipeline::ConsistencyCurve> m_curves[2];
    Slot<tagging::Landscape> m_landscape;
    Slot<std::vector<pipeline::ReferenceCoverage>> m_coverage;
    LatestLane m_lane{"evaluation"};
    LatestLane m_resampling{"resampling"}; ///< seconds of it hold nothing else up; both last: they end first
};

} // namespace neuroscribe::app
