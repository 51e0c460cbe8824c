// Ordering and drawing the heat map of 9,216 neurons, and what of it a repaint costs.
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/heat/order.h"
#include "core/heat/raster.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;

namespace {

constexpr std::uint32_t kNeurons = 9'216;

void benchMap(std::uint32_t descriptors) {
    Random random(3);
    std::vector<float> values(std::size_t{kNeurons} * descriptors);
    for (float& value : values)
        value = static_cast<float>(std::pow(random.uniform(), 4.0));
    const auto rows = heat::orderRows(values, kNeurons, descriptors, heat::RowOrder::Seriated, 0, {});
    const auto columns = heat::orderColumns(values, kNeurons, descriptors);
    heat::RasterRequest request;
    request.values = values;
    request.columns = descriptors;
    request.rowOrder = rows;
    request.columnOrder = columns;
    request.lastRow = kNeurons;
    request.lastColumn = descriptors;
    request.width = 1400;
    request.height = 900;
    auto zoomed = request;
    zoomed.firstRow = 100.5;
    zoomed.lastRow = 160.25;
    auto dense = request;
    dense.width = 2800;
    dense.height = 1800;
    auto minimum = request;
    minimum.keepMinimum = true;
    minimum.scale.squareRoot = true;

    std::printf("%u x %u\n", kNeurons, descriptors);
    bench::Rounds rounds;
    rounds.add("  whole map into 1400 x 900", [&] { bench::keep(heat::rasterize(request)); });
    rounds.add("  whole map into 2800 x 1800", [&] { bench::keep(heat::rasterize(dense)); });
    rounds.add("  q map, square root, 1400 x 900", [&] { bench::keep(heat::rasterize(minimum)); });
    rounds.add("  60 rows into 1400 x 900", [&] { bench::keep(heat::rasterize(zoomed)); });
    rounds.add("  seriated order",
               [&] { bench::keep(heat::orderRows(values, kNeurons, descriptors, heat::RowOrder::Seriated, 0, {})); });
    rounds.add("  order of columns", [&] { bench::keep(heat::orderColumns(values, kNeurons, descriptors)); });
    rounds.run(15);
    rounds.print();
}

} // namespace

int main() {
    benchMap(26);
    benchMap(500);
    return 0;
}
