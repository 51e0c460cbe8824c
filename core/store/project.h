// A study on disk: a folder with study.neuroscribe (SQLite) and activations/. See ARCHITECTURE, "Project on disk".
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::store {

enum class Access : std::uint8_t { ReadWrite, ReadOnly };

/// Owner of the folder, the lock and the one writing connection. Use the writer from one thread at a time.
class Project {
public:
    /// Makes the folder (parents too) and an empty study. Errors: AlreadyExists, Io, ReadOnly, DiskFull.
    static Result<Project> create(const std::string& folder);
    /// folder: the study's folder, or the study.neuroscribe file in it. Migrates an older study forward.
    /// Errors: NotFound, Locked (with pid and host), Corrupt, ReadOnly (ask again with Access::ReadOnly).
    /// A study of a newer version, or a folder that can't be written, opens only with Access::ReadOnly; one of an older
    /// version is then read from a temporary copy that is migrated.
    static Result<Project> open(const std::string& folder, Access access = Access::ReadWrite);

    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project(); ///< closes: journal_mode=DELETE, so that the one file can be copied

    const std::string& folder() const;
    std::string activationsFolder() const; ///< folder()/activations, may not exist yet
    bool readOnly() const;
    /// What opening found and mended or could not do, in English ("rolled back an unfinished import"); often empty.
    const std::string& openingNote() const;

    Database& writer(); ///< asserts !readOnly()
    /// The connection for reading on the owner's thread (the writer itself, or the read-only one).
    Database& connection();
    /// A connection of its own for another thread.
    Result<Database> newReader() const;

    /// Backup API + copied segments into a new folder, then continues there? No: this study stays open where it is.
    /// Errors: AlreadyExists, DiskFull, Io; leaves nothing half-made behind.
    Status saveCopy(const std::string& folder);
    Status close();

    // Small named values of the study (thresholds, settings, hashes), JSON text by convention.
    Result<std::optional<std::string>> value(const std::string& key);
    Status setValue(const std::string& key, const std::string& value);

private:
    friend class StudyOpener;
    struct State;
    explicit Project(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace neuroscribe::store
