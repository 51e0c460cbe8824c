// Plain text: one record per line, in a field "text". Empty lines are no records.
#pragma once

#include "core/corpus/line_reader.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

class TextReader final : public RecordReader {
public:
    explicit TextReader(std::unique_ptr<ByteReader> reader) : m_lines(std::move(reader)) {}
    Result<bool> next(RawRecord& record) override;
    std::uint64_t position() const override { return m_lines.position(); }

private:
    LineReader m_lines;
    Line m_line;
};

} // namespace neuroscribe::corpus
