// The session: one open study, its lanes of work, and the one gate through which it changes. Lives on the window's
// thread; everything long runs on a lane and comes back as a value. Knows no widget.
//
// Shutdown, in this order (tests/app/shutdown_test.cpp): nothing more is accepted; jobs are cancelled; what a person
// changed is written; the study closes; the lanes end.
#pragma once

#include "app/lanes/job_list.h"
#include "app/session/change_set.h"
#include "app/session/curation_controller.h"
#include "app/session/marks.h"
#include "app/session/selection.h"
#include "app/session/validation_controller.h"
#include "core/base/result.h"
#include "core/corpus/importer.h"
#include "core/descriptors/describe.h"
#include "core/extraction/extractor.h"
#include "core/labels/labeler.h"
#include "core/nn/api.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace neuroscribe::pipeline {
struct ClusterOptions;
struct EvaluationSetup;
} // namespace neuroscribe::pipeline

namespace neuroscribe::app {

/// Live: the gesture goes on (a slider being dragged): nothing is written. Commit: written and one undo step.
enum class Gesture { Live, Commit };

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override; ///< stops accepting, cancels, waits, closes the study, in this order

    // --- The study -------------------------------------------------------------------------------------------------
    // Each returns at once; changed(everything) or openFailed() follows. The open study is closed first, and its jobs
    // are cancelled.
    void createStudy(const QString& folder);
    void openStudy(const QString& folder, bool readOnly = false);
    void openDemo(const QString& folder); ///< builds it there at first use (a job), then opens it
    void closeStudy();
    JobId saveCopy(const QString& folder);

    bool isOpen() const;
    bool isOpening() const; ///< between openStudy() and its outcome
    bool isReadOnly() const;
    QString folder() const; ///< of the study that is open or being opened; empty: none
    QString title() const;  ///< the folder's name, for window and menus
    /// Null when no study is open. Views keep the pointer only for one refresh.
    std::shared_ptr<const pipeline::StudyData> study() const;
    const std::vector<pipeline::StepStatus>& steps() const;
    /// What the last loading of the nn module told about BLAS, threads and devices; nothing before the first.
    const std::optional<nn::RuntimeInfo>& runtimeInfo() const;

    // --- Steps of the pipeline: jobs on the compute lane -----------------------------------------------------------
    JobId importFiles(const QStringList& files, const corpus::ImportOptions& options);
    JobId importLabels(const QString& file, const QString& annotator);
    /// Adds the descriptors (name = its synonyms may be empty) and runs the lexical engine.
    struct DescriptorTerms {
        QString name;
        QStringList synonyms;
    };
    JobId labelLexically(const std::vector<DescriptorTerms>& descriptors);
    /// p1 and p2 by a language model or, for p1, by keyphrases (spec `lexical`, without a model). What was answered
    /// before is not asked again.
    JobId describe(const llm::EngineOptions& engine, const descriptors::DescribeRequest& request);
    JobId labelWithModel(const llm::EngineOptions& engine, const labels::LabelRequest& request,
                         const QStringList& descriptors);
    JobId extract(const extraction::ExtractOptions& options);
    /// encoder: folder of a sentence encoder. One edit of the curation.
    JobId clusterTopics(const QString& encoder, const pipeline::ClusterOptions& options);
    /// By the embeddings that are stored: none is made, and no encoder is needed.
    JobId clusterEmbedded(const pipeline::ClusterOptions& options);
    JobList& jobs();
    void cancelAllJobs();

    // --- Tagging ---------------------------------------------------------------------------------------------------
    /// Null until the study has labels and activations.
    tagging::Tagger* tagger() const;
    const tagging::Thresholds& thresholds() const;
    /// The gate for thresholds: small moves at once, jumps on the light lane (latest wins); changed() follows.
    void setThresholds(const tagging::Thresholds& thresholds, Gesture gesture);
    /// Null while q is being computed on the light lane for the present counts.
    const stats::Enrichment::Table* enrichment() const;
    /// r, AUROC and AUPRC of the half that is shown (Tagger::ruleValues): computed or read by a job at first use, then
    /// changed() follows. A threshold on one of them asks by itself.
    void wantRowRules();
    bool isTaggingSettled() const; ///< no counts, tags or q are under way
    /// descriptor: column of StudyData::descriptors.
    void setExcluded(std::uint32_t descriptor, bool excluded);
    bool isExcluded(std::uint32_t descriptor) const;

    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const; ///< "Set t to 0.40", translated; empty when there is none
    QString redoText() const;

    using Mark = NeuronMark;
    Mark mark(NeuronId neuron) const;
    void setMark(NeuronId neuron, const Mark& mark);
    std::vector<NeuronId> bookmarks() const; ///< ascending
    /// Kept with the study; nothing is written of one that is open for reading only.
    void storeEvaluationSetup(const pipeline::EvaluationSetup& setup);

    // --- Curation ---------------------------------------------------------------------------------------------------
    /// Clusters, their edits and the history of these, apart from that of the thresholds.
    CurationController& curation();

    // --- Validation --------------------------------------------------------------------------------------------------
    /// Questions answered by people, and the history of these, apart from the others.
    ValidationController& validation();

    /// How a person wants to see the study: kept in it, no step to undo. Nothing happens where it can only be read.
    void keep(std::function<Status(store::Database&)> write);

    // --- Asynchronous reading for panels -----------------------------------------------------------------------------
    /// Runs `read` with a database connection of its own on the light lane and `done` back here; both run at most once,
    /// `done` only while the same study is open and `context` (where given) lives.
    /// `channel`: a newer request on the same channel replaces one not yet done (latest wins).
    template <class T>
    void query(const QString& channel, std::function<Result<T>(store::Database&, std::stop_token)> read,
               std::function<void(Result<T>)> done, QObject* context = nullptr) {
        postQuery(Reading::Panel, channel, boxed<T>(std::move(read), std::move(done)), context ? context : this);
    }
    /// The same for what waits for somebody else (a server, a model): on a lane of its own, where it holds up no panel.
    template <class T>
    void ask(const QString& channel, std::function<Result<T>(store::Database&, std::stop_token)> read,
             std::function<void(Result<T>)> done, QObject* context = nullptr) {
        postQuery(Reading::Slow, channel, boxed<T>(std::move(read), std::move(done)), context ? context : this);
    }

    Selection& selection();

signals:
    void closing(); ///< the study is open for the last time: who holds something unwritten writes it now
    void changed(const neuroscribe::app::ChangeSet& change);
    void stepsChanged();
    /// Something failed; the window shows it in a bar that does not block.
    void failed(const neuroscribe::Error& error);
    void openFailed(const QString& folder, const neuroscribe::Error& error);
    void noticed(const QString& message); ///< opened read-only, recovered, slow BLAS ...
    void undoChanged();
    void runtimeInfoChanged();

private:
    using Deliver = std::function<void()>;
    using Boxed = std::function<Deliver(store::Database&, std::stop_token)>;
    enum class Reading : std::uint8_t { Panel, Slow };
    template <class T>
    static Boxed boxed(std::function<Result<T>(store::Database&, std::stop_token)> read,
                       std::function<void(Result<T>)> done) {
        return [read = std::move(read), done = std::move(done)](store::Database& database,
                                                                std::stop_token stop) -> Deliver {
            auto result = std::make_shared<Result<T>>(read(database, stop));
            return [done, result] { done(std::move(*result)); };
        };
    }
    void postQuery(Reading reading, const QString& channel, Boxed read, QObject* context);

    struct Private;
    friend struct Private;
    std::unique_ptr<Private> d;
};

} // namespace neuroscribe::app
