// One JSON object per line; empty lines are no records. Amazon's old files hold Python dicts instead: these are read
// where they are allowed.
#pragma once

#include "core/corpus/line_reader.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

class JsonLinesReader final : public RecordReader {
public:
    JsonLinesReader(std::unique_ptr<ByteReader> reader, bool pythonDicts)
        : m_lines(std::move(reader)), m_pythonDicts(pythonDicts) {}
    Result<bool> next(RawRecord& record) override;
    std::uint64_t position() const override { return m_lines.position(); }

private:
    LineReader m_lines;
    Line m_line;
    bool m_pythonDicts;
};

/// Why a line or record was not read at all.
inline constexpr const char* kTooLongProblem = "longer than 16 MiB";

} // namespace neuroscribe::corpus
