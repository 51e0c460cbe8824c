// The heat map as SVG: seriated rows, columns by how many neurons they lead in.
#include <algorithm>
#include <cmath>
#include <span>

#include "app/cli/export_options.h"
#include "app/cli/numbers.h"
#include "core/heat/order.h"
#include "core/io/heat_svg.h"

namespace neuroscribe::cli {
namespace {

constexpr double kHighestLift = 10; ///< a few extreme lifts would make the rest one colour

/// p and q: small is hot, so dark and bright change places by their limits.
heat::ColorScale scaleFor(const std::string& value, std::span<const float> values) {
    heat::ColorScale scale;
    if (value == "p" || value == "q") {
        scale.low = 1;
        scale.high = 0;
    } else if (value == "lift") {
        scale.high = kHighestLift;
    } else if (value == "x") {
        for (const float x : values)
            if (!std::isnan(x))
                scale.high = std::max(scale.high, static_cast<double>(x));
    }
    return scale;
}

} // namespace

Result<Written> writeHeatSvg(const ExportVerb& verb, const TaggingSession& session, std::span<const float> values) {
    const std::uint32_t rows = session.neurons();
    const auto columns = static_cast<std::uint32_t>(session.study->descriptors.size());
    const auto rowOrder = heat::orderRows(values, rows, columns, heat::RowOrder::Seriated, 0, {});
    const auto columnOrder = heat::orderColumns(values, rows, columns);
    io::HeatDrawing drawing;
    drawing.title = std::to_string(rows) + " neurons x " + std::to_string(columns) + " descriptors";
    drawing.valueName = verb.value;
    for (std::uint32_t i = 0; i < rows; ++i)
        drawing.rowNames.push_back(session.neuron(NeuronId(i)));
    for (const labels::Descriptor& descriptor : session.study->descriptors)
        drawing.columnNames.push_back(descriptor.name);
    drawing.values = values;
    drawing.rowOrder = rowOrder;
    drawing.columnOrder = columnOrder;
    drawing.keepMinimum = verb.value == "p" || verb.value == "q";
    drawing.scale = scaleFor(verb.value, values);
    NS_TRY(writeWhole(verb.out, io::heatMapSvg(drawing)));
    return Written{rows, columns};
}

} // namespace neuroscribe::cli
