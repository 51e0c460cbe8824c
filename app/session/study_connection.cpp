#include "app/session/study_connection.h"

#include <utility>

namespace neuroscribe::app {
namespace {

constexpr const char* kDatabaseFile = "/study.neuroscribe";

Status writeInTransaction(store::Database& database, const StudyConnection::Write& write) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_TRY(write(database));
    return transaction.commit();
}

} // namespace

Result<std::shared_ptr<StudyConnection>> StudyConnection::adopt(store::Project project) {
    NS_ASSIGN(store::Database reader, project.newReader());
    NS_ASSIGN(store::Database asker, project.newReader());
    std::optional<store::Database> editor;
    if (!project.readOnly()) {
        NS_ASSIGN(editor, store::Database::open(project.folder() + kDatabaseFile, store::OpenMode::ReadWrite));
    }
    return std::shared_ptr<StudyConnection>(
        new StudyConnection(std::move(project), std::move(reader), std::move(asker), std::move(editor)));
}

StudyConnection::StudyConnection(store::Project project, store::Database reader, store::Database asker,
                                 std::optional<store::Database> editor)
    : m_project(std::move(project)), m_reader(std::move(reader)), m_asker(std::move(asker)),
      m_editor(std::move(editor)) {}

StudyConnection::~StudyConnection() {
    m_closing = true;
}

void StudyConnection::query(const QString& channel, Read read) {
    m_queries.post(channel, [this, read = std::move(read)](std::stop_token stop) { read(m_reader, stop); });
}

void StudyConnection::ask(const QString& channel, Read read) {
    m_asks.post(channel, [this, read = std::move(read)](std::stop_token stop) { read(m_asker, stop); });
}

void StudyConnection::edit(Write write, std::function<void(const Status&)> done) {
    change([write = std::move(write)](store::Database& database) { return writeInTransaction(database, write); },
           std::move(done));
}

void StudyConnection::change(Write write, std::function<void(const Status&)> done) {
    if (!m_editor)
        return;
    ++m_sent;
    m_edits.post([this, write = std::move(write), done = std::move(done)] {
        // Locked means that a job of ours writes; each try waits some seconds. Before a study closes its jobs have
        // ended, so that one more try is enough then.
        Status status = write(*m_editor);
        while (!status && status.error().code == ErrorCode::Locked && !m_closing)
            status = write(*m_editor);
        ++m_done;
        done(status);
    });
}

std::optional<std::uint64_t> StudyConnection::writtenEdits() const {
    const std::uint64_t done = m_done; // first: what is sent in between makes the two differ
    return done == m_sent ? std::optional(done) : std::nullopt;
}

} // namespace neuroscribe::app
