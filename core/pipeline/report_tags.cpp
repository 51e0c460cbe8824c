// Thresholds and what they tag.
#include "core/base/number_text.h"
#include "core/io/figure_table.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

using Kind = io::ReportColumn::Kind;
using tagging::Cell;

std::string neuronText(NeuronId neuron, std::uint32_t units) {
    return std::to_string(neuron.value / units) + "/" + std::to_string(neuron.value % units);
}

double share(const tagging::SplitLabels& labels, std::size_t column) {
    const double answered = labels.answered()[column];
    return valueOf(answered == 0 ? std::nullopt : std::optional(labels.yes()[column] / answered));
}

io::ReportTable descriptorTable(const StudyData& study, tagging::Tagger& tagger) {
    io::ReportTable table;
    table.title = "Descriptors";
    table.columns = {{"descriptor", Kind::Text},
                     {"p calibration", Kind::Rate},
                     {"p validation", Kind::Rate},
                     {"answered", Kind::Count},
                     {"neurons tagged", Kind::Count},
                     {"of all neurons in %", Kind::Factor},
                     {"", Kind::Text}};
    const tagging::TagSummary& summary = tagger.summary();
    const double neurons = study.run->neurons();
    for (std::size_t c = 0; c < study.descriptors.size(); ++c) {
        const double tagged = summary.neuronsByDescriptor[c];
        const double answered = study.splitLabels[0]->answered()[c] + study.splitLabels[1]->answered()[c];
        std::string note = study.descriptors[c].excluded ? "excluded" : "";
        if (!study.descriptors[c].excluded && tagged > 0.8 * neurons)
            note = "tags more than 80 % of the neurons";
        table.rows.push_back({study.descriptors[c].name, share(*study.splitLabels[0], c),
                              share(*study.splitLabels[1], c), answered, tagged, 100 * tagged / neurons, note});
    }
    return table;
}

io::ReportTable neuronTable(const StudyData& study, tagging::Tagger& tagger, const ReportOptions& options) {
    io::ReportTable table;
    table.title = "Strongest neurons of each descriptor";
    table.columns = {{"descriptor", Kind::Text},
                     {"neuron", Kind::Text},
                     {tagging::ruleName(tagger.thresholds().rule), Kind::Rate},
                     {"f", Kind::Share},
                     {"low", Kind::Share},
                     {"high", Kind::Share},
                     {"base rate", Kind::Rate},
                     {"lift", Kind::Factor},
                     {"q", Kind::Small},
                     {"", Kind::Text}};
    const double alpha = tagger.thresholds().alphaMicro / 1e6;
    for (std::uint32_t c = 0; c < study.descriptors.size(); ++c) {
        const std::vector<NeuronId> neurons = tagger.inverse(c);
        for (std::size_t i = 0; i < std::min<std::size_t>(neurons.size(), options.neuronsPerDescriptor); ++i) {
            const Cell cell = tagger.cell(neurons[i], c);
            const bool solid = cell.q && *cell.q < alpha;
            table.rows.push_back({study.descriptors[c].name, neuronText(neurons[i], study.run->units),
                                  valueOf(cell.score), valueOf(cell.f), lowOf(cell.interval), highOf(cell.interval),
                                  valueOf(cell.baseRate), valueOf(cell.lift), valueOf(cell.q),
                                  solid ? "" : "not beyond chance"});
        }
    }
    table.note = std::string("By ") + tagging::ruleName(tagger.thresholds().rule) + ", at most " +
                 std::to_string(options.neuronsPerDescriptor) +
                 " each; neuron: layer / unit, from 0. q does not pay for having searched over k.";
    return table;
}

} // namespace

Result<io::ReportSection> tagSection(const StudyData& study, tagging::Tagger& tagger, const ReportOptions& options) {
    const tagging::Thresholds& thresholds = tagger.thresholds();
    const tagging::TagSummary& summary = tagger.summary();
    io::ReportSection section;
    section.title = "Tags";
    const std::uint64_t neurons = study.run->neurons();
    section.facts = {{"k", io::plainNumber(thresholds.kMilli / 1000.0) + " %, " + countText(tagger.counts().exemplars) +
                               " exemplars"},
                     {"t", io::plainNumber(thresholds.tMilli / 1000.0)},
                     {"Rule", tagging::ruleName(thresholds.rule)},
                     {"Half", splitName(thresholds.split)},
                     {"Tail", tailName(thresholds.tail)},
                     {"alpha", io::plainNumber(thresholds.alphaMicro / 1e6)},
                     {"Tags", countText(summary.tags) + ", " + countText(summary.solidTags) + " with q below alpha"},
                     {"Neurons tagged", countText(summary.neuronsTagged) + " of " + countText(neurons) + " (" +
                                            coverageText(summary.neuronsTagged, neurons) + ")"}};
    if (thresholds.minLiftMilli)
        section.facts.emplace_back("Minimum lift", io::plainNumber(thresholds.minLiftMilli / 1000.0));
    if (thresholds.maxQMicro)
        section.facts.emplace_back("Maximum q", io::plainNumber(thresholds.maxQMicro / 1e6));
    if (thresholds.topK)
        section.facts.emplace_back("Tags per neuron", "at most " + std::to_string(thresholds.topK));
    section.tables = {descriptorTable(study, tagger), neuronTable(study, tagger, options)};
    return section;
}

} // namespace neuroscribe::pipeline::report
