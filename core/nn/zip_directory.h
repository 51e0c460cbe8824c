// The directory of a zip archive whose entries are stored uncompressed: how torch.save lays out a checkpoint.
// Format: PKWARE APPNOTE 6.3, with zip64.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/nn/input_file.h"

namespace neuroscribe::nn {

/// Byte range of an entry's data inside the file.
struct ZipEntry {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};
using ZipDirectory = std::map<std::string, ZipEntry, std::less<>>; ///< by name

/// Every range lies inside the file, none overlaps another. Errors: Corrupt, Truncated, Unsupported (compressed or
/// encrypted entries), Io.
Result<ZipDirectory> readZipDirectory(const InputFile& file);

} // namespace neuroscribe::nn
