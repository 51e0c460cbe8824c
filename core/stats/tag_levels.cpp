#include "core/stats/tag_levels.h"

#include <algorithm>

namespace neuroscribe::stats {

ThresholdGrid::ThresholdGrid(std::vector<std::uint32_t> tMilli) : m_tMilli(std::move(tMilli)) {
    std::ranges::sort(m_tMilli);
    const auto again = std::ranges::unique(m_tMilli);
    m_tMilli.erase(again.begin(), again.end());
    for (std::size_t level = 0; level < m_reach.size(); ++level)
        m_reach[level] = static_cast<std::uint16_t>(std::ranges::lower_bound(m_tMilli, level) - m_tMilli.begin());
}

TagSets tagSets(const LevelMatrix& levels, std::uint32_t tMilli) {
    TagSets sets;
    sets.words = std::max(1U, (levels.descriptors + 63) / 64);
    sets.bits.assign(std::size_t{levels.neurons} * sets.words, 0);
    for (std::uint32_t neuron = 0; neuron < levels.neurons; ++neuron) {
        const auto row = levels.row(neuron);
        for (std::uint32_t c = 0; c < levels.descriptors; ++c)
            sets.bits[std::size_t{neuron} * sets.words + c / 64] |= std::uint64_t{tMilli < row[c]} << (c % 64);
    }
    return sets;
}

} // namespace neuroscribe::stats
