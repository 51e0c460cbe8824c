#include "core/tagging/row_rules.h"

#include <atomic>
#include <cassert>
#include <limits>
#include <mutex>
#include <new>

#include "core/base/parallel.h"
#include "core/tagging/row_walk.h"

namespace neuroscribe::tagging {
namespace {

/// 32 neurons of 43,474 sentences are 5.6 MB of keys a thread.
constexpr std::size_t kNeuronsAtOnce = 32;

/// One computation: threads take chunks of neurons, the first error stops all.
class RowPass {
public:
    RowPass(const RankSource& source, const SplitLabels& labels, RowRules& rules, std::stop_token stop)
        : m_source(source), m_labels(labels), m_rules(rules), m_stop(std::move(stop)) {}

    Status run(ProgressSink& progress);

private:
    Status chunk(std::size_t begin, std::size_t end);
    bool stopped() const { return m_failed || m_stop.stop_requested(); }
    void fail(const Error& error);

    const RankSource& m_source;
    const RowBits m_labels;
    RowRules& m_rules;
    std::stop_token m_stop;
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    Status m_error;
};

void RowPass::fail(const Error& error) {
    const std::lock_guard lock(m_mutex);
    if (!m_failed.exchange(true))
        m_error = error;
}

Status RowPass::chunk(std::size_t begin, std::size_t end) try {
    const std::size_t members = m_labels.members(), descriptors = m_labels.descriptors();
    std::vector<std::uint32_t> keys((end - begin) * members);
    NS_TRY(m_source.readKeys(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin), keys));
    RowWalker walker(m_labels);
    for (std::size_t neuron = begin; neuron < end && !stopped(); ++neuron) {
        const auto row = [&](std::vector<double>& all) {
            return std::span(all).subspan(neuron * descriptors, descriptors);
        };
        walker.walk(std::span(keys).subspan((neuron - begin) * members, members),
                    {row(m_rules.r), row(m_rules.wins), row(m_rules.auprcTop), row(m_rules.auprcBottom)});
    }
    return {};
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "rules", "not enough memory to compare whole rows", ""};
}

Status RowPass::run(ProgressSink& progress) {
    ProgressMeter meter(progress, "rules", m_source.neurons);
    std::uint64_t done = 0;
    parallelFor(m_source.neurons, kNeuronsAtOnce, [&](std::size_t begin, std::size_t end) {
        if (stopped())
            return;
        if (const Status status = chunk(begin, end); !status)
            fail(status.error());
        if (stopped())
            return;
        const std::lock_guard lock(m_mutex);
        meter.update(done += end - begin);
    });
    if (m_failed)
        return m_error;
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "rules", "comparing whole rows was stopped", ""};
    return {};
}

} // namespace

double RowRules::value(Rule rule, Tail tail, std::size_t cell) const {
    assert(isOfWholeRows(rule));
    const bool top = tail == Tail::Top;
    if (rule == Rule::R)
        return top ? r[cell] : -r[cell];
    if (rule == Rule::Auprc)
        return top ? auprcTop[cell] : auprcBottom[cell];
    const double all = pairs[cell % descriptors];
    return (top ? wins[cell] : all - wins[cell]) / all;
}

Hash128 rowRulesHash(const Hash128& activations, const SplitLabels& labels) {
    Hasher hasher;
    hasher.add(std::string_view(activations.hex()));
    hasher.add(std::uint64_t{labels.descriptors()});
    hasher.add(std::as_bytes(labels.yesBytes()));
    hasher.add(std::as_bytes(labels.answeredBytes()));
    return hasher.finish();
}

Result<std::shared_ptr<const RowRules>> computeRowRules(const RankSource& source, const SplitLabels& labels,
                                                        std::stop_token stop, ProgressSink& progress) try {
    if (source.members != labels.members() || source.members == 0)
        return Error{ErrorCode::Mismatch, "rules", "activations and labels are of different sets of sentences",
                     "Extract again"};
    auto rules = std::make_shared<RowRules>();
    rules->neurons = source.neurons;
    rules->descriptors = labels.descriptors();
    rules->sourceHash = rowRulesHash(source.sourceHash, labels);
    const std::size_t cells = std::size_t{source.neurons} * labels.descriptors();
    for (auto* all : {&rules->r, &rules->wins, &rules->auprcTop, &rules->auprcBottom})
        all->assign(cells, std::numeric_limits<double>::quiet_NaN());
    for (std::uint32_t c = 0; c < labels.descriptors(); ++c)
        rules->pairs.push_back(2.0 * labels.yes()[c] * (labels.answered()[c] - labels.yes()[c]));
    NS_TRY(RowPass(source, labels, *rules, std::move(stop)).run(progress));
    return std::shared_ptr<const RowRules>(std::move(rules));
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "rules", "not enough memory for the rules of all cells", ""};
}

RankSource memorySource(std::span<const float> values, std::uint32_t members, std::uint32_t neurons) {
    assert(values.size() == std::size_t{members} * neurons);
    RankSource source;
    source.neurons = neurons;
    source.members = members;
    source.readKeys = [values, members, neurons](std::uint32_t first, std::uint32_t count,
                                                 std::span<std::uint32_t> keys) -> Status {
        for (std::size_t s = 0; s < members; ++s)
            for (std::size_t n = 0; n < count; ++n)
                keys[n * members + s] = rankKey(values[s * neurons + first + n]);
        return {};
    };
    return source;
}

} // namespace neuroscribe::tagging
