#include "core/heat/raster.h"

#include <algorithm>
#include <limits>

#include "core/heat/colormap.h"
#include "core/heat/pixel_axis.h"

namespace neuroscribe::heat {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

/// Pixels next to each other that show the same cells.
struct Run {
    CellRange cells;
    std::uint32_t pixels = 0;
};

std::vector<Run> runsOf(const std::vector<CellRange>& axis) {
    std::vector<Run> runs;
    for (const CellRange& cells : axis) {
        if (runs.empty() || runs.back().cells != cells)
            runs.push_back({cells, 0});
        ++runs.back().pixels;
    }
    return runs;
}

/// Hotter of two, where one that is not a number loses; kMinimum: the smaller is the hotter one.
template <bool kMinimum>
float hotter(float value, float best) {
    if constexpr (kMinimum)
        return value < best ? value : best;
    return value > best ? value : best;
}

/// What nothing is hotter than: an infinity on the cold side; it stands for "no number seen".
template <bool kMinimum>
constexpr float kColdest = kMinimum ? kInfinity : -kInfinity;

template <bool kMinimum>
class Painter {
public:
    explicit Painter(const RasterRequest& request)
        : m_request(request), m_colors(request.scale),
          m_runs(runsOf(pixelAxis(request.firstColumn, request.lastColumn,
                                  static_cast<std::uint32_t>(request.columnOrder.size()), request.width))),
          m_pooled(request.columns) {}

    std::vector<std::uint32_t> paint() {
        const auto rows = runsOf(pixelAxis(m_request.firstRow, m_request.lastRow,
                                           static_cast<std::uint32_t>(m_request.rowOrder.size()), m_request.height));
        std::vector<std::uint32_t> image(static_cast<std::size_t>(m_request.width) * m_request.height, 0);
        auto line = image.begin();
        for (const Run& run : rows) {
            if (run.cells.first != run.cells.last)
                paintLine(run.cells, std::span(line, m_request.width));
            for (std::uint32_t copy = 1; copy < run.pixels; ++copy)
                std::copy_n(line, m_request.width, line + static_cast<std::ptrdiff_t>(copy) * m_request.width);
            line += static_cast<std::ptrdiff_t>(run.pixels) * m_request.width;
        }
        return image;
    }

private:
    /// The hottest of each column of the matrix over the rows of one line of pixels.
    void poolRows(CellRange rows) {
        std::ranges::fill(m_pooled, kColdest<kMinimum>);
        for (std::uint32_t r = rows.first; r < rows.last; ++r) {
            const float* row =
                m_request.values.data() + static_cast<std::size_t>(m_request.rowOrder[r].value) * m_request.columns;
            for (std::size_t c = 0; c < m_pooled.size(); ++c)
                m_pooled[c] = hotter<kMinimum>(row[c], m_pooled[c]);
        }
    }

    void paintLine(CellRange rows, std::span<std::uint32_t> line) {
        poolRows(rows);
        auto pixel = line.begin();
        for (const Run& run : m_runs) {
            float value = kColdest<kMinimum>;
            for (std::uint32_t c = run.cells.first; c < run.cells.last; ++c)
                value = hotter<kMinimum>(m_pooled[m_request.columnOrder[c]], value);
            if (value == kColdest<kMinimum>)
                value = kNan;
            // Beyond the matrix nothing is drawn: transparent.
            const std::uint32_t color = run.cells.first == run.cells.last ? 0 : m_colors(value);
            pixel = std::fill_n(pixel, run.pixels, color);
        }
    }

    const RasterRequest& m_request;
    ColorTable m_colors;
    std::vector<Run> m_runs;
    std::vector<float> m_pooled;
};

} // namespace

std::vector<std::uint32_t> rasterize(const RasterRequest& request) {
    return request.keepMinimum ? Painter<true>(request).paint() : Painter<false>(request).paint();
}

} // namespace neuroscribe::heat
