#include "core/corpus/text_reader.h"

#include "core/corpus/json_lines_reader.h"

namespace neuroscribe::corpus {

Result<bool> TextReader::next(RawRecord& record) {
    record.clear();
    do {
        NS_ASSIGN(const bool more, m_lines.next(m_line));
        if (!more)
            return false;
    } while (!m_line.tooLong && m_line.text.find_first_not_of(" \t\r") == std::string::npos);
    record.line = m_line.number;
    record.keepRaw(m_line.text);
    if (m_line.tooLong)
        record.problem = kTooLongProblem;
    else
        record.add("text", m_line.text);
    return true;
}

} // namespace neuroscribe::corpus
