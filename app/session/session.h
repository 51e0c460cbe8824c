// The session: one open study, its lanes of work, and the one gate through which it changes. Lives on the window's
// thread; everything long runs on a lane and comes back as a value. Knows no widget.
#pragma once

#include "app/lanes/job_list.h"
#include "app/session/change_set.h"
#include "app/session/selection.h"
#include "core/base/result.h"
#include "core/corpus/importer.h"
#include "core/extraction/extractor.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace neuroscribe::app {

/// Live: the gesture goes on (a slider being dragged): nothing is written. Commit: written and one undo step.
enum class Gesture { Live, Commit };

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override; ///< stops accepting, cancels, waits, closes the study, in this order

    // --- The study -------------------------------------------------------------------------------------------------
    // Each returns at once; studyChanged() or failed() follows. The open study is closed first.
    void createStudy(const QString& folder);
    void openStudy(const QString& folder, bool readOnly = false);
    void openDemo(); ///< builds it at first use (a job), opens it while it grows
    void closeStudy();
    void saveCopy(const QString& folder);

    bool isOpen() const;
    bool isReadOnly() const;
    QString folder() const;
    QString title() const; ///< the folder's name, for window and menus
    /// Null when no study is open. Views keep the pointer only for one refresh.
    std::shared_ptr<const pipeline::StudyData> study() const;
    const std::vector<pipeline::StepStatus>& steps() const;

    // --- Steps of the pipeline: jobs on the compute lane -----------------------------------------------------------
    JobId importFiles(const QStringList& files, const corpus::ImportOptions& options);
    JobId importLabels(const QString& file, const QString& annotator);
    /// Adds the descriptors (name = its synonyms may be empty) and runs the lexical engine.
    struct DescriptorTerms {
        QString name;
        QStringList synonyms;
    };
    JobId labelLexically(const std::vector<DescriptorTerms>& descriptors);
    JobId extract(const extraction::ExtractOptions& options);
    JobList& jobs();

    // --- Tagging ---------------------------------------------------------------------------------------------------
    /// Null until the study has labels and activations.
    tagging::Tagger* tagger() const;
    const tagging::Thresholds& thresholds() const;
    /// The gate for thresholds: small moves at once, jumps on the light lane (latest wins); changed() follows.
    void setThresholds(const tagging::Thresholds& thresholds, Gesture gesture);
    /// Null while q is being computed on the light lane for the present counts.
    const stats::Enrichment::Table* enrichment() const;
    void setExcluded(std::uint32_t descriptor, bool excluded);

    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const; ///< "Set t to 0.40", translated; empty when there is none
    QString redoText() const;

    struct Mark {
        bool bookmarked = false;
        QString note;
    };
    Mark mark(NeuronId neuron) const;
    void setMark(NeuronId neuron, const Mark& mark);

    // --- Asynchronous reading for panels -----------------------------------------------------------------------------
    /// Runs `read` with a database connection of its own on the light lane and `done` back here; both run at most once.
    /// `channel`: a newer request on the same channel replaces one not yet done (latest wins).
    template <class T>
    void query(const QString& channel, std::function<Result<T>(store::Database&, std::stop_token)> read,
               std::function<void(Result<T>)> done);

    Selection& selection();

signals:
    void changed(const neuroscribe::app::ChangeSet& change);
    void stepsChanged();
    /// Something failed; the window shows it in a bar that does not block.
    void failed(const neuroscribe::Error& error);
    void noticed(const QString& message); ///< opened read-only, recovered, slow BLAS ...
    void undoChanged();
};

} // namespace neuroscribe::app
