// Lines of bounded memory: of a line that is too long only the beginning is kept.
#pragma once

#include "core/corpus/byte_reader.h"

namespace neuroscribe::corpus {

struct Line {
    std::string text;         ///< without its end (LF or CRLF)
    std::uint64_t number = 0; ///< from 1
    bool tooLong = false;     ///< text holds only the first kRawBytes
};

class LineReader {
public:
    explicit LineReader(std::unique_ptr<ByteReader> reader) : m_reader(std::move(reader)) {}
    /// False at the end. Errors: those of the source.
    Result<bool> next(Line& line);
    std::uint64_t position() const { return m_reader->position(); }

private:
    std::unique_ptr<ByteReader> m_reader;
    std::uint64_t m_number = 0;
};

} // namespace neuroscribe::corpus
