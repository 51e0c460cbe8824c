// Finished batches of an unfinished segment, NNNN.partial beside the segments: on a slow machine a segment takes
// minutes, and a kill must not cost them. A torn end is cut off when it is read back; a journal of other sentences,
// another plan or another run is started anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/extraction/batch_plan.h"
#include "core/extraction/segment_rows.h"
#include "core/store/file.h"

namespace neuroscribe::extraction {

std::string journalPath(const std::string& runFolder, std::uint32_t segment);

class Journal {
public:
    /// key: of everything that decides what a batch holds.
    Journal(std::string path, const Hash128& key) : m_path(std::move(path)), m_key(key) {}

    /// Puts the batches found into rows and marks them in `done` (one flag a batch). A damaged journal only yields
    /// less.
    Status replay(const BatchPlan& plan, SegmentRows& rows, std::vector<bool>& done);
    /// Makes the file at the first call. A failed append leaves what was there before.
    Status append(std::uint32_t batch, const std::vector<std::uint32_t>& batchRows, SegmentRows& rows);

private:
    Status start();
    std::string m_path;
    Hash128 m_key;
    std::optional<store::File> m_file;
    std::uint64_t m_end = 0;
    std::vector<std::byte> m_record;
};

} // namespace neuroscribe::extraction
