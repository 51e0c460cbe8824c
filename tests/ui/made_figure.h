// Heat maps made up for tests.
#pragma once

#include "ui/plots/heat_map_figure.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace neuroscribe::test {

/// All values 0, rows and columns in order.
inline ui::HeatMapFigure coldFigure(std::uint32_t neurons, std::uint32_t descriptors, std::uint32_t unitsPerLayer) {
    ui::HeatMapFigure figure;
    figure.neurons = neurons;
    figure.descriptors = descriptors;
    figure.unitsPerLayer = unitsPerLayer;
    figure.shown.assign(static_cast<std::size_t>(neurons) * descriptors, 0.0F);
    for (std::uint32_t neuron = 0; neuron < neurons; ++neuron)
        figure.rows.push_back(NeuronId{neuron});
    figure.columns.resize(descriptors);
    std::iota(figure.columns.begin(), figure.columns.end(), 0U);
    figure.activeColumns = descriptors;
    for (std::uint32_t column = 0; column < descriptors; ++column)
        figure.names.push_back(QStringLiteral("descriptor %1").arg(column));
    return figure;
}

inline float& cellOf(ui::HeatMapFigure& figure, std::uint32_t neuron, std::uint32_t descriptor) {
    return figure.shown[static_cast<std::size_t>(neuron) * figure.descriptors + descriptor];
}

} // namespace neuroscribe::test
