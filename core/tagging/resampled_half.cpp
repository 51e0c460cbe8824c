#include "core/tagging/resampled_half.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/tagging/row_sums.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::uint32_t kByte = 255;

/// Ranks that hold `exemplars` drawn sentences with certainty: the weight of r ranks has mean r and variance below r,
/// so eight standard deviations are enough.
std::uint32_t depthFor(std::uint32_t exemplars, std::uint32_t stored) {
    const double more = 8 * std::sqrt(static_cast<double>(exemplars)) + 64;
    return std::min(stored, exemplars + static_cast<std::uint32_t>(more));
}

/// Rows of 0/1 become rows of 0/weight.
void weigh(std::span<const std::uint8_t> flags, std::span<const std::uint8_t> weights, std::uint32_t stride,
           std::vector<std::uint8_t>& rows) {
    rows.resize(flags.size());
    for (std::size_t member = 0; member < weights.size(); ++member) {
        const std::uint8_t weight = weights[member];
        const std::uint8_t* in = flags.data() + member * stride;
        std::uint8_t* out = rows.data() + member * stride;
        for (std::uint32_t c = 0; c < stride; ++c)
            out[c] = static_cast<std::uint8_t>(weight & (0U - in[c]));
    }
}

/// Adds rows into sums of 32 bits while a byte still holds what is not yet added.
class WeightedSum {
public:
    WeightedSum(const std::vector<std::uint8_t>& rows, std::uint32_t stride, std::vector<std::uint32_t>& sums)
        : m_rows(rows), m_stride(stride), m_sums(sums) {}
    void add(std::span<const std::uint32_t> positions) {
        static const AddRows kAddRows = fastestAddRows();
        kAddRows(m_rows.data(), m_stride, positions, m_sums.data());
    }
    /// The row of 0/1 flags `times` times.
    void addPart(const std::uint8_t* flags, std::uint32_t times) {
        for (std::uint32_t c = 0; c < m_stride; ++c)
            m_sums[c] += flags[c] * times;
    }

private:
    const std::vector<std::uint8_t>& m_rows;
    std::uint32_t m_stride;
    std::vector<std::uint32_t>& m_sums;
};

} // namespace

Result<ResampledHalf> ResampledHalf::make(const Input& input, std::span<const NeuronId> neurons, std::stop_token stop) {
    if (input.ranks.members() != input.labels.members() || input.strata.size() != input.labels.members())
        return Error{ErrorCode::Mismatch, "ranks", "ranks, labels and categories are of different sentences",
                     "Extract again"};
    ResampledHalf half(input.labels, input.exemplars);
    half.m_depth = depthFor(input.exemplars, input.ranks.depth());
    half.m_neurons = static_cast<std::uint32_t>(neurons.size());
    NS_ASSIGN(half.m_positions, firstPositions(input.ranks, input.tail, neurons, half.m_depth, stop));
    half.groupByStratum(input.strata);
    return half;
}

void ResampledHalf::groupByStratum(std::span<const std::uint16_t> strata) {
    m_byStratum.resize(strata.size());
    std::iota(m_byStratum.begin(), m_byStratum.end(), 0U);
    std::ranges::stable_sort(m_byStratum, {}, [&](std::uint32_t member) { return strata[member]; });
    for (std::uint32_t at = 1; at <= m_byStratum.size(); ++at)
        if (at == m_byStratum.size() || strata[m_byStratum[at]] != strata[m_byStratum[at - 1]])
            m_stratumEnds.push_back(at);
}

bool ResampledHalf::canVary() const {
    return m_stratumEnds.size() < m_byStratum.size(); // some stratum has two members
}

void ResampledHalf::draw(Random& random, Work& work) const {
    work.weights.assign(m_byStratum.size(), 0);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : m_stratumEnds) {
        const std::uint64_t size = end - begin;
        for (std::uint32_t i = begin; i < end; ++i) {
            // The high half of the product: for fewer than 2^32 members the bias is below one in a billion draws.
            const std::uint64_t at = begin + ((random.next() >> 32) * size >> 32);
            std::uint8_t& weight = work.weights[m_byStratum[at]];
            weight = static_cast<std::uint8_t>(weight + (weight < kByte));
        }
        begin = end;
    }
    weighRows(work);
}

void ResampledHalf::weighRows(Work& work) const {
    weigh(m_labels->yesBytes(), work.weights, m_labels->stride(), work.yesRows);
    if (!m_labels->allAnswered())
        weigh(m_labels->answeredBytes(), work.weights, m_labels->stride(), work.knownRows);
}

bool ResampledHalf::count(Work& work, const std::stop_token& stop) const {
    const std::size_t cells = std::size_t{m_neurons} * m_labels->descriptors();
    work.counts.neurons = m_neurons;
    work.counts.descriptors = m_labels->descriptors();
    work.counts.exemplars = m_exemplars;
    work.counts.yes.resize(cells);
    work.counts.answered.resize(cells);
    constexpr std::size_t kNeuronsBetweenLooks = 256;
    for (std::size_t neuron = 0; neuron < m_neurons; ++neuron) {
        if (neuron % kNeuronsBetweenLooks == 0 && stop.stop_requested())
            return false;
        countNeuron(neuron, work);
    }
    return true;
}

void ResampledHalf::countNeuron(std::size_t neuron, Work& work) const {
    const std::uint32_t stride = m_labels->stride(), descriptors = m_labels->descriptors();
    const bool allKnown = m_labels->allAnswered();
    const auto ranked = std::span(m_positions).subspan(neuron * m_depth, m_depth);
    std::vector<std::uint32_t> yes(stride, 0), known(stride, 0);
    WeightedSum yesSum(work.yesRows, stride, yes), knownSum(work.knownRows, stride, known);
    work.positions.resize(kByte + 1); // one place to write a sentence of no weight to
    std::uint32_t taken = 0, waiting = 0, waitingWeight = 0;
    const auto flush = [&] {
        const auto some = std::span<const std::uint32_t>(work.positions).first(waiting);
        yesSum.add(some);
        if (!allKnown)
            knownSum.add(some);
        waiting = waitingWeight = 0;
    };
    for (std::size_t rank = 0; rank < ranked.size() && taken < m_exemplars; ++rank) {
        const std::uint32_t member = ranked[rank];
        const std::uint32_t weight = work.weights[member];
        if (weight > m_exemplars - taken) {
            const std::size_t row = std::size_t{member} * stride;
            yesSum.addPart(m_labels->yesBytes().data() + row, m_exemplars - taken);
            if (!allKnown)
                knownSum.addPart(m_labels->answeredBytes().data() + row, m_exemplars - taken);
            taken = m_exemplars;
            break;
        }
        if (waitingWeight + weight > kByte)
            flush();
        work.positions[waiting] = member;
        waiting += weight > 0;
        waitingWeight += weight;
        taken += weight;
    }
    flush();
    work.truncated = work.truncated || taken < m_exemplars;
    const auto place = static_cast<std::ptrdiff_t>(neuron * descriptors);
    std::copy_n(yes.begin(), descriptors, work.counts.yes.begin() + place);
    if (allKnown)
        std::fill_n(work.counts.answered.begin() + place, descriptors, taken);
    else
        std::copy_n(known.begin(), descriptors, work.counts.answered.begin() + place);
}

} // namespace neuroscribe::tagging
