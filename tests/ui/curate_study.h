// A small tagged study with topics in clusters, for the tests of the workspace Curate.
//   gift:  gift box, gift wrapped, gift card, card board, board game      (suggested name; the last two lie apart)
//   price: price, cheap price, good price                                 (suggested name)
//   smell: smell, strong smell                                            (a person's name: Smell)
//   in no cluster: tea bags, noise
#pragma once

#include "core/base/ids.h"
#include "core/descriptors/curation.h"

#include <string>

namespace neuroscribe::test {

void makeCurateStudy(const std::string& folder);
/// Of the study on disk, as another process would read it.
descriptors::Curation storedCuration(const std::string& folder);
RawDescriptorId topicNamed(const std::string& name);
inline constexpr ClusterId kGift{1};
inline constexpr ClusterId kPrice{2};
inline constexpr ClusterId kSmell{3};

} // namespace neuroscribe::test
