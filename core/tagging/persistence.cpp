#include "core/tagging/persistence.h"

#include <algorithm>
#include <array>

#include "core/tagging/rule_values.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {
namespace {

/// Counts of one half, moved from one k to the next.
class HalfCounts {
public:
    explicit HalfCounts(const NeuronHalf& half)
        : m_half(half), m_yes(half.labels->descriptors(), 0), m_answered(half.labels->descriptors(), 0) {}

    void moveTo(std::uint32_t kMilli) {
        const SplitLabels& labels = *m_half.labels;
        const std::size_t wanted = std::min<std::size_t>(exemplarCount(kMilli, labels.members()), m_half.ranks.size());
        for (; m_taken < wanted; ++m_taken) {
            const std::size_t row = std::size_t{m_half.ranks[m_taken]} * labels.stride();
            for (std::uint32_t c = 0; c < labels.descriptors(); ++c) {
                m_yes[c] += labels.yesBytes()[row + c];
                m_answered[c] += labels.allAnswered() ? 1 : labels.answeredBytes()[row + c];
            }
        }
    }
    Fraction value(Rule rule, std::uint32_t c, std::uint64_t sum) const {
        return countRule(rule, {m_yes[c], m_answered[c], m_half.labels->yes()[c], m_half.labels->answered()[c], sum});
    }
    std::uint64_t sum(std::span<const std::uint8_t> active) const { return occurrences(m_yes, active); }

private:
    const NeuronHalf& m_half;
    std::size_t m_taken = 0;
    std::vector<std::uint32_t> m_yes, m_answered;
};

bool lives(const Fraction& value, std::uint32_t tMilli) {
    return value.denominator > 0 &&
           static_cast<Wide>(value.numerator) * 1000 > static_cast<Wide>(value.denominator) * tMilli;
}

std::optional<double> smaller(const Fraction& a, const Fraction& b) {
    if (a.denominator == 0 || b.denominator == 0)
        return std::nullopt;
    const Fraction& least = b < a ? b : a;
    return static_cast<double>(least.numerator) / static_cast<double>(least.denominator);
}

using Halves = std::array<HalfCounts, 2>;

/// Calls visit(descriptor, of calibration, of validation) for the active descriptors.
template <class Visit>
void forEachPair(const Halves& halves, Rule rule, std::span<const std::uint8_t> active, Visit visit) {
    const std::uint64_t first = halves[0].sum(active), second = halves[1].sum(active);
    for (std::uint32_t c = 0; c < active.size(); ++c)
        if (active[c])
            visit(c, halves[0].value(rule, c, first), halves[1].value(rule, c, second));
}

} // namespace

Result<std::vector<Persistence>> persistenceOf(const NeuronHalf& calibration, const NeuronHalf& validation,
                                               std::span<const std::uint8_t> active, const Thresholds& thresholds,
                                               std::stop_token stop) {
    if (isOfWholeRows(thresholds.rule))
        return Error{ErrorCode::InvalidArgument, ruleName(thresholds.rule), "this rule does not depend on k", ""};
    std::vector<Persistence> result(active.size());
    Halves now{HalfCounts(calibration), HalfCounts(validation)};
    for (HalfCounts& half : now)
        half.moveTo(thresholds.kMilli);
    forEachPair(now, thresholds.rule, active,
                [&](std::uint32_t c, const Fraction& a, const Fraction& b) { result[c].tEnd = smaller(a, b); });
    Halves walked{HalfCounts(calibration), HalfCounts(validation)};
    for (std::uint32_t k = kGridMilli; k <= kMaxKMilli; k += kGridMilli) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "neuron", "stopped", ""};
        for (HalfCounts& half : walked)
            half.moveTo(k);
        forEachPair(walked, thresholds.rule, active, [&](std::uint32_t c, const Fraction& a, const Fraction& b) {
            if (!lives(a, thresholds.tMilli) || !lives(b, thresholds.tMilli))
                return;
            std::vector<KRange>& ranges = result[c].k;
            if (ranges.empty() || ranges.back().last + kGridMilli < k)
                ranges.push_back({k, k});
            else
                ranges.back().last = k;
        });
    }
    return result;
}

} // namespace neuroscribe::tagging
