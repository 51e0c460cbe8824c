// A change of the curation as compact JSON: what rows of the edit log carry.
//   {"clusters": [[id, before, after], ...], "moves": [[from, to, [member, ...]], ...]}
// before and after: null, or {"name", "source", "questions"} with "excluded" and "centre" where they say something.
#pragma once

#include <string>

#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

std::string deltaToJson(const CurationDelta& delta);
/// Errors: Corrupt, naming the key. Whether the delta fits a curation is Curation::apply's to say.
Result<CurationDelta> deltaFromJson(const std::string& text);

/// Column cluster.questions. Errors: Corrupt.
std::string questionsToJson(const std::vector<std::string>& questions);
Result<std::vector<std::string>> questionsFromJson(const std::string& text);

} // namespace neuroscribe::descriptors
