// The heat map as SVG: seriated rows, columns by how many neurons they lead in.
#include <algorithm>
#include <cmath>
#include <span>

#include "core/heat/order.h"
#include "core/io/heat_svg.h"
#include "core/pipeline/export_parts.h"
#include "core/tagging/tag_marks.h"

namespace neuroscribe::pipeline::exporting {
namespace {

constexpr double kHighestLift = 10; ///< a few extreme lifts would make the rest one colour

using tagging::Rule;
using Value = tagging::Tagger::Value;

bool smallIsHot(const ExportRequest& request) {
    return !request.rule && (request.value == Value::P || request.value == Value::Q);
}

/// How far defined values are from the middle at most; 0 where there are none.
double furthest(std::span<const float> values, double middle) {
    double most = 0;
    for (const float value : values)
        if (!std::isnan(value))
            most = std::max(most, std::abs(double(value) - middle));
    return most;
}

heat::ColorScale scaleFor(Rule rule, std::span<const float> values) {
    heat::ColorScale scale;
    if (rule == Rule::R || rule == Rule::Auroc) { // even on both sides of nothing
        const double middle = rule == Rule::R ? 0 : 0.5;
        const double found = furthest(values, middle);
        const double reach = found > 0 ? found : 0.5;
        scale.map = heat::ColorScale::Map::BlueRed;
        scale.low = middle - reach;
        scale.high = middle + reach;
    } else if (rule == Rule::Lift) {
        scale.high = kHighestLift;
    } else if (rule != Rule::Share && rule != Rule::Occurrence) {
        const double most = furthest(values, 0);
        scale.high = most > 0 ? most : 1;
    }
    return scale;
}

/// p and q: dark and bright change places by their limits.
heat::ColorScale scaleFor(const ExportRequest& request, std::span<const float> values) {
    if (request.rule)
        return scaleFor(*request.rule, values);
    heat::ColorScale scale;
    if (smallIsHot(request)) {
        scale.low = 1;
        scale.high = 0;
    } else if (request.value == Value::Lift) {
        scale.high = kHighestLift;
    } else if (request.value == Value::X) {
        scale.high = std::max(scale.high, furthest(values, 0));
    }
    return scale;
}

} // namespace

Result<ExportSize> writeHeatSvg(const Order& order, TaggedStudy& tagged, std::span<const float> values) {
    const std::uint32_t rows = tagged.neurons();
    const auto columns = static_cast<std::uint32_t>(tagged.study->descriptors.size());
    const auto rowOrder = heat::orderRows(values, rows, columns, heat::RowOrder::Seriated, 0, {});
    const auto columnOrder = heat::orderColumns(values, rows, columns);
    io::HeatDrawing drawing;
    drawing.title = std::to_string(rows) + " neurons x " + std::to_string(columns) + " descriptors";
    drawing.valueName = valueName(order.request);
    for (std::uint32_t i = 0; i < rows; ++i)
        drawing.rowNames.push_back(tagged.neuron(NeuronId(i)));
    for (const labels::Descriptor& descriptor : tagged.study->descriptors)
        drawing.columnNames.push_back(descriptor.name);
    drawing.values = values;
    drawing.rowOrder = rowOrder;
    drawing.columnOrder = columnOrder;
    drawing.keepMinimum = smallIsHot(order.request);
    drawing.scale = scaleFor(order.request, values);
    drawing.alpha = tagged.tagger.thresholds().alphaMicro / 1e6;
    const auto marks = tagging::tagMarks(tagged.tagger.tags(), tagged.tagger.enrichment().q, drawing.alpha);
    drawing.marks = marks;
    NS_TRY(io::writeWhole(order.request.file, io::heatMapSvg(drawing)));
    return ExportSize{rows, columns};
}

} // namespace neuroscribe::pipeline::exporting
