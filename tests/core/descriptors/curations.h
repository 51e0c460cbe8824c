// Curations for tests.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"

namespace neuroscribe::descriptors::test {

inline std::vector<RawDescriptorId> members(std::initializer_list<std::uint32_t> ids) {
    std::vector<RawDescriptorId> list;
    for (const std::uint32_t id : ids)
        list.emplace_back(id);
    return list;
}

/// Applies the edit, which must be one, and gives it back.
inline CurationEdit applied(Curation& curation, const Result<CurationEdit>& edit) {
    REQUIRE(edit);
    REQUIRE(curation.apply(edit->delta));
    return *edit;
}

/// 1 "food": members 1 2 3; 2 "colour": 4 5; 3 "music": 6. None is a descriptor; 7 and 8 are unclustered.
inline Curation threeClusters() {
    Curation curation;
    applied(curation, createCluster(curation, members({1, 2, 3}), "food"));
    applied(curation, createCluster(curation, members({5, 4}), "colour"));
    applied(curation, createCluster(curation, members({6}), "music"));
    return curation;
}

inline constexpr ClusterId kFood{1};
inline constexpr ClusterId kColour{2};
inline constexpr ClusterId kMusic{3};

} // namespace neuroscribe::descriptors::test
