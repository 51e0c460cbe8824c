// The validation of the open study, as the panels of the workspace Validate share it: who answers, the queue, the
// question that is asked now, and the history. Lives on the window's thread. An answer counts at once and is written
// behind; the window never waits for the database. What it needs is loaded when it is first wanted.
#pragma once

#include "core/pipeline/validation.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace neuroscribe::app {

class ValidationController : public QObject {
    Q_OBJECT
public:
    using Verdict = labels::Verdict;
    using Data = std::shared_ptr<const pipeline::StudyData>;
    using Work = pipeline::ValidationWork;
    using Setup = pipeline::ValidationSetup;
    using Write = std::function<Status(store::Database&)>;
    /// Runs the write in a transaction after those given before; `done` is called on the window's thread, not at all
    /// once another study is open.
    using Writer = std::function<void(Write write, std::function<void(const Status&)> done)>;
    /// Reads beside the jobs, with the setup given or, without one, the stored one; the newest call wins.
    struct Loaded {
        Setup setup;
        Work work;
    };
    using Loader =
        std::function<void(Data study, std::optional<Setup> setup, std::function<void(Result<Loaded>)> done)>;

    ValidationController(Writer writer, Loader loader, QObject* parent = nullptr);

    /// Another study, or the same with other labels; `whyFixed` (translated) is set where it can only be read.
    void setStudy(Data study, const QString& whyFixed);
    void clear();
    /// Somebody looks: loads what is stored unless it is there.
    void want();
    /// What is stored has changed otherwise (an import of answers).
    void reload();

    // --- What can be done
    enum class State {
        NoLabels, ///< nothing to ask about
        Loading,
        Failed,        ///< to load; tried again by want()
        NoAnnotator,   ///< nobody has said a name
        Asking,        ///< there is a question
        AllAnswered,   ///< of the chosen descriptors
        NothingDiffers ///< disagreement first, but nobody differs
    };
    State state() const;
    bool canAnswer() const { return m_whyFixed.isEmpty() && m_current.has_value(); }
    const QString& whyNot() const { return m_whyFixed; } ///< why it can't be edited; empty when it can
    bool isWritten() const { return m_pendingWrites == 0; }
    std::uint64_t serial() const { return m_serial; } ///< counts answers and loads

    // --- Setup, kept in the study
    QString annotator() const { return QString::fromStdString(m_setup.annotator); }
    QStringList people() const;     ///< who have answered, and who answers now
    QStringList annotators() const; ///< everybody with answers, "B" first
    labels::Drawn drawn() const { return m_setup.drawn; }
    std::uint32_t each() const { return m_setup.each; }
    /// Errors: InvalidArgument.
    Status setAnnotator(const QString& name);
    void setDrawn(labels::Drawn drawn);
    bool isChosen(DescriptorId descriptor) const { return !m_setup.leftOut.contains(descriptor); }
    void setChosen(const std::vector<DescriptorId>& descriptors, bool chosen); ///< written as one

    // --- The question
    struct Question {
        std::size_t place = 0; ///< in the queue
        std::uint32_t descriptor = 0;
        QString name;                    ///< of the descriptor
        QString question;                ///< what is asked about; of a merged descriptor one of its questions
        std::size_t part = 0, parts = 1; ///< which of them
        SentenceId sentence;
        QString text; ///< of the sentence
    };
    const std::optional<Question>& question() const { return m_current; }
    void answer(Verdict verdict);
    void later(); ///< asks another first

    /// The newest answer that is in force, with what the model had said.
    struct Given {
        QString question, text;
        Verdict verdict = Verdict::Unsure;
        labels::Answer model = labels::Answer::Unanswered;
    };
    std::optional<Given> lastGiven() const;

    struct Progress {
        std::uint32_t total = 0, yes = 0, no = 0, unsure = 0;
        std::uint32_t answered() const { return yes + no + unsure; }
    };
    Progress progress(std::uint32_t descriptor) const; ///< of the queue
    Progress chosenProgress() const;                   ///< of the chosen descriptors together

    // --- History "validation"
    bool canUndo() const { return m_whyFixed.isEmpty() && m_done != 0; }
    bool canRedo() const { return m_whyFixed.isEmpty() && m_done != m_history.size(); }
    QString undoText() const; ///< "Yes: taste (Maria)"; empty when there is none
    QString redoText() const;
    void undo();
    void redo();

signals:
    void changed(); ///< question, progress, setup or state
    void historyChanged();
    void written(); ///< every answer
    void failed(const neuroscribe::Error& error);

private:
    using Key = std::pair<std::string, SentenceId>;
    void take(Loaded loaded);
    void loadFailed(const Error& error);
    void write(Write write);
    void saveSetup();
    void restart(); ///< loads again, once everything is written
    void put(const pipeline::AnswerEdit& edit, bool forward);
    void move(bool forward);
    std::optional<Verdict> verdictOf(const std::string& question, SentenceId sentence) const;
    std::optional<Verdict> verdictOf(const pipeline::ValidationPair& pair) const;
    std::optional<Question> questionAt(std::size_t place) const;
    void ask(std::size_t from);
    void goTo(const pipeline::AnswerEdit& edit);
    QString editText(const pipeline::AnswerEdit& edit) const;
    bool isChosenAt(std::size_t place) const;

    Writer m_writer;
    Loader m_loader;
    QString m_whyFixed;
    Data m_study;
    Setup m_setup;
    bool m_wanted = false, m_loaded = false, m_failed = false, m_setupKnown = false, m_restart = false;
    Work m_work;                                   ///< without the answers and the history, which are below
    std::map<Key, labels::PersonAnswer> m_answers; ///< of the annotator
    std::optional<Question> m_current;
    std::vector<pipeline::AnswerEdit> m_history;
    std::size_t m_done = 0;
    std::optional<pipeline::AnswerEdit> m_shownNext; ///< where to go when it is loaded
    std::uint64_t m_serial = 0;
    std::size_t m_pendingWrites = 0;
};

} // namespace neuroscribe::app
