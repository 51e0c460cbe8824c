// A buffer over a ByteSource: readers take what lies in it, chunk by chunk, and look ahead before they begin.
#pragma once

#include <vector>

#include "core/corpus/byte_source.h"

namespace neuroscribe::corpus {

class ByteReader {
public:
    static constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

    explicit ByteReader(std::unique_ptr<ByteSource> source);
    /// Unread bytes in the buffer, read when there are none; empty: the end. Valid until the next call.
    Result<std::string_view> chunk();
    /// As many unread bytes as fit the buffer: fewer only where the source ends.
    Result<std::string_view> lookAhead();
    /// count <= size of the last chunk.
    void consume(std::size_t count) { m_begin += count; }
    std::uint64_t position() const { return m_source->position(); }

private:
    std::string_view unread() const { return {m_buffer.data() + m_begin, m_end - m_begin}; }

    std::unique_ptr<ByteSource> m_source;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

/// A ByteSource of what a ByteReader still holds, for putting a decoder on top after a look ahead.
std::unique_ptr<ByteSource> sourceOf(std::unique_ptr<ByteReader> reader);

} // namespace neuroscribe::corpus
