// The heat map on a scaled screen. The scale of a screen is fixed when an application starts, so each has a process of
// its own.
#include "tests/support/catch.h"
#include "tests/ui/made_figure.h"
#include "ui/plots/heat_map_view.h"

#include <QApplication>
#include <QProcess>

using namespace neuroscribe;
using namespace neuroscribe::ui;
using test::cellOf;
using test::coldFigure;

TEST_CASE("Hot cells are on screen, pixel by pixel as they were drawn", "[.][scaled]") {
    HeatMapFigure figure = coldFigure(9216, 26, 768);
    for (std::uint32_t i = 0; i < 100; ++i)
        cellOf(figure, (i * 4513 + 17) % figure.neurons, i % figure.descriptors) = 1;
    HeatMapView view;
    view.resize(901, 653); // odd, so that a fraction of a pixel would show
    view.setFigure(std::make_shared<const HeatMapFigure>(figure));
    const QImage screen = view.grab().toImage();
    REQUIRE(screen.devicePixelRatio() == qgetenv("QT_SCALE_FACTOR").toDouble());
    REQUIRE(screen.size() == view.picture().size());
    const HeatMapLayout& layout = view.currentLayout();
    const QRgb hottest = heat::colorOf(figure.scale, 1);
    int differing = 0;
    for (int y = layout.cells.top(); y <= layout.cells.bottom(); ++y)
        for (int x = layout.cells.left(); x <= layout.cells.right(); ++x)
            differing += screen.pixel(x, y) != view.picture().pixel(x, y);
    CHECK(differing == 0);
    for (std::uint32_t i = 0; i < 100; ++i) {
        const double row = (i * 4513 + 17) % figure.neurons;
        const double column = i % figure.descriptors;
        const int x = static_cast<int>((layout.x(view.window(), column) + layout.x(view.window(), column + 1)) / 2);
        const int top = static_cast<int>(std::floor(layout.y(view.window(), row)));
        bool found = false;
        for (int y = top; y <= std::min(top + 1, layout.cells.bottom()); ++y)
            found |= (screen.pixel(x, y) | 0xFF000000U) == hottest;
        INFO("row " << row << " column " << column);
        CHECK(found);
    }
}

TEST_CASE("Hot cells reach the screen at device pixel ratio 1, 1.25 and 2") {
    const char* ratio = GENERATE("1", "1.25", "2");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::fromLatin1(ratio));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QApplication::applicationFilePath(), {QStringLiteral("[scaled]")});
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAll().toStdString());
    CHECK(process.exitCode() == 0);
}
