#include "core/tagging/tag_marks.h"

#include <cassert>

#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {

std::vector<TagMark> tagMarks(const TagTable& tags, std::span<const double> q, double alpha) {
    std::vector<TagMark> marks(std::size_t{tags.neurons} * tags.descriptors, TagMark::None);
    assert(q.empty() || q.size() == marks.size());
    for (std::size_t neuron = 0; neuron < tags.neurons; ++neuron)
        forEachTag(std::span(tags.bits).subspan(neuron * tags.words, tags.words), [&](std::uint32_t c) {
            const std::size_t cell = neuron * tags.descriptors + c;
            if (q.empty())
                marks[cell] = TagMark::Unknown;
            else
                marks[cell] = q[cell] < alpha ? TagMark::Solid : TagMark::Hollow;
        });
    return marks;
}

} // namespace neuroscribe::tagging
