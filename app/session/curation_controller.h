// The curation of the open study, as the panels of the workspace Curate share it: the clusters, the edit that is being
// considered, and the history. Lives on the window's thread. An edit is seen at once and written behind; the window
// never waits for the database.
#pragma once

#include "app/session/curation_data.h"

#include <QObject>

#include <functional>
#include <optional>

namespace neuroscribe::app {

class CurationController : public QObject {
    Q_OBJECT
public:
    using Write = std::function<Status(store::Database&)>;
    /// Runs the write, which makes its own transaction, after those given before; `done` is called on the window's
    /// thread, not at all once another study is open.
    using Writer = std::function<void(Write write, std::function<void(const Status&)> done)>;

    explicit CurationController(Writer writer, QObject* parent = nullptr);

    /// Another study, or the same with other data; `whyFixed` (translated) is set where it can only be read. What is
    /// being considered stays where the clusters are the same, as after a job that has nothing to do with them.
    void setStudy(CurationSnapshot snapshot, const QString& whyFixed);
    void clear();
    /// Whether a snapshot that was asked for at `serial` is still the newest state.
    std::uint64_t serial() const { return m_serial; }
    bool isWritten() const { return m_pendingWrites == 0; }

    // --- What is there. Null while no study is open; the values are immutable, keep them as long as you like.
    std::shared_ptr<const Topics> topics() const { return m_topics; }
    std::shared_ptr<const descriptors::Curation> curation() const { return m_curation; }
    const FiguresByPlace& figures() const { return m_figures; }
    std::vector<RawDescriptorId> members(ClusterId place) const;

    // --- The gate
    bool canEdit() const;
    QString whyNot() const; ///< why it can't be edited; empty when it can
    /// Errors (nothing has changed then, and failed() is not emitted): ReadOnly, those of Curation::apply.
    Status apply(const descriptors::CurationEdit& edit);

    // --- The edit that is being considered: shown with its consequences, then applied or withdrawn. Any other change
    // withdraws it.
    /// Chosen as a whole, or changing with each letter that is typed: then nothing may hold the letters up.
    enum class Pending : std::uint8_t { Chosen, Typed };
    /// Errors: as apply(); an earlier proposal is then withdrawn.
    Status propose(const descriptors::CurationEdit& edit, Pending how = Pending::Chosen);
    bool isTyped() const { return m_proposed && m_pending == Pending::Typed; }
    const std::optional<descriptors::CurationEdit>& proposed() const { return m_proposed; }
    /// The curation as it would be; null without a proposal.
    std::shared_ptr<const descriptors::Curation> outcome() const { return m_outcome; }
    Status applyProposed();
    void withdraw();

    // --- The edit that is a single key away, and is made without being proposed: its consequences are seen before.
    /// Nothing: there is none. Any change of the curation takes it back.
    void foresee(std::optional<descriptors::CurationEdit> edit);
    const std::optional<descriptors::CurationEdit>& foreseen() const { return m_foreseen; }
    /// What consequences are to be told of: what is proposed, else what is foreseen, else null.
    const descriptors::CurationEdit* considered() const;

    // --- History, the oldest first
    const std::vector<descriptors::CurationEdit>& history() const { return m_history; }
    std::size_t done() const { return m_done; } ///< the first so many are in force
    bool canUndo() const { return canEdit() && m_done != 0; }
    bool canRedo() const { return canEdit() && m_done != m_history.size(); }
    QString undoText() const; ///< translated; empty when there is none
    QString redoText() const;
    void undo();
    void redo();
    /// Undoes or redoes until so many edits are in force: one change, written as one.
    void jumpTo(std::size_t done);

signals:
    /// Curation or topics. `delta`: what was applied; empty where everything may be different.
    void changed(const neuroscribe::descriptors::CurationDelta& delta);
    void proposedChanged();
    void foreseenChanged();
    void historyChanged();
    /// Names, questions or the set of descriptors changed, and this is written.
    void descriptorsWritten();
    void failed(const neuroscribe::Error& error);
    void written(); ///< everything that was applied
    /// What was applied could not be written: what is stored is to be loaded again.
    void lost();

private:
    Result<descriptors::Curation> after(const descriptors::CurationDelta& delta) const;
    void publish(descriptors::Curation curation, const descriptors::CurationDelta& delta);
    void write(Write write, bool descriptorsChange, std::function<void()> done = {});
    void correct(const descriptors::CurationEdit& wanted, const descriptors::CurationEdit& made);
    void move(std::size_t done);

    Writer m_writer;
    QString m_whyFixed;
    std::shared_ptr<const Topics> m_topics;
    std::shared_ptr<const descriptors::Curation> m_curation;
    std::shared_ptr<descriptors::Curation> m_stored; ///< as the database has it; touched by writes only, in their order
    FiguresByPlace m_figures;
    std::optional<descriptors::CurationEdit> m_proposed;
    Pending m_pending = Pending::Chosen;
    std::optional<descriptors::CurationEdit> m_foreseen;
    std::shared_ptr<const descriptors::Curation> m_outcome;
    std::vector<descriptors::CurationEdit> m_history;
    std::size_t m_done = 0;
    std::uint64_t m_serial = 0; ///< counts states
    std::size_t m_pendingWrites = 0;
};

/// "Merge 'colour' into Color (38 members)", in the language of the window.
QString curationText(const descriptors::CurationEdit& edit);

} // namespace neuroscribe::app
