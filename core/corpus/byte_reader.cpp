#include "core/corpus/byte_reader.h"

#include <algorithm>

namespace neuroscribe::corpus {
namespace {

class ReaderSource final : public ByteSource {
public:
    explicit ReaderSource(std::unique_ptr<ByteReader> reader) : m_reader(std::move(reader)) {}

    Result<std::size_t> read(std::span<char> bytes) override {
        NS_ASSIGN(const std::string_view chunk, m_reader->chunk());
        const std::size_t count = std::min(chunk.size(), bytes.size());
        std::copy_n(chunk.data(), count, bytes.data());
        m_reader->consume(count);
        return count;
    }
    std::uint64_t position() const override { return m_reader->position(); }

private:
    std::unique_ptr<ByteReader> m_reader;
};

} // namespace

ByteReader::ByteReader(std::unique_ptr<ByteSource> source) : m_source(std::move(source)), m_buffer(kBufferBytes) {}

Result<std::string_view> ByteReader::chunk() {
    if (m_begin == m_end) {
        NS_ASSIGN(m_end, m_source->read(m_buffer));
        m_begin = 0;
    }
    return unread();
}

Result<std::string_view> ByteReader::lookAhead() {
    std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
              m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
    m_end -= m_begin;
    m_begin = 0;
    while (m_end < m_buffer.size()) {
        NS_ASSIGN(const std::size_t got, m_source->read(std::span(m_buffer).subspan(m_end)));
        if (got == 0)
            break;
        m_end += got;
    }
    return unread();
}

std::unique_ptr<ByteSource> sourceOf(std::unique_ptr<ByteReader> reader) {
    return std::make_unique<ReaderSource>(std::move(reader));
}

} // namespace neuroscribe::corpus
