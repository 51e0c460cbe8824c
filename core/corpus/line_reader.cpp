#include "core/corpus/line_reader.h"

#include "core/corpus/record.h"

namespace neuroscribe::corpus {
namespace {

void append(Line& line, std::string_view part) {
    if (line.tooLong)
        return;
    if (line.text.size() + part.size() <= kMaxRecordBytes) {
        line.text += part;
        return;
    }
    line.tooLong = true;
    line.text.resize(std::min(line.text.size(), kRawBytes));
    line.text.shrink_to_fit();
}

} // namespace

Result<bool> LineReader::next(Line& line) {
    line.text.clear();
    line.tooLong = false;
    bool any = false;
    for (;;) {
        NS_ASSIGN(const std::string_view chunk, m_reader->chunk());
        if (chunk.empty())
            break;
        any = true;
        const std::size_t end = chunk.find('\n');
        append(line, chunk.substr(0, end));
        m_reader->consume(end == std::string_view::npos ? chunk.size() : end + 1);
        if (end != std::string_view::npos)
            break;
    }
    if (!any)
        return false;
    if (line.text.ends_with('\r'))
        line.text.pop_back();
    line.number = ++m_number;
    return true;
}

} // namespace neuroscribe::corpus
