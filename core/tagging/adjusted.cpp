#include "core/tagging/adjusted.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "core/base/parallel.h"
#include "core/stats/enrichment.h"
#include "core/stats/hit_law.h"
#include "core/tagging/frequencies.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::size_t kPositionsAtOnce = 4U << 20; ///< 16 MB
constexpr std::size_t kNeuronGroup = 32;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Error stopped() {
    return {ErrorCode::Cancelled, "adjusted lift", "stopped", ""};
}

/// Answered exemplars of one neuron in one stratum.
struct Draw {
    std::uint32_t stratum = 0;
    std::uint32_t answered = 0;
};
struct Draws {
    std::vector<Draw> strata; ///< those that have any
    std::uint32_t hits = 0;
};

/// One descriptor: its totals by stratum, and the law of each number of draws that some neuron has.
class Column {
public:
    Column(const AdjustedSource& source, std::uint32_t descriptor)
        : m_source(source), m_descriptor(descriptor), m_population(source.strata.count), m_yes(m_population),
          m_laws(source.strata.count) {
        for (std::uint32_t member = 0; member < source.labels.members(); ++member) {
            m_population[stratumOf(member)] += isAnswered(member);
            m_yes[stratumOf(member)] += isYes(member);
        }
    }

    /// Appends what is known of the neurons, [neurons][exemplars] positions. False: stopped.
    bool add(std::span<const std::uint32_t> positions, const std::stop_token& stop,
             std::vector<std::optional<stats::Stratified>>& out) {
        const std::size_t neurons = positions.size() / m_source.exemplars;
        std::vector<Draws> draws(neurons);
        const auto countSome = [&](std::size_t begin, std::size_t end) {
            std::vector<std::uint32_t> counts(m_source.strata.count); // all 0 between two neurons
            for (std::size_t i = begin; i < end; ++i)
                draws[i] = drawsOf(positions.subspan(i * m_source.exemplars, m_source.exemplars), counts);
        };
        parallelFor(neurons, kNeuronGroup, countSome);
        makeLaws(draws);
        const std::size_t first = out.size();
        out.resize(first + neurons);
        std::atomic<bool> cancelled{false};
        const auto testSome = [&](std::size_t begin, std::size_t end) {
            stats::HitTail tail;
            if (stop.stop_requested())
                cancelled = true;
            for (std::size_t i = begin; i < end && !cancelled; ++i)
                out[first + i] = enrichmentOf(draws[i], tail);
        };
        parallelFor(neurons, kNeuronGroup, testSome);
        return !cancelled;
    }

private:
    std::uint32_t stratumOf(std::uint32_t member) const { return m_source.strata.of[member]; }
    bool isYes(std::uint32_t member) const {
        return m_source.labels.yesBytes()[std::size_t{member} * m_source.labels.stride() + m_descriptor] != 0;
    }
    bool isAnswered(std::uint32_t member) const {
        return m_source.labels.allAnswered() ||
               m_source.labels.answeredBytes()[std::size_t{member} * m_source.labels.stride() + m_descriptor] != 0;
    }

    Draws drawsOf(std::span<const std::uint32_t> exemplars, std::vector<std::uint32_t>& counts) const {
        Draws draws;
        for (const std::uint32_t member : exemplars) {
            if (!isAnswered(member))
                continue;
            if (counts[stratumOf(member)]++ == 0)
                draws.strata.push_back({stratumOf(member), 0});
            draws.hits += isYes(member);
        }
        std::ranges::sort(draws.strata, {}, &Draw::stratum); // sums come out the same in any order of exemplars
        for (Draw& draw : draws.strata)
            draw.answered = std::exchange(counts[draw.stratum], 0U);
        return draws;
    }

    void makeLaws(const std::vector<Draws>& draws) {
        std::vector<Draw> missing;
        for (const Draws& neuron : draws)
            for (const Draw& draw : neuron.strata) {
                auto& laws = m_laws[draw.stratum];
                if (laws.size() <= draw.answered)
                    laws.resize(draw.answered + 1);
                if (!laws[draw.answered]) {
                    laws[draw.answered] = std::make_unique<stats::HitLaw>();
                    missing.push_back(draw);
                }
            }
        parallelFor(missing.size(), kNeuronGroup, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const auto [stratum, answered] = missing[i];
                *m_laws[stratum][answered] = stats::hitLaw(m_population[stratum], m_yes[stratum], answered);
            }
        });
    }

    std::optional<stats::Stratified> enrichmentOf(const Draws& draws, stats::HitTail& tail) const {
        if (draws.strata.empty())
            return std::nullopt;
        stats::Stratified result;
        std::vector<const stats::HitLaw*> laws;
        for (const Draw& draw : draws.strata) {
            laws.push_back(m_laws[draw.stratum][draw.answered].get());
            result.expected += laws.back()->mean;
        }
        if (result.expected > 0)
            result.lift = draws.hits / result.expected;
        result.p = tail.of(laws, draws.hits);
        return result;
    }

    const AdjustedSource& m_source;
    std::uint32_t m_descriptor;
    std::vector<std::uint32_t> m_population, m_yes;                  ///< by stratum, answered
    std::vector<std::vector<std::unique_ptr<stats::HitLaw>>> m_laws; ///< [stratum][answered draws]
};

} // namespace

Result<std::vector<std::optional<stats::Stratified>>> adjustedOf(const AdjustedSource& source,
                                                                 std::span<const NeuronId> neurons,
                                                                 std::uint32_t descriptor, std::stop_token stop) try {
    if (source.ranks.members() != source.labels.members() || source.strata.of.size() != source.labels.members())
        return Error{ErrorCode::Mismatch, "adjusted lift", "ranks, labels and strata are of different sentences",
                     "Extract again"};
    if (source.exemplars == 0 || descriptor >= source.labels.descriptors())
        return Error{ErrorCode::InvalidArgument, "adjusted lift", "it wants exemplars and a descriptor of the study",
                     ""};
    Column column(source, descriptor);
    std::vector<std::optional<stats::Stratified>> result;
    const std::size_t together = std::max<std::size_t>(kPositionsAtOnce / source.exemplars, 1);
    for (std::size_t first = 0; first < neurons.size(); first += together) {
        const auto group = neurons.subspan(first, std::min(together, neurons.size() - first));
        NS_ASSIGN(const auto positions, firstPositions(source.ranks, source.tail, group, source.exemplars, stop));
        if (!column.add(positions, stop, result))
            return stopped();
    }
    return result;
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "adjusted lift", "not enough memory", "Choose a smaller k"};
}

const char* unadjustedName(const std::optional<stats::Stratified>& cell) {
    if (!cell)
        return "no_exemplar_answered";
    return cell->lift ? nullptr : "none_expected";
}

Result<AdjustedTable> adjustedTable(const AdjustedSource& source, std::span<const std::uint8_t> active,
                                    std::stop_token stop, ProgressSink& progress) {
    const std::size_t descriptors = source.labels.descriptors();
    std::vector<NeuronId> neurons;
    for (std::uint32_t i = 0; i < source.ranks.neurons(); ++i)
        neurons.emplace_back(i);
    AdjustedTable table;
    table.lift.assign(neurons.size() * descriptors, kNan);
    table.p = table.lift;
    ProgressMeter meter(progress, "adjust", descriptors);
    for (std::uint32_t c = 0; c < descriptors; ++c) {
        if (active[c]) {
            NS_ASSIGN(const auto column, adjustedOf(source, neurons, c, stop));
            for (std::size_t i = 0; i < neurons.size(); ++i)
                if (column[i]) {
                    table.lift[i * descriptors + c] = column[i]->lift.value_or(kNan);
                    table.p[i * descriptors + c] = column[i]->p;
                }
        }
        meter.update(c + 1);
    }
    table.q = table.p;
    stats::benjaminiHochberg(table.q);
    return table;
}

} // namespace neuroscribe::tagging
