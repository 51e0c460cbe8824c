// A repaint of the heat map when only its tags have moved: what a slider of t costs, at the zoom with the most marks.
#include <QApplication>
#include <QPainter>

#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "tests/bench/bench.h"
#include "ui/plots/heat_map_painter.h"

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

constexpr std::uint32_t kNeurons = 9'216;

struct Made {
    HeatMapFigure figure;
    HeatTags tags;
};

/// Every tenth cell is a tag, or all of them.
Made makeFigure(std::uint32_t descriptors, std::uint32_t every) {
    Random random(3);
    Made made;
    made.figure.neurons = kNeurons;
    made.figure.descriptors = descriptors;
    made.figure.unitsPerLayer = 768;
    made.figure.shown.resize(std::size_t{kNeurons} * descriptors);
    for (float& value : made.figure.shown)
        value = static_cast<float>(std::pow(random.uniform(), 4.0));
    for (std::uint32_t neuron = 0; neuron < kNeurons; ++neuron)
        made.figure.rows.push_back(NeuronId{neuron});
    made.figure.columns.resize(descriptors);
    std::iota(made.figure.columns.begin(), made.figure.columns.end(), 0U);
    made.figure.activeColumns = descriptors;
    for (std::uint32_t c = 0; c < descriptors; ++c)
        made.figure.names.push_back(QStringLiteral("descriptor %1").arg(c));
    made.tags.counts.assign(descriptors, kNeurons / every);
    made.tags.marks.assign(made.figure.shown.size(), tagging::TagMark::None);
    for (std::size_t cell = 0; cell < made.tags.marks.size(); cell += every)
        made.tags.marks[cell] = random.uniform() < 0.5 ? tagging::TagMark::Solid : tagging::TagMark::Hollow;
    return made;
}

void benchMap(std::uint32_t descriptors, std::uint32_t every, QSize size) {
    const Made made = makeFigure(descriptors, every);
    const QFont font = QApplication::font();
    const Theme theme = Theme::of(ThemeMode::Light);
    const HeatMapLayout layout = layoutHeatMap(made.figure, size, 1, font);
    const HeatMapWindow whole = HeatMapWindow::whole(made.figure);
    HeatMapWindow zoomed = whole; // the smallest cells that carry a mark
    zoomed.lastRow = std::floor(layout.cells.height() / 9.0);
    zoomed.lastColumn = std::min(std::floor(layout.cells.width() / 9.0), static_cast<double>(descriptors));
    QImage screen(layout.size, QImage::Format_RGB32);
    const auto paint = [&](const HeatMapWindow& window) {
        QPainter painter(&screen);
        paintTags(painter, {made.figure, made.tags, window, layout, theme, font}, MarkDrawing::Raster);
    };
    std::printf("%u x %u, one cell in %u a tag, %d x %d\n", kNeurons, descriptors, every, size.width(), size.height());
    bench::Rounds rounds;
    rounds.add("  tags over the whole map (no marks fit)", [&] { paint(whole); });
    rounds.add("  tags over the smallest cells with marks", [&] { paint(zoomed); });
    rounds.add("  the picture itself, whole", [&] {
        bench::keep(drawHeatMap({made.figure, made.tags, whole, layout, theme, font}));
    });
    rounds.run(15);
    rounds.print();
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    benchMap(26, 10, {1400, 900});
    benchMap(26, 1, {1400, 900});
    benchMap(500, 1, {1400, 900});
    return 0;
}
