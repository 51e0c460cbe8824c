// Unpacks gzip, also several members one after the other, as log rotators and bgzip write them.
#pragma once

#include "core/corpus/byte_source.h"

namespace neuroscribe::corpus {

/// True for the first bytes of a gzip file.
bool looksLikeGzip(std::string_view head);
/// name: the file, for errors. Truncated: the file ends inside a member; Corrupt: damaged data.
std::unique_ptr<ByteSource> makeGzipSource(std::unique_ptr<ByteSource> packed, std::string name);

} // namespace neuroscribe::corpus
