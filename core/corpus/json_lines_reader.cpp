#include "core/corpus/json_lines_reader.h"

#include "core/corpus/json_record.h"
#include "core/corpus/python_dict.h"

namespace neuroscribe::corpus {

Result<bool> JsonLinesReader::next(RawRecord& record) {
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
    else if (m_pythonDicts && looksLikePythonDict(m_line.text))
        parsePythonDict(m_line.text, record);
    else
        parseJsonRecord(m_line.text, record);
    return true;
}

} // namespace neuroscribe::corpus
