#include "core/corpus/record_stream.h"

#include "core/corpus/format.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::size_t kSampleRecords = 50;
constexpr std::size_t kSampleBytes = std::size_t{32} << 20; ///< fifty records of 16 MiB would be too many to hold

std::size_t bytesOf(const RawRecord& record) {
    std::size_t bytes = record.raw.size();
    for (const Field& field : record.fields)
        bytes += field.name.size() + field.value.size();
    return bytes;
}

} // namespace

Result<RecordStream> RecordStream::open(const std::string& path, const ImportOptions& options, std::stop_token stop) {
    NS_ASSIGN(RecordStream stream, sample(path, options, std::move(stop)));
    NS_TRY(stream.mapFields(options));
    return stream;
}

Status RecordStream::mapFields(const ImportOptions& options) {
    NS_ASSIGN(m_fields, corpus::mapFields(m_fields.names, options, m_path));
    return {};
}

Result<RecordStream> RecordStream::sample(const std::string& path, const ImportOptions& options, std::stop_token stop) {
    RecordStream stream;
    stream.m_path = path;
    stream.m_name = path.substr(path.rfind('/') + 1);
    stream.m_fileCategory = categoryFromFileName(path);
    NS_ASSIGN(auto reader, openDecoded(path, options.encoding, std::move(stop)));
    stream.m_format = options.format;
    if (options.format == Format::Auto) {
        NS_ASSIGN(const std::string_view head, reader->lookAhead());
        stream.m_format = detectFormat(path, head);
    }
    NS_ASSIGN(stream.m_reader, makeReader(stream.m_format, std::move(reader), options.delimiter));
    if (const Status read = stream.readSample(); !read) {
        Error error = read.error();
        if (error.code == ErrorCode::Parse)
            error.where = stream.m_name + ", " + error.where;
        return error;
    }
    stream.m_fields.names = fieldNames(stream.m_sample);
    return stream;
}

Status RecordStream::readSample() {
    std::size_t bytes = 0;
    while (m_sample.size() < kSampleRecords && bytes < kSampleBytes) {
        RawRecord record;
        NS_ASSIGN(const bool more, m_reader->next(record));
        if (!more)
            break;
        bytes += bytesOf(record);
        m_sample.push_back(std::move(record));
    }
    return {};
}

Result<bool> RecordStream::next(RawRecord& record) {
    if (m_taken < m_sample.size()) {
        record = std::move(m_sample[m_taken++]);
        if (m_taken == m_sample.size()) {
            m_sample = {};
            m_taken = 0;
        }
        return true;
    }
    return m_reader->next(record);
}

std::string RecordStream::sourceOf(const RawRecord& record) const {
    return record.id.empty() ? m_name + ":" + std::to_string(record.line) : record.id;
}

} // namespace neuroscribe::corpus
