// Immutable activation segments: 4,096 sentences in id order, neuron-major (one neuron's values lie together).
// Header: magic, version, dtype, first sentence, counts, run hash, checksum. Same input, same bytes: no times, no
// random ids.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/result.h"

namespace neuroscribe::store {

enum class DType : std::uint8_t { Float16, Float32 };
inline std::size_t sizeOf(DType dtype) {
    return dtype == DType::Float16 ? 2 : 4;
}

inline constexpr std::uint32_t kSegmentSentences = 4096;

struct SegmentHeader {
    DType dtype = DType::Float16;
    std::uint32_t index = 0;         ///< segment number: first sentence / kSegmentSentences
    std::uint32_t firstSentence = 0; ///< of this segment
    std::uint32_t sentences = 0;     ///< 1 .. kSegmentSentences
    std::uint32_t neurons = 0;
    Hash128 run;           ///< hash of model, tokenizer, site, pooling, dtype
    Hash128 sentencesHash; ///< hash of the texts in order: a changed corpus shows
    Hash128 checksum;      ///< of the values
};

/// Parses and checks the fixed-size header block; hostile input is refused. bytes: the first kSegmentHeaderBytes of a
/// file.
inline constexpr std::size_t kSegmentHeaderBytes = 128;
Result<SegmentHeader> parseSegmentHeader(std::span<const std::byte> bytes, const std::string& where);

/// Writes activations/<run>/NNNN.seg through NNNN.part, fsync, rename, fsync of the folder; refuses NaN/Inf.
/// values: neuron-major [neurons][sentences], already converted to dtype.
Status writeSegment(const std::string& runFolder, SegmentHeader header, std::span<const std::byte> values);

/// Reads with pread: a file that vanishes is an error, not a signal. Thread-safe.
class SegmentReader {
public:
    /// Checks header and file size, not the checksum. Errors: NotFound, Corrupt, Truncated, NewerVersion.
    static Result<SegmentReader> open(const std::string& path);
    SegmentReader(SegmentReader&&) noexcept;
    SegmentReader& operator=(SegmentReader&&) noexcept;
    ~SegmentReader();

    const SegmentHeader& header() const;
    /// Values of `count` neurons from `first`, in stored dtype: [count][sentences].
    Status read(NeuronId first, std::uint32_t count, std::span<std::byte> values) const;
    /// Reads all values and compares. Errors: Corrupt.
    Status verify() const;

private:
    struct State;
    explicit SegmentReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

std::string segmentPath(const std::string& runFolder, std::uint32_t index);

} // namespace neuroscribe::store
