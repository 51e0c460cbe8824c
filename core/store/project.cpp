#include "core/store/project.h"

#include <cassert>
#include <filesystem>
#include <utility>
#include <vector>

#include <unistd.h>

#include "core/base/log.h"
#include "core/store/files.h"
#include "core/store/lock_file.h"
#include "core/store/migrations.h"
#include "core/store/save_copy.h"
#include "core/store/study_folder.h"

namespace neuroscribe::store {

struct Project::State {
    std::string folder;
    std::string databasePath; ///< in `folder`, or in `scratch`
    std::string scratch;      ///< temporary copy of a study that could not be read in place; removed on close
    std::string note;
    bool readOnly = false;
    OpenMode readerMode = OpenMode::ReadOnly;
    LockFile lock;
    std::optional<Database> database;

    ~State() {
        database.reset();
        if (!scratch.empty())
            removeTree(scratch);
    }
    void say(const std::string& sentence) { note += (note.empty() ? "" : " ") + sentence; }
};

namespace {

/// Left behind only by a program that ended without closing.
bool hasUnfinishedJournal(const std::string& databasePath) {
    return fileSize(databasePath + "-wal") > 0 || fileSize(databasePath + "-journal") > 0;
}

Status quickCheck(Database& database) {
    NS_ASSIGN(Statement check, database.prepare("PRAGMA quick_check(1)"));
    NS_ASSIGN(const bool row, check.step());
    const std::string answer = row ? check.text(0) : std::string();
    if (answer == "ok")
        return {};
    return Error{ErrorCode::Corrupt, database.path(), "the study database is damaged: " + answer,
                 "Restore the study from a copy"};
}

/// A database whose header is right and whose tables are missing or unreadable is damaged as well.
Status checkTables(Database& database, std::int64_t version) {
    std::vector<const char*> tables{"study_value", "sentence", "category", "descriptor", "label_block", "run", "edit"};
    if (version >= 2)
        tables.push_back("cluster");
    for (const char* table : tables) {
        const auto row = database.integer(std::string("SELECT 1 FROM ") + table + " LIMIT 1");
        if (!row && row.error().code == ErrorCode::Internal)
            return Error{ErrorCode::Corrupt, database.path(), row.error().why, "Restore the study from a copy"};
        if (!row)
            return row.error();
    }
    return {};
}

Error newerVersion(const std::string& path, std::int64_t version) {
    return {ErrorCode::NewerVersion, path,
            "the study has version " + std::to_string(version) + " and this program knows up to " +
                std::to_string(kSchemaVersion),
            "Open it read-only, or install a newer Neuroscribe"};
}

Status refuseUnwritable(const std::string& folder) {
    for (const std::string& path : {folder, folder + "/" + kStudyFile})
        if (!isWritable(path))
            return Error{ErrorCode::ReadOnly, path, "it can't be written", "Open the study read-only, or copy it"};
    return {};
}

Status makeStudyFile(const std::string& folder) {
    const std::string part = folder + "/" + kStudyFile + ".part";
    removeTree(part);
    removeTree(part + "-journal");
    {
        NS_ASSIGN(Database database, Database::open(part, OpenMode::Create));
        NS_TRY(migrate(database, 0));
    }
    return renameOver(part, folder + "/" + kStudyFile);
}

Result<std::string> makeScratchFolder() {
    std::error_code failure;
    std::string name = (std::filesystem::temp_directory_path(failure) / "neuroscribe-XXXXXX").string();
    if (failure || !::mkdtemp(name.data()))
        return systemError(name, errno);
    return name;
}

} // namespace

/// The ways to open a study, apart from the class so that the header needs none of it.
class StudyOpener {
public:
    explicit StudyOpener(const std::string& folder) : m_state(std::make_unique<Project::State>()) {
        m_state->folder = folder;
        m_state->databasePath = folder + "/" + kStudyFile;
    }
    std::unique_ptr<Project::State> take() { return std::move(m_state); }

    Status lock() {
        auto taken = LockFile::acquire(m_state->folder + "/" + kLockFile);
        if (taken)
            m_state->lock = std::move(*taken);
        else if (taken.error().code == ErrorCode::Unsupported)
            m_state->say("This file system has no locks: don't open the study in two programs at once.");
        else
            return taken.error();
        return {};
    }

    Status openWritable() {
        const bool unfinished = hasUnfinishedJournal(m_state->databasePath);
        NS_ASSIGN(Database database, Database::open(m_state->databasePath, OpenMode::ReadWrite));
        NS_ASSIGN(const std::int64_t version, studyVersion(database));
        if (version > kSchemaVersion)
            return newerVersion(m_state->databasePath, version);
        if (unfinished) {
            NS_TRY(quickCheck(database));
            m_state->say("The study was not closed properly; what was committed is there, unfinished work was rolled "
                         "back.");
        }
        NS_TRY(checkTables(database, version));
        NS_TRY(migrate(database, version));
        NS_TRY(chooseJournal(database));
        m_state->database = std::move(database);
        return {};
    }

    Status openReadOnly() {
        m_state->readOnly = true;
        NS_TRY(openSomehow());
        NS_ASSIGN(const std::int64_t version, studyVersion(*m_state->database));
        if (version > kSchemaVersion)
            m_state->say("The study was made by a newer Neuroscribe; it is open read-only.");
        NS_TRY(checkTables(*m_state->database, version));
        return version < kSchemaVersion ? migrateTemporaryCopy(version) : Status{};
    }

private:
    Status chooseJournal(Database& database) {
        if (isNetworkFileSystem(m_state->folder)) {
            m_state->say("The study lies on a network file system: saving is slower, and a lost connection may lose "
                         "the newest edit.");
            return database.execute("PRAGMA journal_mode=DELETE");
        }
        return database.execute("PRAGMA journal_mode=WAL");
    }

    Status openSomehow() {
        const std::string& path = m_state->databasePath;
        const bool unfinished = hasUnfinishedJournal(path);
        const bool writable = isWritable(m_state->folder) && isWritable(path);
        if (!writable && !unfinished)
            return openAs(OpenMode::ReadOnlyImmutable);
        const Status direct = openAs(OpenMode::ReadOnly);
        if (direct || writable || !unfinished)
            return direct;
        return openTemporaryCopy();
    }

    Status openAs(OpenMode mode) {
        NS_ASSIGN(Database database, Database::open(m_state->databasePath, mode));
        NS_ASSIGN([[maybe_unused]] const auto version, database.integer("PRAGMA user_version"));
        m_state->readerMode = mode;
        m_state->database = std::move(database);
        return {};
    }

    /// A study that can't be written stays as it is; what reads it knows only the newest tables.
    Status migrateTemporaryCopy(std::int64_t version) {
        if (m_state->scratch.empty()) {
            NS_ASSIGN(m_state->scratch, makeScratchFolder());
            const std::string copy = m_state->scratch + "/" + kStudyFile;
            NS_TRY(m_state->database->backupTo(copy));
            m_state->databasePath = copy;
            NS_ASSIGN(m_state->database, Database::open(copy, OpenMode::ReadWrite));
        }
        NS_TRY(m_state->database->execute("PRAGMA query_only=OFF"));
        NS_TRY(migrate(*m_state->database, version));
        NS_TRY(m_state->database->execute("PRAGMA query_only=ON"));
        m_state->readerMode = OpenMode::ReadOnly;
        m_state->say("The study was made by an older Neuroscribe: a temporary copy in today's form is open read-only. "
                     "Open it once for writing to bring it up to date.");
        return {};
    }

    /// The newest commits are in a journal that can't be replayed in a folder that can't be written.
    Status openTemporaryCopy() {
        NS_ASSIGN(m_state->scratch, makeScratchFolder());
        const std::string copy = m_state->scratch + "/" + kStudyFile;
        for (const char* suffix : {"", "-wal", "-journal"})
            if (fileExists(m_state->databasePath + suffix))
                NS_TRY(copyFile(m_state->databasePath + suffix, copy + suffix));
        m_state->databasePath = copy;
        NS_ASSIGN(Database database, Database::open(copy, OpenMode::ReadWrite));
        NS_TRY(quickCheck(database));
        NS_TRY(database.execute("PRAGMA query_only=ON"));
        m_state->say("The study was not closed properly and its folder can't be written: a temporary copy is open.");
        m_state->database = std::move(database);
        return {};
    }

    std::unique_ptr<Project::State> m_state;
};

Project::Project(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Project::Project(Project&&) noexcept = default;

Project& Project::operator=(Project&& other) noexcept {
    if (this != &other) {
        Project old(std::move(m_state)); // closes what was open here
        m_state = std::move(other.m_state);
    }
    return *this;
}

Project::~Project() {
    if (const Status closed = close(); !closed)
        log(LogLevel::Warning, "store", describe(closed.error()));
}

Result<Project> Project::create(const std::string& folder) {
    const std::string path = absolutePath(folder);
    NS_TRY(makeFolders(path));
    StudyOpener opener(path);
    NS_TRY(opener.lock());
    if (fileExists(path + "/" + kStudyFile))
        return Error{ErrorCode::AlreadyExists, path, "there is a study in this folder", "Open it, or choose another"};
    NS_TRY(makeStudyFile(path));
    NS_TRY(opener.openWritable());
    return Project(opener.take());
}

Result<Project> Project::open(const std::string& folder, Access access) {
    NS_ASSIGN(const std::string path, findStudy(folder));
    StudyOpener opener(path);
    if (access == Access::ReadOnly) {
        NS_TRY(opener.openReadOnly());
        return Project(opener.take());
    }
    NS_TRY(refuseUnwritable(path));
    NS_TRY(opener.lock());
    NS_TRY(opener.openWritable());
    return Project(opener.take());
}

const std::string& Project::folder() const {
    return m_state->folder;
}

std::string Project::activationsFolder() const {
    return m_state->folder + "/" + kActivationsFolder;
}

bool Project::readOnly() const {
    return m_state->readOnly;
}

const std::string& Project::openingNote() const {
    return m_state->note;
}

Database& Project::writer() {
    assert(!readOnly());
    return connection();
}

Database& Project::connection() {
    assert(m_state && m_state->database);
    return *m_state->database;
}

Result<Database> Project::newReader() const {
    return Database::open(m_state->databasePath, m_state->readerMode);
}

Status Project::saveCopy(const std::string& folder) {
    return copyStudy(connection(), m_state->folder, folder);
}

Status Project::close() {
    if (!m_state)
        return {};
    const std::unique_ptr<State> state = std::move(m_state);
    if (!state->database)
        return {};
    if (!state->readOnly) {
        // Busy when a reader is still open: the WAL then stays beside the file, and nothing is lost.
        (void)state->database->execute("PRAGMA busy_timeout=100; PRAGMA journal_mode=DELETE");
    }
    return state->database->close();
}

Result<std::optional<std::string>> Project::value(const std::string& key) {
    NS_ASSIGN(Statement select, connection().prepare("SELECT value FROM study_value WHERE key=?"));
    NS_ASSIGN(const bool row, select.bind(1, std::string_view(key)).step());
    return row ? std::optional(select.text(0)) : std::nullopt;
}

Status Project::setValue(const std::string& key, const std::string& value) {
    NS_ASSIGN(Statement upsert, writer().prepare("INSERT INTO study_value(key, value) VALUES(?, ?) "
                                                 "ON CONFLICT(key) DO UPDATE SET value=excluded.value"));
    return upsert.bind(1, std::string_view(key)).bind(2, std::string_view(value)).run();
}

} // namespace neuroscribe::store
