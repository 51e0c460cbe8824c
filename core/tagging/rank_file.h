// Layout of ranks-<split>.bin. Private to core/tagging.
//   header, 128 bytes: 0 magic, 8 version, 12 byte order, 16 neurons, 20 members, 24 depth, 28 zero, 32 source hash,
//                      48 hash of the checksum table, 64 zeros, 112 hash of bytes 0 .. 111
//   table:  one Hash128 per block, top tail first; padded to a multiple of 4,096
//   blocks: [tail][block of 64 ranks][neuron][64] u32 positions
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/store/file.h"
#include "core/tagging/rank_table.h"

namespace neuroscribe::tagging {

inline constexpr std::size_t kRankHeaderBytes = 128;

struct RankShape {
    std::uint32_t neurons = 0;
    std::uint32_t members = 0;
    std::uint32_t depth = 0;
    Hash128 sourceHash;

    std::uint32_t blocks() const { return (depth + kRankBlock - 1) / kRankBlock; } ///< of one tail
    std::uint64_t blockValues() const { return std::uint64_t{neurons} * kRankBlock; }
    std::uint64_t blockBytes() const { return blockValues() * sizeof(std::uint32_t); }
    std::uint64_t tableBytes() const { return std::uint64_t{2} * blocks() * sizeof(Hash128); }
    std::uint64_t firstBlock() const { return (kRankHeaderBytes + tableBytes() + 4095) / 4096 * 4096; }
    std::uint64_t fileBytes() const { return firstBlock() + 2 * std::uint64_t{blocks()} * blockBytes(); }
    std::uint32_t slot(Tail tail, std::uint32_t block) const { return (tail == Tail::Top ? 0 : blocks()) + block; }
    std::uint64_t offset(std::uint32_t slot) const { return firstBlock() + slot * blockBytes(); }
};

/// Errors: InvalidArgument for an empty or absurd shape.
Result<RankShape> makeRankShape(std::uint32_t neurons, std::uint32_t members, const Hash128& sourceHash);

Status writeRankHeader(store::File& file, const RankShape& shape, std::span<const Hash128> checksums);
/// Checks everything but the blocks. Errors: Corrupt, Truncated, NewerVersion.
Status readRankHeader(const store::File& file, RankShape& shape, std::vector<Hash128>& checksums);
/// The positions that a block may hold: below `members` up to the depth, UINT32_MAX beyond.
bool plausibleBlock(const RankShape& shape, std::uint32_t block, std::span<const std::uint32_t> values);

} // namespace neuroscribe::tagging
