// From a file's encoding to UTF-8. What can't be decoded becomes an invalid byte, so that the record it lies in is
// counted as repaired later on.
#pragma once

#include <optional>

#include "core/corpus/byte_source.h"

namespace neuroscribe::corpus {

enum class Encoding : std::uint8_t { Utf8, Latin1, Utf16Le, Utf16Be };

/// "utf-8", "latin-1", "utf-16le", "utf-16be".
std::optional<Encoding> parseEncoding(std::string_view name);
/// Strips a byte order mark; a mark wins over `declared`. Errors: those of reading the first bytes.
Result<std::unique_ptr<ByteSource>> decode(std::unique_ptr<ByteSource> source, Encoding declared);

} // namespace neuroscribe::corpus
