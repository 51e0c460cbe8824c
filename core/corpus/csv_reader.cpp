#include "core/corpus/csv_reader.h"

#include <algorithm>

#include "core/corpus/json_lines_reader.h"

namespace neuroscribe::corpus {
namespace {

/// Columns of the first rows in `head`, which may end inside a row.
std::vector<std::size_t> countColumns(std::string_view head, char delimiter) {
    constexpr std::size_t kRows = 20;
    std::vector<std::size_t> counts;
    std::size_t columns = 1;
    bool quoted = false;
    for (const char c : head) {
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == delimiter) {
            ++columns;
        } else if (!quoted && c == '\n') {
            counts.push_back(columns);
            columns = 1;
            if (counts.size() == kRows)
                break;
        }
    }
    if (counts.empty())
        counts.push_back(columns);
    return counts;
}

} // namespace

char guessDelimiter(std::string_view head) {
    char best = ',';
    std::size_t bestScore = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        const auto counts = countColumns(head, delimiter);
        if (counts.front() < 2)
            continue;
        const auto agreeing = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), counts.front()));
        const std::size_t score = agreeing * 1000 / counts.size() * 100 + std::min<std::size_t>(counts.front(), 99);
        if (score > bestScore) {
            best = delimiter;
            bestScore = score;
        }
    }
    return best;
}

void CsvReader::keep(char c) {
    if (m_bytes <= kMaxRecordBytes)
        m_field += c;
}

void CsvReader::endField() {
    if (m_row.size() < kMaxFields)
        m_row.push_back(std::move(m_field));
    else
        m_tooMany = true;
    m_field.clear();
    m_state = State::FieldStart;
}

void CsvReader::takeQuoted(char c) {
    if (c == '"')
        m_state = State::QuoteInQuoted;
    else
        keep(c);
}

bool CsvReader::take(char c) {
    if (m_state == State::Quoted) {
        takeQuoted(c);
        return false;
    }
    if (m_state == State::QuoteInQuoted && c == '"') {
        keep(c);
        m_state = State::Quoted;
        return false;
    }
    if (c == m_delimiter) {
        endField();
        return false;
    }
    if (c == '\n' || c == '\r') {
        endField();
        return true;
    }
    if (m_state == State::FieldStart && c == '"') {
        m_state = State::Quoted;
        return false;
    }
    // Text behind a closing quote belongs to the value: nothing is thrown away.
    m_state = State::Plain;
    keep(c);
    return false;
}

void CsvReader::startRow() {
    m_row.clear();
    m_field.clear();
    m_raw.clear();
    m_bytes = 0;
    m_tooLong = false;
    m_tooMany = false;
    m_state = State::FieldStart;
}

Result<bool> CsvReader::readRow(RawRecord& record) {
    startRow();
    record.line = m_line;
    for (;;) {
        NS_ASSIGN(const std::string_view chunk, m_reader->chunk());
        if (chunk.empty())
            break;
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            const char c = chunk[i];
            if (std::exchange(m_afterCr, false) && c == '\n' && m_bytes == 0)
                continue;
            m_afterCr = c == '\r';
            m_line += c == '\n' ? 1 : 0;
            if (++m_bytes > kMaxRecordBytes && !m_tooLong) {
                m_tooLong = true;
                m_field = {};
                m_row = {};
            }
            if (m_raw.size() < kRawBytes)
                m_raw += c;
            if (take(c)) {
                m_line += c == '\r' ? 1 : 0;
                m_reader->consume(i + 1);
                return true;
            }
        }
        m_reader->consume(chunk.size());
    }
    if (m_bytes == 0)
        return false;
    if (m_state == State::Quoted)
        record.problem = "a quote is never closed";
    endField();
    return true;
}

Status CsvReader::readHeader() {
    RawRecord header;
    NS_ASSIGN(const bool any, readRow(header));
    if (any && (m_tooLong || m_tooMany || !header.problem.empty()))
        return Error{ErrorCode::Parse, "line 1", "the first row does not name columns",
                     "Check the delimiter and the encoding"};
    m_names = std::move(m_row);
    return {};
}

void CsvReader::nameFields(RawRecord& record) const {
    if (m_row.size() > m_names->size()) {
        record.problem = std::to_string(m_row.size()) + " values for " + std::to_string(m_names->size()) + " columns";
        return;
    }
    for (std::size_t i = 0; i < m_row.size(); ++i)
        record.add((*m_names)[i], m_row[i], m_row[i].empty() ? ValueKind::Null : ValueKind::Text);
}

Result<bool> CsvReader::next(RawRecord& record) {
    if (!m_names)
        NS_TRY(readHeader());
    record.clear();
    do {
        record.problem.clear();
        NS_ASSIGN(const bool more, readRow(record));
        if (!more)
            return false;
    } while (m_row.size() == 1 && m_row.front().empty() && m_bytes <= 1); // an empty line is no record
    while (m_raw.ends_with('\n') || m_raw.ends_with('\r'))
        m_raw.pop_back();
    record.raw = m_raw;
    if (m_tooLong)
        record.problem = kTooLongProblem;
    else if (m_tooMany)
        record.problem = "more than " + std::to_string(kMaxFields) + " values";
    else if (record.problem.empty())
        nameFields(record);
    return true;
}

} // namespace neuroscribe::corpus
