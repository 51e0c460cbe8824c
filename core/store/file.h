// Files as descriptors with positions: every failure of the operating system becomes an Error that names
// the file (files.h: systemError).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "core/base/result.h"

namespace neuroscribe::store {

/// Owner of one descriptor. Reading from several threads at once is fine.
class File {
public:
    static Result<File> openForReading(const std::string& path);
    /// Empties an existing file.
    static Result<File> create(const std::string& path);
    /// Reads and writes; made empty if missing.
    static Result<File> openOrCreate(const std::string& path);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    const std::string& path() const { return m_path; }
    Result<std::uint64_t> size() const;
    /// Fills `bytes` or fails. Errors: Truncated, Io.
    Status readAt(std::uint64_t offset, std::span<std::byte> bytes) const;
    /// Errors: DiskFull, Io.
    Status writeAt(std::uint64_t offset, std::span<const std::byte> bytes);
    Status truncate(std::uint64_t size);
    /// Tells the kernel that the file will be read from front to back.
    void adviseSequential() const;
    Status sync();
    Status close(); ///< the destructor does the same without a report

private:
    friend class PartFile;
    File(int descriptor, std::string path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    static Result<File> open(const std::string& path, int flags);
    int m_descriptor = -1;
    std::string m_path;
};

/// A file that comes into being whole or not at all: written as PATH.part, then synced and renamed. Destroyed without
/// commit() it leaves nothing, nor does removePartFiles(). Its errors name PATH, which is what a person knows.
class PartFile {
public:
    static Result<PartFile> create(const std::string& finalPath);
    PartFile(PartFile&&) noexcept;
    PartFile& operator=(PartFile&&) = delete;
    ~PartFile();
    File& file() { return m_file; }
    Status commit();

private:
    explicit PartFile(File file) : m_file(std::move(file)), m_pending(true) {}
    std::string partPath() const;
    File m_file;    ///< its path() is the final one
    bool m_pending; ///< false: committed or moved from
};

/// Removes the part files of everything that is being written, on any thread: for a process that ends at once, without
/// destructors. What is written after it is lost.
void removePartFiles();

} // namespace neuroscribe::store
