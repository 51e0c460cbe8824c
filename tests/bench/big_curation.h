// A study of the size that the workspace Curate is made for: distinct topics with embeddings of 384, in clusters of
// which the first are labelled descriptors; 12 x 768 neurons of a synthetic model.
#pragma once

#include <cstdint>
#include <string>

namespace neuroscribe::bench {

inline constexpr std::uint32_t kNeurons = 12 * 768;
inline constexpr std::uint32_t kNamedClusters = 26; ///< ids 1 to so many

/// Ends the program where it can't be made.
void makeBigCuration(const std::string& folder, std::uint32_t topics, std::uint32_t sentences);

} // namespace neuroscribe::bench
