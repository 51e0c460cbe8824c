#include <algorithm>

#include "core/tagging/counts.h"

namespace neuroscribe::tagging {
namespace {
constexpr std::uint32_t kRowAlignment = 32; ///< one vector register of bytes
}

std::shared_ptr<const SplitLabels> SplitLabels::make(const labels::LabelMatrix& labels,
                                                     std::span<const SentenceId> members) {
    auto split = std::make_shared<SplitLabels>();
    split->m_members = static_cast<std::uint32_t>(members.size());
    split->m_descriptors = labels.descriptors();
    split->m_stride = (labels.descriptors() + kRowAlignment - 1) / kRowAlignment * kRowAlignment;
    split->m_answered.assign(labels.descriptors(), 0);
    split->m_yes.assign(labels.descriptors(), 0);
    const std::size_t bytes = members.size() * split->m_stride;
    split->m_yesBytes.assign(bytes, 0);
    split->m_answeredBytes.assign(bytes, 0);
    for (std::uint32_t c = 0; c < labels.descriptors(); ++c) {
        const auto column = labels.column(c);
        for (std::size_t member = 0; member < members.size(); ++member) {
            const std::uint32_t id = members[member].value;
            const auto answer = static_cast<labels::Answer>(id < column.size() ? column[id] : 0);
            const bool yes = answer == labels::Answer::Yes;
            const bool answered = yes || answer == labels::Answer::No;
            split->m_yesBytes[member * split->m_stride + c] = yes;
            split->m_answeredBytes[member * split->m_stride + c] = answered;
            split->m_yes[c] += yes;
            split->m_answered[c] += answered;
        }
    }
    split->m_allAnswered =
        std::ranges::all_of(split->m_answered, [&](std::uint32_t answered) { return answered == split->m_members; });
    if (split->m_allAnswered)
        split->m_answeredBytes = {}; // m_c = m: nothing to count
    return split;
}

} // namespace neuroscribe::tagging
