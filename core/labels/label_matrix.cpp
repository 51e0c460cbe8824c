#include "core/labels/label_matrix.h"

namespace neuroscribe::labels {

LabelCounts countLabels(const LabelMatrix& labels) {
    LabelCounts counts;
    for (std::uint32_t c = 0; c < labels.descriptors(); ++c)
        for (const std::uint8_t answer : labels.column(c)) {
            counts.yes += answer == static_cast<std::uint8_t>(Answer::Yes);
            counts.no += answer == static_cast<std::uint8_t>(Answer::No);
        }
    counts.pairs = std::uint64_t{labels.sentences()} * labels.descriptors();
    counts.unanswered = counts.pairs - counts.yes - counts.no;
    return counts;
}

} // namespace neuroscribe::labels
