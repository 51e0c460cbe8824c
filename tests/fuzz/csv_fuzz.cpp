// Any bytes as CSV, TSV, plain text and WordNet through the real readers, in small chunks; every value through the
// cleaning that an import does. The first byte chooses reader and chunks.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/corpus/csv_reader.h"
#include "tests/fuzz/read_records.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    constexpr Format kFormats[] = {Format::Csv, Format::Tsv, Format::Text, Format::WordNet};
    fuzz::readRecords(kFormats[data[0] % 4], bytes, std::size_t{1} + (data[0] >> 2));
    (void)guessDelimiter(bytes);
    return 0;
}
