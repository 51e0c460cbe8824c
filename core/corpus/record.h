// What a reader makes of one record of a file, before anything is judged: named values, or why there are none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::corpus {

/// A longer record is invalid; it is skipped without being held in memory.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;
/// A record with more fields is invalid.
inline constexpr std::size_t kMaxFields = 4096;
/// So much of a rejected record is kept to show.
inline constexpr std::size_t kRawBytes = 1000;

enum class ValueKind : std::uint8_t { Text, Number, Boolean, Null, Nested };

struct Field {
    std::string name;
    std::string value; ///< as written; empty for Null and Nested
    ValueKind kind = ValueKind::Text;
};

struct RawRecord {
    std::uint64_t line = 0; ///< where it begins, from 1
    std::string id;         ///< a name of its own ("00001740" of WordNet), else empty
    std::string raw;        ///< its first kRawBytes
    std::string problem;    ///< why it can't be used; empty: fields are valid
    bool replacedUtf8 = false;
    std::vector<Field> fields;

    /// The last field of that name, or null.
    const Field* find(std::string_view name) const;
    /// Forgets everything, keeps the memory.
    void clear();
    /// Adds a field; more than kMaxFields are a problem (false).
    bool add(std::string_view name, std::string_view value, ValueKind kind = ValueKind::Text);
    void keepRaw(std::string_view bytes) { raw.assign(bytes.substr(0, kRawBytes)); }
};

class RecordReader {
public:
    virtual ~RecordReader() = default;
    /// False at the end. A bad record is a record with a problem; errors are those of the file as a whole.
    virtual Result<bool> next(RawRecord& record) = 0;
    /// Bytes of the file on disk read so far.
    virtual std::uint64_t position() const = 0;
    /// Of CSV and TSV, else 0.
    virtual char delimiter() const { return 0; }
};

} // namespace neuroscribe::corpus
