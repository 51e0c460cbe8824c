// The records of one file, with its format and fields found out. Private to core/corpus.
#pragma once

#include <memory>
#include <vector>

#include "core/corpus/field_map.h"
#include "core/corpus/importer.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

class RecordStream {
public:
    /// Reads the first records to find the fields. Errors: those of sample() and of mapFields().
    static Result<RecordStream> open(const std::string& path, const ImportOptions& options, std::stop_token stop);
    /// Only looks which fields there are: fields() has their names and nothing else until mapFields().
    /// Errors: NotFound, Io, Truncated, Corrupt, Parse.
    static Result<RecordStream> sample(const std::string& path, const ImportOptions& options, std::stop_token stop);
    /// Errors: InvalidArgument.
    Status mapFields(const ImportOptions& options);

    Result<bool> next(RawRecord& record);
    Format format() const { return m_format; }
    const FieldMap& fields() const { return m_fields; }
    char delimiter() const { return m_reader->delimiter(); }
    std::uint64_t position() const { return m_reader->position(); }
    /// "reviews.csv:12", or the record's own id.
    std::string sourceOf(const RawRecord& record) const;
    const std::string& fileCategory() const { return m_fileCategory; }

private:
    RecordStream() = default;
    Status readSample();

    std::string m_path;
    std::string m_name;
    std::string m_fileCategory;
    Format m_format = Format::Auto;
    std::unique_ptr<RecordReader> m_reader;
    FieldMap m_fields;
    std::vector<RawRecord> m_sample;
    std::size_t m_taken = 0; ///< of the sample
};

} // namespace neuroscribe::corpus
