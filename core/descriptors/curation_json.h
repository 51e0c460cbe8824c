// The curation as a small JSON file that a person can read, compare and carry to another study:
//   {"clusters": [{"name": "food", "source": "person", "questions": ["food"], "members": ["bread", "soup"]}, ...],
//    "set_aside": ["thing"]}
// "excluded" stands where it is true. When read, source is "person" and the question the name where they are missing.
#pragma once

#include <cstdint>
#include <string>

#include "core/descriptors/curation.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

/// Clusters by name, members by name. Errors: those of SQLite.
Result<std::string> exportCuration(store::Database& database, const Curation& curation);

struct CurationImport {
    /// "curation.import", argument: count of the clusters. Its delta is empty where the curation is the file's already.
    CurationEdit edit;
    std::uint64_t unknownMembers = 0; ///< names that are no raw descriptor of this study
    std::uint64_t withoutMembers = 0; ///< clusters of which this study has no member
};
/// What makes `curation` that of the file: a descriptor of a name in the file stays the same one; clusters that are
/// not in the file go, their members are then unclustered. file: for the errors, Parse: FILE:line or FILE and the key;
/// among them a member in two places and two descriptors of one name.
Result<CurationImport> importCuration(store::Database& database, const Curation& curation, const std::string& text,
                                      const std::string& file);

} // namespace neuroscribe::descriptors
