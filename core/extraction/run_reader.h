// All segments of a finished run, opened and checked against it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/extraction/extractor.h"
#include "core/store/segment.h"

namespace neuroscribe::extraction {

std::string runFolder(const std::string& activationsFolder, const RunInfo& run);

/// Does this segment hold these sentences of this run? Errors: Stale, Mismatch naming the file.
Status checkSegment(const store::SegmentHeader& header, const RunInfo& run, std::uint32_t index,
                    std::uint32_t sentences, const std::string& path);

/// Thread-safe once open.
class RunReader {
public:
    /// Opens every segment. Errors: NotFound, Corrupt, Truncated, Stale, naming the file.
    static Result<RunReader> open(const std::string& activationsFolder, const RunInfo& run);

    /// Calls visit(header, values) for each segment in order; values: [count][header.sentences] in stored dtype.
    using Visitor = std::function<void(const store::SegmentHeader& header, std::span<const std::byte> values)>;
    Status visit(NeuronId first, std::uint32_t count, const Visitor& visitor) const;

private:
    explicit RunReader(std::vector<store::SegmentReader> segments) : m_segments(std::move(segments)) {}
    std::vector<store::SegmentReader> m_segments;
};

} // namespace neuroscribe::extraction
