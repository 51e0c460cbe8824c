#include "core/pipeline/curation_preview.h"

#include <algorithm>
#include <cmath>

#include "core/labels/label_matrix.h"
#include "core/stats/correlation.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::pipeline {
namespace {

using labels::Answer;
using stats::TernaryBits;

constexpr std::uint32_t kShortKMilli = 1'000;

Error stopped() {
    return {ErrorCode::Cancelled, "preview", "stopped", ""};
}

std::uint64_t countOf(std::span<const std::uint8_t> answers, Answer answer) {
    return static_cast<std::uint64_t>(std::ranges::count(answers, static_cast<std::uint8_t>(answer)));
}

void tellLabels(const StudyData& study, const PlannedLabels& plan, Consequences& out) {
    for (const PlannedDescriptor& descriptor : plan.descriptors) {
        const bool comesBack = descriptor.exclusionMoves && !descriptor.excluded;
        if (!descriptor.answers && !comesBack)
            continue;
        const std::span<const std::uint8_t> answers = descriptor.answers
                                                          ? std::span<const std::uint8_t>(*descriptor.answers)
                                                          : study.labels->column(*descriptor.column);
        const std::uint64_t open = countOf(answers, Answer::Unanswered);
        if (descriptor.answers && descriptor.questions > 1)
            out.derived += answers.size() - open;
        if (!descriptor.excluded)
            out.toAsk += open;
    }
}

/// Counts the descriptors whose answers change, and tags with them.
class TagPreview {
public:
    TagPreview(const StudyData& study, const tagging::Tagger& tagger, const PlannedLabels& plan)
        : m_study(study), m_tagger(tagger), m_plan(plan), m_now(tagger.counts()) {}

    Status tell(std::stop_token stop, Consequences& out) {
        NS_TRY(countChanged(stop));
        chooseJudged();
        const tagging::TagTable tags = decide();
        if (stop.stop_requested())
            return stopped();
        for (std::uint32_t j = 0; j < m_judged.size(); ++j)
            add({m_plan.descriptors[m_judged[j]].name, 0, 0}, m_plan.descriptors[m_judged[j]].column, &tags, j, out);
        for (const std::uint32_t column : m_plan.lost)
            add({m_study.descriptors[column].name, 0, 0}, column, nullptr, 0, out);
        return {};
    }

private:
    bool wasActive(const PlannedDescriptor& descriptor) const {
        return descriptor.column && m_tagger.active()[*descriptor.column] != 0;
    }
    bool isActive(const PlannedDescriptor& descriptor) const {
        return !descriptor.column || descriptor.exclusionMoves ? !descriptor.excluded : wasActive(descriptor);
    }

    Status countChanged(std::stop_token stop) {
        std::vector<std::span<const std::uint8_t>> columns;
        m_place.assign(m_plan.descriptors.size(), 0);
        for (std::size_t i = 0; i < m_plan.descriptors.size(); ++i)
            if (const auto& answers = m_plan.descriptors[i].answers) {
                m_place[i] = static_cast<std::uint32_t>(columns.size());
                columns.emplace_back(*answers);
            }
        labels::LabelMatrix matrix(static_cast<std::uint32_t>(m_study.corpus->size()),
                                   static_cast<std::uint32_t>(columns.size()));
        for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
            std::ranges::copy(columns[c], matrix.column(c).begin());
        const auto half = static_cast<std::size_t>(m_tagger.thresholds().split);
        m_labels = tagging::SplitLabels::make(matrix, m_study.corpus->members[half]);
        if (columns.empty())
            return {};
        tagging::Counter counter(m_study.ranks[half], m_labels, m_tagger.thresholds().tail);
        NS_TRY(counter.moveTo(m_now.exemplars, stop));
        m_changed = counter.counts();
        return {};
    }

    /// Under a rule that compares descriptors with each other all of them are judged again, else those that change.
    void chooseJudged() {
        const tagging::Thresholds& thresholds = m_tagger.thresholds();
        const bool all =
            thresholds.rule == tagging::Rule::Occurrence || thresholds.topK > 0 || thresholds.maxQMicro > 0;
        for (std::uint32_t i = 0; i < m_plan.descriptors.size(); ++i) {
            const PlannedDescriptor& descriptor = m_plan.descriptors[i];
            if (all || descriptor.answers || isActive(descriptor) != wasActive(descriptor))
                m_judged.push_back(i);
        }
    }

    tagging::TagTable decide() const {
        tagging::Counts counts{m_now.neurons, static_cast<std::uint32_t>(m_judged.size()), m_now.exemplars, {}, {}};
        std::vector<std::uint32_t> answered, yes;
        std::vector<std::uint8_t> active;
        counts.yes.resize(std::size_t{counts.neurons} * counts.descriptors);
        counts.answered.resize(counts.yes.size());
        for (std::size_t j = 0; j < m_judged.size(); ++j) {
            const PlannedDescriptor& descriptor = m_plan.descriptors[m_judged[j]];
            const tagging::Counts& from = descriptor.answers ? m_changed : m_now;
            const tagging::SplitLabels& labels = descriptor.answers ? *m_labels : m_tagger.labels();
            const std::uint32_t column = descriptor.answers ? m_place[m_judged[j]] : *descriptor.column;
            for (std::size_t neuron = 0; neuron < counts.neurons; ++neuron) {
                counts.yes[neuron * counts.descriptors + j] = from.yes[neuron * from.descriptors + column];
                counts.answered[neuron * counts.descriptors + j] = from.answered[neuron * from.descriptors + column];
            }
            answered.push_back(labels.answered()[column]);
            yes.push_back(labels.yes()[column]);
            active.push_back(isActive(descriptor) ? 1 : 0);
        }
        stats::Enrichment enrichment;
        stats::Enrichment::Table table;
        return tagging::decideTags({counts, answered, yes, active, m_tagger.thresholds()},
                                   [&]() -> const stats::Enrichment::Table& {
                                       enrichment.compute(counts.yes, counts.answered, answered, yes, active, table);
                                       return table;
                                   });
    }

    void add(TagMoves moves, std::optional<std::uint32_t> before, const tagging::TagTable* after, std::uint32_t column,
             Consequences& out) const {
        for (NeuronId neuron{0}; neuron.value < m_now.neurons; ++neuron.value) {
            const bool was = before && m_tagger.tags().tagged(neuron, *before);
            const bool is = after && after->tagged(neuron, column);
            moves.appear += is && !was;
            moves.vanish += was && !is;
        }
        out.tagsAppear += moves.appear;
        out.tagsVanish += moves.vanish;
        if (moves.appear + moves.vanish > 0)
            out.tags.push_back(std::move(moves));
    }

    const StudyData& m_study;
    const tagging::Tagger& m_tagger;
    const PlannedLabels& m_plan;
    const tagging::Counts& m_now;
    std::shared_ptr<const tagging::SplitLabels> m_labels; ///< of the changed descriptors
    tagging::Counts m_changed;                            ///< of them
    std::vector<std::uint32_t> m_place;                   ///< of a changed descriptor among them
    std::vector<std::uint32_t> m_judged;                  ///< of plan.descriptors
};

Status tellCorrelations(const StudyData& study, const PlannedLabels& plan, std::stop_token stop, Consequences& out) {
    struct Column {
        const PlannedDescriptor* descriptor;
        TernaryBits before;
        std::optional<TernaryBits> after; ///< nothing: as before
    };
    const auto changes = [](const PlannedDescriptor& d) { return d.column && d.answers; };
    if (std::ranges::none_of(plan.descriptors, changes))
        return {};
    std::vector<Column> columns;
    for (const PlannedDescriptor& descriptor : plan.descriptors) {
        if (stop.stop_requested())
            return stopped();
        if (descriptor.column)
            columns.push_back({&descriptor, TernaryBits(study.labels->column(*descriptor.column)),
                               descriptor.answers ? std::optional<TernaryBits>(*descriptor.answers) : std::nullopt});
    }
    const auto compare = [&](const Column& first, const Column& second) {
        const auto before = stats::phi(stats::crossTable(first.before, second.before));
        const auto after = stats::phi(
            stats::crossTable(first.after ? *first.after : first.before, second.after ? *second.after : second.before));
        if (before && !after)
            ++out.correlationsLost;
        if (before && after && std::abs(*after - *before) > kCorrelationMove)
            out.correlations.push_back({first.descriptor->name, second.descriptor->name, *before, *after});
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (stop.stop_requested())
            return stopped();
        for (std::size_t j = i + 1; j < columns.size(); ++j)
            if (columns[i].after || columns[j].after)
                compare(columns[i], columns[j]);
    }
    std::ranges::stable_sort(out.correlations, [](const CorrelationMove& a, const CorrelationMove& b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
    return {};
}

} // namespace

bool isPreviewShort(const tagging::Thresholds& thresholds) {
    return thresholds.kMilli <= kShortKMilli && thresholds.maxQMicro == 0;
}

Result<Consequences> previewConsequences(const StudyData& study, const tagging::Tagger* tagger,
                                         const PlannedLabels& plan, std::stop_token stop) {
    static_assert(static_cast<int>(Answer::Unanswered) == 0 && static_cast<int>(Answer::No) == 1 &&
                  static_cast<int>(Answer::Yes) == 2); // as TernaryBits reads them
    Consequences out;
    tellLabels(study, plan, out);
    // A rule of whole rows would have to read all activations anew for the changed answers: its tags are not foreseen.
    if (tagger && !tagging::isOfWholeRows(tagger->thresholds().rule)) {
        out.tagsKnown = true;
        NS_TRY(TagPreview(study, *tagger, plan).tell(stop, out));
    }
    NS_TRY(tellCorrelations(study, plan, stop, out));
    return out;
}

} // namespace neuroscribe::pipeline
