// Which cells a heat map marks: tags, told apart by whether their q is below alpha.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

/// Unknown: a tag whose q is still being computed. A q that is undefined is not below alpha: Hollow.
enum class TagMark : std::uint8_t { None, Hollow, Solid, Unknown };

/// [neurons][descriptors]. q: of the same cells; empty while it is not known. alpha: 0 .. 1, solid strictly below.
std::vector<TagMark> tagMarks(const TagTable& tags, std::span<const double> q, double alpha);

} // namespace neuroscribe::tagging
