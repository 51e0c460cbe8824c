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

using Value = tagging::Tagger::Value;

bool smallIsHot(Value value) {
    return value == Value::P || value == Value::Q;
}

/// p and q: dark and bright change places by their limits.
heat::ColorScale scaleFor(Value value, std::span<const float> values) {
    heat::ColorScale scale;
    if (smallIsHot(value)) {
        scale.low = 1;
        scale.high = 0;
    } else if (value == Value::Lift) {
        scale.high = kHighestLift;
    } else if (value == Value::X) {
        for (const float x : values)
            if (!std::isnan(x))
                scale.high = std::max(scale.high, static_cast<double>(x));
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
    drawing.valueName = valueName(order.request.value);
    for (std::uint32_t i = 0; i < rows; ++i)
        drawing.rowNames.push_back(tagged.neuron(NeuronId(i)));
    for (const labels::Descriptor& descriptor : tagged.study->descriptors)
        drawing.columnNames.push_back(descriptor.name);
    drawing.values = values;
    drawing.rowOrder = rowOrder;
    drawing.columnOrder = columnOrder;
    drawing.keepMinimum = smallIsHot(order.request.value);
    drawing.scale = scaleFor(order.request.value, values);
    drawing.alpha = tagged.tagger.thresholds().alphaMicro / 1e6;
    const auto marks = tagging::tagMarks(tagged.tagger.tags(), tagged.tagger.enrichment().q, drawing.alpha);
    drawing.marks = marks;
    NS_TRY(io::writeWhole(order.request.file, io::heatMapSvg(drawing)));
    return ExportSize{rows, columns};
}

} // namespace neuroscribe::pipeline::exporting
