// Any bytes as JSON lines, a JSON array and Amazon's lines (JSON or Python dicts) through the real readers, in small
// chunks, in every encoding. The first two bytes choose.
#include <cstdint>

#include "tests/fuzz/read_records.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    const std::string bytes(reinterpret_cast<const char*>(data + 2), size - 2);
    constexpr Format kFormats[] = {Format::JsonLines, Format::Json, Format::Amazon};
    constexpr Encoding kEncodings[] = {Encoding::Utf8, Encoding::Latin1, Encoding::Utf16Le, Encoding::Utf16Be};
    fuzz::readRecords(kFormats[data[0] % 3], bytes, std::size_t{1} + data[1] / 4, kEncodings[data[1] % 4]);
    (void)detectFormat("unknown", bytes);
    return 0;
}
