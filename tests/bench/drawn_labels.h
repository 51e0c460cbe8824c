// Labels of one half at full size, as frequent as those of real descriptors: the first ones often, the last ones
// rarely.
#pragma once

#include "core/base/random.h"
#include "core/tagging/counts.h"

#include <memory>
#include <vector>

namespace neuroscribe::bench {

/// answered: share of the answers that are there, 0 .. 1.
inline std::shared_ptr<const tagging::SplitLabels> drawLabels(std::uint32_t members, std::uint32_t descriptors,
                                                              double answered) {
    Random random(2);
    labels::LabelMatrix labels(members, descriptors);
    std::vector<SentenceId> all;
    for (std::uint32_t s = 0; s < members; ++s) {
        all.push_back(SentenceId(s));
        for (std::uint32_t c = 0; c < descriptors; ++c)
            if (random.uniform() < answered)
                labels.set(SentenceId(s), c,
                           random.uniform() < 0.4 / (c % 26 + 1) ? labels::Answer::Yes : labels::Answer::No);
    }
    return tagging::SplitLabels::make(labels, all);
}

} // namespace neuroscribe::bench
