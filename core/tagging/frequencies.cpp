#include "core/tagging/frequencies.h"

#include <algorithm>

#include "core/base/parallel.h"
#include "core/tagging/cell_order.h"
#include "core/tagging/row_sums.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::size_t kNeuronGroup = 64;
constexpr std::size_t kRowsAtOnce = 255; ///< as many as a byte can sum

std::uint64_t sumOver(const std::uint32_t* yes, std::span<const std::uint32_t> columns) {
    std::uint64_t sum = 0;
    for (const std::uint32_t c : columns)
        sum += yes[c];
    return sum;
}

void addAll(AddRows addRows, std::span<const std::uint8_t> rows, std::uint32_t stride,
            std::span<const std::uint32_t> positions, std::span<std::uint32_t> sums) {
    for (std::size_t done = 0; done < positions.size(); done += kRowsAtOnce)
        addRows(rows.data(), stride, positions.subspan(done, std::min(kRowsAtOnce, positions.size() - done)),
                sums.data());
}

void countInto(const SplitLabels& labels, std::span<const std::uint8_t> rows, std::span<const std::uint32_t> positions,
               std::uint32_t exemplars, std::vector<std::uint32_t>& out) {
    const AddRows addRows = fastestAddRows();
    const std::uint32_t descriptors = labels.descriptors();
    parallelFor(out.size() / descriptors, kNeuronGroup, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> sums(labels.stride());
        for (std::size_t neuron = begin; neuron < end; ++neuron) {
            std::ranges::fill(sums, 0U);
            addAll(addRows, rows, labels.stride(), positions.subspan(neuron * exemplars, exemplars), sums);
            std::copy_n(sums.begin(), descriptors, out.begin() + static_cast<std::ptrdiff_t>(neuron * descriptors));
        }
    });
}

} // namespace

std::vector<std::uint32_t> activeColumns(std::span<const std::uint8_t> active) {
    std::vector<std::uint32_t> columns;
    for (std::uint32_t c = 0; c < active.size(); ++c)
        if (active[c])
            columns.push_back(c);
    return columns;
}

Status requireFrequency(Rule rule) {
    if (rule == Rule::Share || rule == Rule::Occurrence)
        return {};
    return Error{ErrorCode::Unsupported, std::string("rule ") + ruleName(rule),
                 "evaluation and consistency are of the frequency f of a descriptor",
                 "Choose the rule share or occurrence"};
}

stats::LevelMatrix tagLevels(const Counts& counts, std::span<const std::uint32_t> columns, Rule rule) {
    stats::LevelMatrix levels{counts.neurons, static_cast<std::uint32_t>(columns.size()), {}};
    levels.cells.resize(std::size_t{counts.neurons} * columns.size());
    parallelFor(counts.neurons, kNeuronGroup * 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t neuron = begin; neuron < end; ++neuron) {
            const std::uint32_t* yes = counts.yes.data() + neuron * counts.descriptors;
            const std::uint32_t* answered = counts.answered.data() + neuron * counts.descriptors;
            const std::uint64_t sum = rule == Rule::Occurrence ? sumOver(yes, columns) : 0;
            for (std::size_t c = 0; c < columns.size(); ++c)
                levels.cells[neuron * columns.size() + c] =
                    stats::tagLevel(yes[columns[c]], rule == Rule::Occurrence ? sum : answered[columns[c]]);
        }
    });
    return levels;
}

std::vector<std::uint32_t> descriptorsInOrder(const Counts& counts, std::size_t neuron,
                                              std::span<const std::uint32_t> columns, Rule rule,
                                              const SplitLabels& labels) {
    struct Ranked {
        std::uint32_t place;
        Fraction f, lift;
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t place = 0; place < columns.size(); ++place) {
        const std::uint32_t c = columns[place];
        const std::size_t cell = neuron * counts.descriptors + c;
        if (counts.yes[cell] == 0)
            continue;
        // A share of occurrences has the same denominator in the whole row.
        ranked.push_back(
            {place,
             {counts.yes[cell], rule == Rule::Share ? counts.answered[cell] : 1},
             liftFraction(counts.yes[cell], counts.answered[cell], labels.yes()[c], labels.answered()[c])});
    }
    std::ranges::stable_sort(ranked,
                             [](const Ranked& a, const Ranked& b) { return a.f != b.f ? a.f > b.f : a.lift > b.lift; });
    std::vector<std::uint32_t> order;
    for (const Ranked& entry : ranked)
        order.push_back(entry.place);
    return order;
}

Result<std::vector<std::uint32_t>> firstPositions(const RankTable& ranks, Tail tail, std::span<const NeuronId> neurons,
                                                  std::uint32_t depth, std::stop_token stop) {
    if (depth > ranks.depth())
        return Error{ErrorCode::InvalidArgument, "ranks", "more exemplars than ranks are stored", "Use k up to 10 %"};
    std::vector<std::uint32_t> positions(neurons.size() * depth);
    for (std::uint32_t first = 0; first < depth; first += kRankBlock) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "reading ranks", "stopped", ""};
        NS_ASSIGN(const auto block, ranks.block(tail, first / kRankBlock));
        const std::uint32_t count = std::min(kRankBlock, depth - first);
        for (std::size_t i = 0; i < neurons.size(); ++i) {
            if (neurons[i].value >= ranks.neurons())
                return Error{ErrorCode::InvalidArgument, "neuron " + std::to_string(neurons[i].value),
                             "the model has no such neuron", ""};
            const auto row = block.subspan(std::size_t{neurons[i].value} * kRankBlock, count);
            if (std::ranges::any_of(row, [&](std::uint32_t position) { return position >= ranks.members(); }))
                return Error{ErrorCode::Corrupt, "ranks", "a rank names a sentence outside the split",
                             "Rebuild the ranks"};
            std::ranges::copy(row, positions.begin() + static_cast<std::ptrdiff_t>(i * depth + first));
        }
    }
    return positions;
}

Result<Counts> countSome(const RankTable& ranks, const SplitLabels& labels, Tail tail,
                         std::span<const NeuronId> neurons, std::uint32_t exemplars, std::stop_token stop) {
    if (ranks.members() != labels.members())
        return Error{ErrorCode::Mismatch, "ranks", "ranks and labels are of different sets of sentences",
                     "Extract again"};
    NS_ASSIGN(const auto positions, firstPositions(ranks, tail, neurons, exemplars, stop));
    Counts counts{static_cast<std::uint32_t>(neurons.size()), labels.descriptors(), exemplars, {}, {}};
    const std::size_t cells = neurons.size() * labels.descriptors();
    counts.yes.resize(cells);
    counts.answered.assign(cells, exemplars);
    if (cells == 0)
        return counts;
    countInto(labels, labels.yesBytes(), positions, exemplars, counts.yes);
    if (!labels.allAnswered())
        countInto(labels, labels.answeredBytes(), positions, exemplars, counts.answered);
    return counts;
}

} // namespace neuroscribe::tagging
