#include "core/corpus/json_reader.h"

#include "core/corpus/json_lines_reader.h"
#include "core/corpus/json_record.h"

namespace neuroscribe::corpus {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

void JsonReader::keep(char c) {
    if (m_text.empty() && !m_tooLong)
        m_firstLine = m_line;
    if (m_tooLong)
        return;
    m_text += c;
    if (m_text.size() > kMaxRecordBytes) {
        m_tooLong = true;
        m_text.resize(kRawBytes);
        m_text.shrink_to_fit();
    }
}

bool JsonReader::take(char c) {
    if (m_inString) {
        keep(c);
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
        return !m_inString && m_depth == 0;
    }
    if (m_depth == 0) {
        const bool separator = isSpace(c) || c == ',' || c == ']' || (c == '[' && !m_opened);
        if (separator) {
            m_opened = m_opened || c == '[';
            return std::exchange(m_bare, false);
        }
    }
    keep(c);
    if (c == '"')
        m_inString = true;
    else if (c == '{' || c == '[')
        ++m_depth;
    else if (m_depth == 0)
        m_bare = true;
    else if ((c == '}' || c == ']') && --m_depth == 0)
        return true;
    return false;
}

void JsonReader::finish(RawRecord& record, bool complete) {
    record.line = m_firstLine;
    record.keepRaw(m_text);
    if (m_tooLong)
        record.problem = kTooLongProblem;
    else if (!complete)
        record.problem = "the file ends inside this record";
    else
        parseJsonRecord(m_text, record);
    m_text.clear();
    m_tooLong = false;
    m_bare = false;
}

Result<bool> JsonReader::next(RawRecord& record) {
    record.clear();
    for (;;) {
        NS_ASSIGN(const std::string_view chunk, m_reader->chunk());
        if (chunk.empty())
            break;
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            const bool complete = take(chunk[i]);
            m_line += chunk[i] == '\n';
            if (complete) {
                m_reader->consume(i + 1);
                finish(record, true);
                return true;
            }
        }
        m_reader->consume(chunk.size());
    }
    if (m_text.empty())
        return false;
    finish(record, m_bare);
    return true;
}

} // namespace neuroscribe::corpus
