#include "core/extraction/journal.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <span>

#include "core/store/byte_fields.h"

namespace neuroscribe::extraction {
namespace {

// Header: 0 magic and version, 8 zero, 16 key. Record: 0 batch, 4 rows, 8 hash of batch, rows and payload, 24 payload:
// the batch's rows one after the other.
constexpr std::array<char, 8> kMagic{'N', 'S', 'C', 'R', 'J', 'N', 'L', '\x01'};
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kRecordHeader = 24;

using Header = std::array<std::byte, kHeaderBytes>;

Header makeHeader(const Hash128& key) {
    Header header{};
    std::memcpy(header.data(), kMagic.data(), kMagic.size());
    store::putHash(header, 16, key);
    return header;
}

Hash128 recordHash(std::span<const std::byte> record) {
    Hasher hasher;
    hasher.add(record.first(8));
    hasher.add(record.subspan(kRecordHeader));
    return hasher.finish();
}

} // namespace

std::string journalPath(const std::string& runFolder, std::uint32_t segment) {
    return std::filesystem::path(store::segmentPath(runFolder, segment)).replace_extension(".partial").string();
}

Status Journal::start() {
    NS_ASSIGN(m_file, store::File::create(m_path));
    NS_TRY(m_file->writeAt(0, makeHeader(m_key)));
    m_end = kHeaderBytes;
    return {};
}

Status Journal::replay(const BatchPlan& plan, SegmentRows& rows, std::vector<bool>& done) {
    std::error_code ignored;
    if (!std::filesystem::exists(m_path, ignored))
        return {};
    NS_ASSIGN(store::File file, store::File::openOrCreate(m_path));
    NS_ASSIGN(const std::uint64_t size, file.size());
    Header header{};
    if (size < kHeaderBytes || !file.readAt(0, header) || header != makeHeader(m_key))
        return {};
    m_end = kHeaderBytes;
    const std::size_t rowBytes = rows.shape().rowBytes();
    std::array<std::byte, kRecordHeader> head{};
    while (size - m_end >= kRecordHeader && file.readAt(m_end, head)) {
        const std::uint32_t batch = store::getU32(head, 0);
        if (batch >= plan.size() || done[batch] || store::getU32(head, 4) != plan[batch].size())
            break;
        const std::size_t bytes = kRecordHeader + plan[batch].size() * rowBytes;
        m_record.resize(bytes);
        if (size - m_end < bytes || !file.readAt(m_end, m_record) ||
            store::getHash(m_record, 8) != recordHash(m_record))
            break;
        for (std::size_t i = 0; i < plan[batch].size(); ++i)
            std::memcpy(rows.row(plan[batch][i]).data(), m_record.data() + kRecordHeader + i * rowBytes, rowBytes);
        done[batch] = true;
        m_end += bytes;
    }
    NS_TRY(file.truncate(m_end));
    m_file = std::move(file);
    return {};
}

Status Journal::append(std::uint32_t batch, const std::vector<std::uint32_t>& batchRows, SegmentRows& rows) {
    if (!m_file)
        NS_TRY(start());
    const std::size_t rowBytes = rows.shape().rowBytes();
    m_record.resize(kRecordHeader + batchRows.size() * rowBytes);
    store::putU32(m_record, 0, batch);
    store::putU32(m_record, 4, static_cast<std::uint32_t>(batchRows.size()));
    for (std::size_t i = 0; i < batchRows.size(); ++i)
        std::memcpy(m_record.data() + kRecordHeader + i * rowBytes, rows.row(batchRows[i]).data(), rowBytes);
    store::putHash(m_record, 8, recordHash(m_record));
    if (const Status written = m_file->writeAt(m_end, m_record); !written) {
        // A torn record at the end is cut off by the next replay even if this fails, too.
        static_cast<void>(m_file->truncate(m_end).ok());
        return written;
    }
    m_end += m_record.size();
    return {};
}

} // namespace neuroscribe::extraction
