#include "core/tagging/rank_file.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/store/byte_fields.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::array<char, 8> kMagic{'N', 'S', 'C', 'R', 'R', 'N', 'K', '\x1A'};
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kHashedBytes = 112;
constexpr std::uint32_t kMaxNeurons = 1U << 24;
constexpr std::uint32_t kMaxMembers = 1U << 31;

Error corrupt(const store::File& file, const std::string& why) {
    return {ErrorCode::Corrupt, file.path(), why, "Run the extraction again: it rebuilds the ranks"};
}

} // namespace

Result<RankShape> makeRankShape(std::uint32_t neurons, std::uint32_t members, const Hash128& sourceHash) {
    if (neurons == 0 || neurons > kMaxNeurons)
        return Error{ErrorCode::InvalidArgument, "ranks", "the number of neurons is out of range", ""};
    if (members == 0 || members > kMaxMembers)
        return Error{ErrorCode::InvalidArgument, "ranks", "the number of sentences is out of range", ""};
    return RankShape{neurons, members, exemplarCount(kMaxKMilli, members), sourceHash};
}

Status writeRankHeader(store::File& file, const RankShape& shape, std::span<const Hash128> checksums) {
    std::vector<std::byte> bytes(shape.firstBlock());
    const std::span<std::byte> header = std::span(bytes).first(kRankHeaderBytes);
    const std::span<std::byte> table = std::span(bytes).subspan(kRankHeaderBytes, shape.tableBytes());
    for (std::size_t i = 0; i < checksums.size(); ++i)
        store::putHash(table, i * sizeof(Hash128), checksums[i]);
    std::memcpy(header.data(), kMagic.data(), kMagic.size());
    store::putU32(header, 8, kVersion);
    store::putU32(header, 12, kByteOrder);
    store::putU32(header, 16, shape.neurons);
    store::putU32(header, 20, shape.members);
    store::putU32(header, 24, shape.depth);
    store::putHash(header, 32, shape.sourceHash);
    store::putHash(header, 48, hashBytes(table));
    store::putHash(header, kHashedBytes, hashBytes(header.first(kHashedBytes)));
    return file.writeAt(0, bytes);
}

Status readRankHeader(const store::File& file, RankShape& shape, std::vector<Hash128>& checksums) {
    std::array<std::byte, kRankHeaderBytes> header{};
    NS_TRY(file.readAt(0, header));
    if (std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0)
        return corrupt(file, "this is not a file of ranks");
    if (store::getU32(header, 12) != kByteOrder)
        return corrupt(file, "wrong byte order");
    if (store::getU32(header, 8) > kVersion)
        return Error{ErrorCode::NewerVersion, file.path(), "written by a newer version",
                     "Use the Neuroscribe version that wrote it"};
    if (store::getU32(header, 8) != kVersion ||
        store::getHash(header, kHashedBytes) != hashBytes(std::span(header).first(kHashedBytes)))
        return corrupt(file, "the header's checksum does not fit");
    auto made = makeRankShape(store::getU32(header, 16), store::getU32(header, 20), store::getHash(header, 32));
    if (!made || made->depth != store::getU32(header, 24))
        return corrupt(file, "impossible shape");
    shape = *made;
    NS_ASSIGN(const std::uint64_t size, file.size());
    if (size != shape.fileBytes())
        return corrupt(file, "the file's size does not fit its header");
    std::vector<std::byte> table(shape.tableBytes());
    NS_TRY(file.readAt(kRankHeaderBytes, table));
    if (hashBytes(table) != store::getHash(header, 48))
        return corrupt(file, "the table of checksums is damaged");
    checksums.resize(std::size_t{2} * shape.blocks());
    for (std::size_t i = 0; i < checksums.size(); ++i)
        checksums[i] = store::getHash(table, i * sizeof(Hash128));
    return {};
}

bool plausibleBlock(const RankShape& shape, std::uint32_t block, std::span<const std::uint32_t> values) {
    const std::uint32_t filled = std::min(kRankBlock, shape.depth - block * kRankBlock);
    bool plausible = true;
    for (std::size_t row = 0; row < values.size(); row += kRankBlock)
        for (std::uint32_t i = 0; i < kRankBlock; ++i)
            plausible &= i < filled ? values[row + i] < shape.members : values[row + i] == UINT32_MAX;
    return plausible;
}

} // namespace neuroscribe::tagging
