#include "core/labels/label_writer.h"

namespace neuroscribe::labels {
namespace {

/// Few enough to be read in no time beside the blocks, enough to make rewriting the blocks cheap.
constexpr std::size_t kPendingAtMost = 16'384;

} // namespace

Status LabelWriter::open() {
    NS_ASSIGN(const std::uint64_t left, countPending(m_database, m_engine));
    return left == 0 ? Status() : foldPending(m_database, m_engine);
}

Status LabelWriter::add(PendingAnswer answer) {
    m_waiting.push_back(std::move(answer));
    return m_pace.due(m_waiting.size()) ? commit() : Status();
}

Status LabelWriter::commit() {
    NS_TRY(addPending(m_database, m_engine, m_waiting));
    m_pending += m_waiting.size();
    m_waiting.clear();
    m_pace.committed();
    if (m_pending < kPendingAtMost)
        return {};
    m_pending = 0;
    return foldPending(m_database, m_engine);
}

Status LabelWriter::close() {
    if (!m_waiting.empty())
        NS_TRY(commit());
    return m_pending == 0 ? Status() : foldPending(m_database, m_engine);
}

} // namespace neuroscribe::labels
