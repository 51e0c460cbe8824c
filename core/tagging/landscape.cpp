#include "core/tagging/landscape.h"

#include <algorithm>
#include <atomic>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::size_t kNeuronGroup = 256;

/// Different shifts in 1 .. neurons - 1, ascending; all of them where there are no more.
std::vector<std::uint32_t> drawShifts(std::uint32_t neurons, std::uint32_t wanted, std::uint64_t seed) {
    std::vector<std::uint32_t> shifts;
    for (std::uint32_t shift = 1; shift < neurons; ++shift)
        shifts.push_back(shift);
    Random random(seed);
    shuffle(std::span(shifts), random);
    shifts.resize(std::min<std::size_t>(shifts.size(), wanted));
    std::ranges::sort(shifts);
    return shifts;
}

struct CorrectedSums {
    stats::JaccardSums own, shifted;
    explicit CorrectedSums(const stats::ThresholdGrid& grid) : own(grid), shifted(grid) {}
};

/// Sums over all neurons, block by block, added in the order of the blocks: threads change no bit.
CorrectedSums sumJaccards(const stats::Halves& halves, const stats::ThresholdGrid& grid,
                          const std::vector<std::uint32_t>& shifts) {
    const std::uint32_t neurons = halves.calibration.neurons;
    std::vector<CorrectedSums> blocks((neurons + kNeuronGroup - 1) / kNeuronGroup, CorrectedSums(grid));
    parallelFor(neurons, kNeuronGroup, [&](std::size_t begin, std::size_t end) {
        CorrectedSums& sums = blocks[begin / kNeuronGroup];
        for (std::size_t i = begin; i < end; ++i) {
            const auto row = halves.calibration.row(i);
            sums.own.add(row, halves.validation.row(i));
            for (const std::uint32_t shift : shifts)
                sums.shifted.add(row, halves.validation.row((i + shift) % neurons));
        }
    });
    CorrectedSums total(grid);
    for (const CorrectedSums& block : blocks) {
        total.own.add(block.own);
        total.shifted.add(block.shifted);
    }
    return total;
}

std::vector<std::uint64_t> countTags(const stats::LevelMatrix& levels, const stats::ThresholdGrid& grid) {
    std::vector<std::uint64_t> byReach(grid.size() + 1, 0);
    for (const stats::Level level : levels.cells)
        ++byReach[grid.reach(level)];
    for (std::size_t at = grid.size(); at > 0; --at)
        byReach[at - 1] += byReach[at];
    return {byReach.begin() + 1, byReach.end()};
}

class Surveyor {
public:
    explicit Surveyor(const LandscapeInput& input)
        : m_input(input), m_grid(input.tMilli),
          m_calibration(input.calibration.ranks, input.calibration.labels, input.tail),
          m_validation(input.validation.ranks, input.validation.labels, input.tail) {
        m_result.kMilli = input.kMilli;
        m_result.tMilli.assign(m_grid.tMilli().begin(), m_grid.tMilli().end());
        const std::uint32_t neurons = input.calibration.ranks->neurons();
        m_result.shifts = drawShifts(neurons, input.shifts, input.seed);
        m_result.approximate = m_result.shifts.size() + 1 < neurons;
    }

    Status addRow(std::uint32_t kMilli, const std::stop_token& stop) {
        NS_TRY(m_calibration.moveTo(exemplarCount(kMilli, m_input.calibration.ranks->members()), stop));
        NS_TRY(m_validation.moveTo(exemplarCount(kMilli, m_input.validation.ranks->members()), stop));
        const stats::Halves halves{tagLevels(m_calibration.counts(), m_input.columns, m_input.rule),
                                   tagLevels(m_validation.counts(), m_input.columns, m_input.rule)};
        const CorrectedSums sums = sumJaccards(halves, m_grid, m_result.shifts);
        const auto tags = countTags(halves.calibration, m_grid);
        const std::size_t row = m_result.points.size();
        for (std::size_t point = 0; point < m_grid.size(); ++point) {
            LandscapePoint at;
            at.tags = tags[point];
            at.corrected = stats::correctedJaccard(sums.own.mean(point), sums.shifted.mean(point));
            m_result.points.push_back(at);
        }
        return m_input.reference ? addTruth(halves.calibration, row, stop) : Status();
    }

    Landscape take() { return std::move(m_result); }

private:
    Status addTruth(const stats::LevelMatrix& levels, std::size_t row, const std::stop_token& stop) {
        const std::uint32_t exemplars = m_calibration.counts().exemplars;
        NS_ASSIGN(const Counts truth, countSome(*m_input.calibration.ranks, *m_input.reference, m_input.tail,
                                                m_input.judged, exemplars, stop));
        stats::JudgedTags tags{{truth.neurons, levels.descriptors, {}},
                               tagLevels(truth, m_input.columns, m_input.rule),
                               definedTruth(truth, m_input.columns)};
        for (const NeuronId neuron : m_input.judged) {
            const auto predicted = levels.row(neuron.value);
            tags.predicted.cells.insert(tags.predicted.cells.end(), predicted.begin(), predicted.end());
        }
        const stats::PrecisionRecall found = stats::precisionRecallMeans(tags, m_grid);
        for (std::size_t point = 0; point < m_grid.size(); ++point) {
            m_result.points[row + point].precision = found.precision[point].mean;
            m_result.points[row + point].recall = found.recall[point].mean;
        }
        return {};
    }

    const LandscapeInput& m_input;
    stats::ThresholdGrid m_grid;
    Counter m_calibration, m_validation;
    Landscape m_result;
};

Status check(const LandscapeInput& input) {
    NS_TRY(requireFrequency(input.rule));
    for (const std::uint32_t k : input.kMilli) {
        Thresholds thresholds;
        thresholds.kMilli = k;
        NS_TRY(thresholds.validate());
    }
    if (input.tMilli.empty() || std::ranges::max(input.tMilli) > 1000)
        return Error{ErrorCode::InvalidArgument, "t", "t is outside 0 to 1", "Choose t between 0 and 1"};
    return {};
}

} // namespace

std::vector<std::uint8_t> definedTruth(const Counts& reference, std::span<const std::uint32_t> columns) {
    std::vector<std::uint8_t> flags;
    for (std::size_t row = 0; row < reference.answered.size(); row += reference.descriptors)
        for (const std::uint32_t c : columns)
            flags.push_back(truthDefined(reference.answered[row + c], reference.exemplars));
    return flags;
}

Result<Landscape> landscape(const LandscapeInput& input, std::stop_token stop, ProgressSink& progress) {
    NS_TRY(check(input));
    Surveyor surveyor(input);
    ProgressMeter meter(progress, "landscape", input.kMilli.size());
    for (std::size_t k = 0; k < input.kMilli.size(); ++k) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "landscape", "stopped", ""};
        NS_TRY(surveyor.addRow(input.kMilli[k], stop));
        meter.update(k + 1);
    }
    return surveyor.take();
}

} // namespace neuroscribe::tagging
