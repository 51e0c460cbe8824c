#include "ui/plots/heat_map_builder.h"

#include <algorithm>
#include <limits>

namespace neuroscribe::ui {
namespace {

std::vector<float> shownValues(tagging::Tagger& tagger, const stats::Enrichment::Table* enrichment, HeatValue value,
                               std::size_t cells) {
    std::vector<float> shown(cells, std::numeric_limits<float>::quiet_NaN());
    if (const auto rule = ruleOf(value))
        tagger.ruleValues(*rule, shown);
    else if (enrichment && enrichment->q.size() == cells)
        std::transform(enrichment->q.begin(), enrichment->q.end(), shown.begin(),
                       [](double q) { return q == q ? shownQ(q) : std::numeric_limits<float>::quiet_NaN(); });
    return shown;
}

std::vector<float> ceilings(const tagging::Tagger& tagger) {
    const tagging::Counts& now = tagger.counts();
    std::vector<float> ceiling(now.answered.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t cell = 0; cell < ceiling.size(); ++cell) {
        const std::uint32_t m = now.answered[cell], b = tagger.labels().yes()[cell % now.descriptors];
        if (m > 0)
            ceiling[cell] = static_cast<float>(std::min(m, b)) / static_cast<float>(std::max(m, b));
    }
    return ceiling;
}

bool hasTag(const tagging::TagTable& tags, std::uint32_t neuron) {
    const auto* words = tags.bits.data() + static_cast<std::size_t>(neuron) * tags.words;
    return std::any_of(words, words + tags.words, [](std::uint64_t word) { return word != 0; });
}

std::vector<std::uint8_t> keptRows(const HeatMapFigure& figure, const tagging::TagTable& tags,
                                   const HeatMapOptions& options) {
    if (!options.taggedOnly && options.firstLayer == 0 && options.lastLayer >= figure.layers() - 1)
        return {};
    std::vector<std::uint8_t> keep(figure.neurons);
    for (std::uint32_t neuron = 0; neuron < figure.neurons; ++neuron) {
        const std::uint32_t layer = neuron / figure.unitsPerLayer;
        keep[neuron] =
            layer >= options.firstLayer && layer <= options.lastLayer && (!options.taggedOnly || hasTag(tags, neuron));
    }
    return keep;
}

void orderColumnsOf(HeatMapFigure& figure, std::span<const std::uint8_t> active, const QString& filter) {
    figure.columns = heat::orderColumns(figure.shown, figure.neurons, figure.descriptors);
    std::erase_if(figure.columns, [&](std::uint32_t column) {
        return !filter.isEmpty() && !figure.names[column].contains(filter, Qt::CaseInsensitive);
    });
    const auto excluded = std::stable_partition(figure.columns.begin(), figure.columns.end(),
                                                [active](std::uint32_t column) { return active[column] != 0; });
    figure.activeColumns = static_cast<std::uint32_t>(excluded - figure.columns.begin());
}

} // namespace

std::shared_ptr<const HeatMapFigure> buildHeatMap(const pipeline::StudyData& study, tagging::Tagger& tagger,
                                                  const stats::Enrichment::Table* enrichment,
                                                  const HeatMapOptions& options) {
    auto figure = std::make_shared<HeatMapFigure>();
    figure->value = options.value;
    figure->neurons = tagger.counts().neurons;
    figure->descriptors = tagger.counts().descriptors;
    figure->unitsPerLayer = std::max(study.run ? study.run->units : 1U, 1U);
    for (const labels::Descriptor& descriptor : study.descriptors)
        figure->names.push_back(QString::fromStdString(descriptor.name));
    figure->shown =
        shownValues(tagger, enrichment, options.value, static_cast<std::size_t>(figure->neurons) * figure->descriptors);
    if (options.value == HeatValue::Iou)
        figure->ceiling = ceilings(tagger);
    orderColumnsOf(*figure, tagger.active(), options.nameFilter);
    const std::vector<std::uint8_t> keep = keptRows(*figure, tagger.tags(), options);
    const std::uint32_t first = figure->columns.empty() ? 0 : figure->columns.front();
    // An empty mask means "all": where the filter leaves nothing, nothing is to be shown.
    if (keep.empty() || std::find(keep.begin(), keep.end(), 1) != keep.end())
        figure->rows = heat::orderRows(figure->shown, figure->neurons, figure->descriptors, options.order,
                                       options.descriptor.value_or(first), keep);
    figure->byLayer = options.order == heat::RowOrder::Layer;
    figure->scale = automaticScale(options.value, figure->shown);
    if (options.limits) {
        figure->scale.low = options.limits->low;
        figure->scale.high = options.limits->high;
    }
    return figure;
}

std::shared_ptr<const HeatTags> buildHeatTags(tagging::Tagger& tagger, const stats::Enrichment::Table* enrichment,
                                              bool marked) {
    constexpr double kMillion = 1e6;
    auto tags = std::make_shared<HeatTags>();
    tags->counts = tagger.summary().neuronsByDescriptor;
    tags->alpha = tagger.thresholds().alphaMicro / kMillion;
    if (marked)
        tags->marks = tagging::tagMarks(tagger.tags(),
                                        enrichment ? std::span<const double>(enrichment->q) : std::span<const double>(),
                                        tags->alpha);
    return tags;
}

} // namespace neuroscribe::ui
