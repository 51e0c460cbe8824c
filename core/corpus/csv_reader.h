// CSV and TSV as RFC 4180 has it, read with tolerance: quotes, doubled quotes, line ends inside quotes, LF, CRLF or CR.
// The first row names the columns.
#pragma once

#include <optional>

#include "core/corpus/byte_reader.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

/// The delimiter among , ; tab and | that splits the first rows into the most equal number of columns; ',' if none
/// does.
char guessDelimiter(std::string_view head);

class CsvReader final : public RecordReader {
public:
    CsvReader(std::unique_ptr<ByteReader> reader, char delimiter)
        : m_reader(std::move(reader)), m_delimiter(delimiter) {}
    Result<bool> next(RawRecord& record) override;
    std::uint64_t position() const override { return m_reader->position(); }
    char delimiter() const override { return m_delimiter; }

private:
    enum class State : std::uint8_t { FieldStart, Plain, Quoted, QuoteInQuoted };

    Result<bool> readRow(RawRecord& record);
    Status readHeader();
    bool take(char c); ///< true: the row is complete
    void takeQuoted(char c);
    void keep(char c);
    void endField();
    void startRow();
    void nameFields(RawRecord& record) const;

    std::unique_ptr<ByteReader> m_reader;
    char m_delimiter;
    std::optional<std::vector<std::string>> m_names;
    std::vector<std::string> m_row;
    std::string m_field;
    std::string m_raw;
    State m_state = State::FieldStart;
    std::size_t m_bytes = 0; ///< of this row
    std::uint64_t m_line = 1;
    bool m_afterCr = false; ///< the LF of a CRLF is still to come
    bool m_tooLong = false;
    bool m_tooMany = false;
};

} // namespace neuroscribe::corpus
