// JSON that is not one object per line: an array of objects, or objects one after the other, over any number of lines.
// The objects are cut out by their brackets and parsed one by one, so a file of any size takes little memory and one
// broken object does not end the reading.
#pragma once

#include "core/corpus/byte_reader.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

class JsonReader final : public RecordReader {
public:
    explicit JsonReader(std::unique_ptr<ByteReader> reader) : m_reader(std::move(reader)) {}
    Result<bool> next(RawRecord& record) override;
    std::uint64_t position() const override { return m_reader->position(); }

private:
    bool take(char c); ///< true: the record is complete
    void keep(char c);
    void finish(RawRecord& record, bool complete);

    std::unique_ptr<ByteReader> m_reader;
    std::string m_text; ///< of the current record, as far as it is kept
    std::uint64_t m_line = 1;
    std::uint64_t m_firstLine = 1;
    std::size_t m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_bare = false; ///< in a number or word where an object should be
    bool m_tooLong = false;
    bool m_opened = false; ///< the bracket of the outer array was seen
};

} // namespace neuroscribe::corpus
