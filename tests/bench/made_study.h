// Sentences and labels of any number, for the benches that open a window on them. Ends the program where they can't be
// made.
#pragma once

#include "core/store/project.h"

#include <cstdint>
#include <string>

namespace neuroscribe::bench {

/// Of 10 to 9 + `words` random words each, by way of the file FOLDER.txt.
void addSentences(store::Project& project, const std::string& folder, std::uint32_t sentences, std::uint64_t words);

/// "descriptor 7"
std::string descriptorName(std::uint32_t descriptor);
/// The label matrix B: descriptor d is in every (4 + d)-th sentence, drawn at random.
void addLabels(store::Database& database, std::uint32_t sentences, std::uint32_t descriptors);

} // namespace neuroscribe::bench
