// Exemplar ranks of one split: for each neuron the sentences with the highest (and lowest) stored values (SCIENCE
// "exemplars"), both tails up to k = 10 %. On disk rank-blocked [block of 64 ranks][neuron][64] u32 so that a slider
// step touches few pages; rebuilt from the segments at any time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace neuroscribe::tagging {

enum class Tail : std::uint8_t { Top, Bottom };

inline constexpr std::uint32_t kRankBlock = 64;
inline constexpr std::uint32_t kMaxKMilli = 10'000; ///< 10 % in units of 0.001 %

/// m = ceil(k * n / 100) in integers, at least 1 (n >= 1), at most n. kMilli: k in units of 0.001 %.
std::uint32_t exemplarCount(std::uint32_t kMilli, std::uint32_t sentences);

/// Key for ranking: a < b as numbers <=> rankKey(a) < rankKey(b); -0 and +0 tie. Finite values only.
std::uint32_t rankKey(float value);
/// The same for a stored half; below 65,536. Keys of the two kinds don't mix.
std::uint32_t rankKeyOfHalf(std::uint16_t bits);

/// What is ranked. Position = index into the split's members (sentence ids, ascending).
struct RankSource {
    std::uint32_t neurons = 0;
    std::uint32_t members = 0;
    Hash128 sourceHash; ///< ties the file to what it came from
    /// Rank keys of `count` neurons for all members, [count][members]. Called from several threads.
    std::function<Status(std::uint32_t first, std::uint32_t count, std::span<std::uint32_t> keys)> readKeys;
};
/// Writes ranks-<split>.bin, whole or not at all; the same bytes whatever the number of threads. Work space is about
/// (64 x members x 4 bytes) a thread. Errors: those of readKeys, DiskFull, Io, Cancelled, OutOfMemory.
Status buildRanks(const std::string& path, const RankSource& source, std::stop_token stop, ProgressSink& progress);

/// Reads the whole file and compares every checksum. Errors: those of RankTable::open, Corrupt.
Status verifyRanks(const std::string& path, const Hash128& sourceHash);

/// Lazily loaded ranks. Positions are indices into the split's members (ascending ids). Thread-safe.
class RankTable {
public:
    /// Errors: NotFound, Corrupt, Stale (another sourceHash).
    static Result<std::shared_ptr<const RankTable>> open(const std::string& path, const Hash128& sourceHash);
    virtual ~RankTable() = default;

    virtual std::uint32_t neurons() const = 0;
    virtual std::uint32_t members() const = 0;
    virtual std::uint32_t depth() const = 0; ///< ranks stored per neuron and tail: exemplarCount(kMaxKMilli, members)
    /// Block b (ranks 64b .. 64b+63): [neurons][64] positions; ranks beyond depth() are UINT32_MAX. Errors: Io,
    /// Corrupt. The span stays valid as long as the table lives.
    virtual Result<std::span<const std::uint32_t>> block(Tail tail, std::uint32_t b) const = 0;
    /// The first `count` positions of one neuron (count <= depth()).
    virtual Status neuron(Tail tail, NeuronId neuron, std::span<std::uint32_t> positions) const = 0;
};

/// In memory, for tests and for `tag-matrix`: values [members][neurons], row-major.
Result<std::shared_ptr<const RankTable>> makeRanks(std::span<const float> values, std::uint32_t members,
                                                   std::uint32_t neurons);

} // namespace neuroscribe::tagging
