// A study that is open on disk, with the lanes that work on its connections.
//
// Who may touch what, so that the window never waits and SQLite sees one writer at a time:
// * project: only the session's compute lane (import, labelling, extraction, copying). Its writer may hold a
//   transaction for as long as an import lasts.
// * edits: the small changes a person makes (thresholds, exclusions, marks), in order, through a second writing
//   connection on a lane of its own. While an import holds the database they wait there, not in the window.
// * queries: reading for panels, latest wins, on a read-only connection.
// * asks: the same for what waits for a server or a model, apart from the panels.
#pragma once

#include "app/lanes/lane.h"
#include "app/lanes/latest_lane.h"
#include "core/base/result.h"
#include "core/store/project.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace neuroscribe::app {

/// Made, and destroyed, on the compute lane. Destruction is the shutdown of a study: queries stop, edits that wait are
/// written, then the project closes.
class StudyConnection {
public:
    static Result<std::shared_ptr<StudyConnection>> adopt(store::Project project);
    ~StudyConnection();
    StudyConnection(const StudyConnection&) = delete;
    StudyConnection& operator=(const StudyConnection&) = delete;

    store::Project& project() { return m_project; }

    using Read = std::function<void(store::Database&, std::stop_token)>;
    void query(const QString& channel, Read read);
    void ask(const QString& channel, Read read);
    /// Runs `write` in a transaction of its own, again while another connection writes. `done` gets the outcome, on
    /// the lane. Without a writing connection (read-only study) nothing happens.
    using Write = std::function<Status(store::Database&)>;
    void edit(Write write, std::function<void(const Status&)> done);
    /// The same for a write that makes its own transactions.
    void change(Write write, std::function<void(const Status&)> done);

    /// Counts what was ever sent to edit() and change(). Any thread.
    std::uint64_t edits() const { return m_sent; }
    /// The count, if all of it is written: what is read from now on holds it. Nothing while an edit waits. Any thread.
    std::optional<std::uint64_t> writtenEdits() const;

private:
    StudyConnection(store::Project project, store::Database reader, store::Database asker,
                    std::optional<store::Database> editor);

    std::atomic<bool> m_closing = false;
    std::atomic<std::uint64_t> m_sent = 0, m_done = 0; ///< edits
    store::Project m_project;
    store::Database m_reader, m_asker;
    std::optional<store::Database> m_editor;
    Lane m_edits{"edits"};
    LatestLane m_asks{"asks"};
    LatestLane m_queries{"queries"}; ///< last: ends first
};

} // namespace neuroscribe::app
