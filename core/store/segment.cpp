#include "core/store/segment.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "core/store/byte_fields.h"
#include "core/store/file.h"

namespace neuroscribe::store {
namespace {

// Layout of the header: 0 magic, 8 version, 12 byte order, 16 dtype, 20 index, 24 first sentence, 28 sentences,
// 32 neurons, 36 zero, 40 run, 56 sentences hash, 72 checksum of the values, 88 zeros, 112 hash of bytes 0 .. 111.
constexpr std::array<char, 8> kMagic{'N', 'S', 'C', 'R', 'S', 'E', 'G', '\x1A'};
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kHashedBytes = 112;
constexpr std::uint32_t kMaxNeurons = 1U << 24;

using HeaderBytes = std::array<std::byte, kSegmentHeaderBytes>;

Error corrupt(const std::string& where, const std::string& why) {
    return {ErrorCode::Corrupt, where, why, "Run the extraction again: it mends this segment only"};
}

HeaderBytes encodeHeader(const SegmentHeader& header) {
    HeaderBytes bytes{};
    std::memcpy(bytes.data(), kMagic.data(), kMagic.size());
    putU32(bytes, 8, kVersion);
    putU32(bytes, 12, kByteOrder);
    putU32(bytes, 16, static_cast<std::uint32_t>(header.dtype));
    putU32(bytes, 20, header.index);
    putU32(bytes, 24, header.firstSentence);
    putU32(bytes, 28, header.sentences);
    putU32(bytes, 32, header.neurons);
    putHash(bytes, 40, header.run);
    putHash(bytes, 56, header.sentencesHash);
    putHash(bytes, 72, header.checksum);
    putHash(bytes, kHashedBytes, hashBytes(std::span(bytes).first(kHashedBytes)));
    return bytes;
}

Status checkShape(const SegmentHeader& header, std::uint32_t dtype, const std::string& where) {
    if (dtype > static_cast<std::uint32_t>(DType::Float32))
        return corrupt(where, "unknown number format " + std::to_string(dtype));
    if (header.sentences == 0 || header.sentences > kSegmentSentences)
        return corrupt(where, "impossible number of sentences " + std::to_string(header.sentences));
    if (header.neurons == 0 || header.neurons > kMaxNeurons)
        return corrupt(where, "impossible number of neurons " + std::to_string(header.neurons));
    if (header.firstSentence != std::uint64_t{header.index} * kSegmentSentences)
        return corrupt(where, "the first sentence does not fit the segment's number");
    return {};
}

std::uint64_t valueBytes(const SegmentHeader& header) {
    return std::uint64_t{header.neurons} * header.sentences * sizeOf(header.dtype);
}

/// Index of the first value with an exponent of ones only, or count. In runs, so that the compiler can vectorise.
template <class Bits>
std::size_t firstNonFinite(std::span<const std::byte> bytes, Bits exponent) {
    const std::size_t count = bytes.size() / sizeof(Bits);
    constexpr std::size_t kRun = 1024;
    std::array<Bits, kRun> run;
    for (std::size_t begin = 0; begin < count; begin += kRun) {
        const std::size_t length = std::min(kRun, count - begin);
        std::memcpy(run.data(), bytes.data() + begin * sizeof(Bits), length * sizeof(Bits));
        unsigned found = 0;
        for (std::size_t i = 0; i < length; ++i)
            found |= static_cast<unsigned>((run[i] & exponent) == exponent);
        for (std::size_t i = 0; found && i < length; ++i)
            if ((run[i] & exponent) == exponent)
                return begin + i;
    }
    return count;
}

Status checkFinite(const SegmentHeader& header, std::span<const std::byte> values, const std::string& where) {
    const std::size_t bad = header.dtype == DType::Float16 ? firstNonFinite<std::uint16_t>(values, 0x7C00U)
                                                           : firstNonFinite<std::uint32_t>(values, 0x7F800000U);
    if (bad == values.size() / sizeOf(header.dtype))
        return {};
    return Error{ErrorCode::NonFinite, where,
                 "neuron " + std::to_string(bad / header.sentences) + " at sentence " +
                     std::to_string(header.firstSentence + bad % header.sentences) + " is not a finite number",
                 ""};
}

} // namespace

std::string segmentPath(const std::string& runFolder, std::uint32_t index) {
    char name[16];
    std::snprintf(name, sizeof name, "%04u.seg", static_cast<unsigned>(index));
    return (std::filesystem::path(runFolder) / name).string();
}

Result<SegmentHeader> parseSegmentHeader(std::span<const std::byte> bytes, const std::string& where) {
    if (bytes.size() < kSegmentHeaderBytes)
        return Error{ErrorCode::Truncated, where, "the header is incomplete", ""};
    if (std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0)
        return corrupt(where, "this is not an activation segment");
    if (getU32(bytes, 12) != kByteOrder)
        return corrupt(where, "wrong byte order");
    if (getU32(bytes, 8) > kVersion)
        return Error{ErrorCode::NewerVersion, where, "segment version " + std::to_string(getU32(bytes, 8)),
                     "Use the Neuroscribe version that wrote it"};
    if (getU32(bytes, 8) != kVersion)
        return corrupt(where, "impossible segment version");
    if (getHash(bytes, kHashedBytes) != hashBytes(bytes.first(kHashedBytes)))
        return corrupt(where, "the header's checksum does not fit");
    SegmentHeader header;
    header.index = getU32(bytes, 20);
    header.firstSentence = getU32(bytes, 24);
    header.sentences = getU32(bytes, 28);
    header.neurons = getU32(bytes, 32);
    header.run = getHash(bytes, 40);
    header.sentencesHash = getHash(bytes, 56);
    header.checksum = getHash(bytes, 72);
    NS_TRY(checkShape(header, getU32(bytes, 16), where));
    header.dtype = static_cast<DType>(getU32(bytes, 16));
    return header;
}

Status writeSegment(const std::string& runFolder, SegmentHeader header, std::span<const std::byte> values) {
    const std::string path = segmentPath(runFolder, header.index);
    NS_TRY(checkShape(header, static_cast<std::uint32_t>(header.dtype), path));
    if (values.size() != valueBytes(header))
        return Error{ErrorCode::InvalidArgument, path, "the values do not fit the header", ""};
    NS_TRY(checkFinite(header, values, path));
    header.checksum = hashBytes(values);
    NS_ASSIGN(PartFile part, PartFile::create(path));
    NS_TRY(part.file().writeAt(0, encodeHeader(header)));
    NS_TRY(part.file().writeAt(kSegmentHeaderBytes, values));
    return part.commit();
}

struct SegmentReader::State {
    File file;
    SegmentHeader header;
};

SegmentReader::SegmentReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SegmentReader::SegmentReader(SegmentReader&&) noexcept = default;
SegmentReader& SegmentReader::operator=(SegmentReader&&) noexcept = default;
SegmentReader::~SegmentReader() = default;

Result<SegmentReader> SegmentReader::open(const std::string& path) {
    NS_ASSIGN(File file, File::openForReading(path));
    NS_ASSIGN(const std::uint64_t size, file.size());
    HeaderBytes bytes;
    NS_TRY(file.readAt(0, bytes));
    NS_ASSIGN(SegmentHeader header, parseSegmentHeader(bytes, path));
    const std::uint64_t expected = kSegmentHeaderBytes + valueBytes(header);
    if (size < expected)
        return Error{ErrorCode::Truncated, path,
                     std::to_string(size) + " of " + std::to_string(expected) + " bytes are there",
                     "Run the extraction again: it mends this segment only"};
    if (size > expected)
        return corrupt(path, "bytes after the end of the values");
    return SegmentReader(std::make_unique<State>(State{std::move(file), header}));
}

const SegmentHeader& SegmentReader::header() const {
    return m_state->header;
}

Status SegmentReader::read(NeuronId first, std::uint32_t count, std::span<std::byte> values) const {
    const SegmentHeader& h = m_state->header;
    const std::uint64_t row = std::uint64_t{h.sentences} * sizeOf(h.dtype);
    if (first.value > h.neurons || count > h.neurons - first.value || values.size() != count * row)
        return Error{ErrorCode::InvalidArgument, m_state->file.path(), "neurons outside the segment", ""};
    return m_state->file.readAt(kSegmentHeaderBytes + first.value * row, values);
}

Status SegmentReader::verify() const {
    m_state->file.adviseSequential();
    Hasher hasher;
    std::vector<std::byte> buffer(std::size_t{1} << 20);
    const std::uint64_t total = valueBytes(m_state->header);
    for (std::uint64_t done = 0; done < total;) {
        const auto bytes = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), total - done));
        NS_TRY(m_state->file.readAt(kSegmentHeaderBytes + done, bytes));
        hasher.add(std::span<const std::byte>(bytes));
        done += bytes.size();
    }
    if (hasher.finish() != m_state->header.checksum)
        return corrupt(m_state->file.path(), "the checksum of the values does not fit");
    return {};
}

} // namespace neuroscribe::store
