// Any bytes as the header of a segment: parsed or refused, and what is accepted has a shape that can be trusted. The
// first byte of the input says whether the header's own checksum is made to fit, so that the checks behind it are
// reached, too.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "core/base/hash.h"
#include "core/store/byte_fields.h"
#include "core/store/segment.h"

using namespace neuroscribe;
using namespace neuroscribe::store;

namespace {

void check(const SegmentHeader& header) {
    if (header.sentences == 0 || header.sentences > kSegmentSentences || header.neurons == 0)
        std::abort();
    if (header.firstSentence != std::uint64_t{header.index} * kSegmentSentences)
        std::abort();
    if (sizeOf(header.dtype) != 2 && sizeOf(header.dtype) != 4)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto input = std::as_bytes(std::span(data + 1, size - 1));
    if (const auto header = parseSegmentHeader(input, "fuzz"))
        check(*header);
    if ((data[0] & 1) == 0 || input.size() < 28)
        return 0;
    std::array<std::byte, kSegmentHeaderBytes> bytes{};
    constexpr std::array<unsigned char, 16> kStart{'N', 'S', 'C', 'R', 'S', 'E', 'G', 0x1A, 1, 0, 0, 0, 4, 3, 2, 1};
    std::copy_n(std::as_bytes(std::span(kStart)).begin(), kStart.size(), bytes.begin());
    std::copy_n(input.begin(), std::min<std::size_t>(input.size(), 96), bytes.begin() + 16);
    putHash(bytes, 112, hashBytes(std::span(bytes).first(112)));
    if (const auto header = parseSegmentHeader(bytes, "fuzz"))
        check(*header);
    return 0;
}
