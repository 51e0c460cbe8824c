// Where bytes come from: a file, a .gz file, memory. Readers of records see only this, so tests and fuzzers feed them
// from memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace neuroscribe::corpus {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills the front of `bytes` (not empty); 0: the end. Errors: Io, Truncated, Corrupt, Cancelled.
    virtual Result<std::size_t> read(std::span<char> bytes) = 0;
    /// Bytes of the file on disk that were read so far, for progress.
    virtual std::uint64_t position() const = 0;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string bytes) : m_bytes(std::move(bytes)) {}
    Result<std::size_t> read(std::span<char> bytes) override;
    std::uint64_t position() const override { return m_position; }

private:
    std::string m_bytes;
    std::size_t m_position = 0;
};

/// A file as it lies on disk. Errors of open: NotFound, Io.
Result<std::unique_ptr<ByteSource>> openFile(const std::string& path, std::stop_token stop);

} // namespace neuroscribe::corpus
