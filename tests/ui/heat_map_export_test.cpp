#include "ui/plots/heat_map_export.h"

#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "tests/ui/made_figure.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <sstream>

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

HeatMapFigure smallFigure() {
    HeatMapFigure figure = test::coldFigure(6, 3, 3);
    for (std::size_t cell = 0; cell < figure.shown.size(); ++cell)
        figure.shown[cell] = static_cast<float>(cell) / 20;
    test::cellOf(figure, 2, 1) = std::numeric_limits<float>::quiet_NaN();
    figure.names = {QStringLiteral("plain"), QStringLiteral("with, comma"), QStringLiteral("with \"quotes\"")};
    std::swap(figure.rows[0], figure.rows[5]);
    std::swap(figure.columns[0], figure.columns[2]);
    return figure;
}

/// A small reader of RFC 4180, for one line.
std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            result.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            result.emplace_back();
        else
            result.back() += line[i];
    }
    return result;
}

QByteArray picture(const HeatMapFigure& figure, FigureFormat format, const HeatTags& tags = {}) {
    auto bytes = heatMapPicture(figure, tags, HeatMapWindow::whole(figure), {500, 400}, Theme::of(ThemeMode::Light),
                                QApplication::font(), QStringLiteral("title"), format);
    REQUIRE(bytes);
    return *bytes;
}

} // namespace

TEST_CASE("CSV read back gives the rows, columns and values that are shown") {
    const HeatMapFigure figure = smallFigure();
    std::istringstream csv(heatMapCsv(figure).toStdString());
    std::string line;
    REQUIRE(std::getline(csv, line));
    CHECK(fields(line) == std::vector<std::string>{"neuron", "with \"quotes\"", "with, comma", "plain"});
    for (const NeuronId neuron : figure.rows) {
        REQUIRE(std::getline(csv, line));
        const auto cells = fields(line);
        REQUIRE(cells.size() == 4);
        CHECK(cells[0] == std::to_string(neuron.value / 3) + "/" + std::to_string(neuron.value % 3));
        for (std::size_t column = 0; column < 3; ++column) {
            const double value = figure.valueAt(neuron, figure.columns[column]);
            if (std::isnan(value))
                CHECK(cells[column + 1].empty());
            else
                CHECK(std::stod(cells[column + 1]) == Approx(value).epsilon(1e-5));
        }
    }
    CHECK_FALSE(std::getline(csv, line));
}

TEST_CASE("q is exported as itself, not as its shade") {
    HeatMapFigure figure = test::coldFigure(1, 1, 1);
    figure.value = HeatValue::Q;
    figure.shown = {shownQ(1e-71)};
    const QByteArray csv = heatMapCsv(figure);
    const double q = csv.split('\n')[1].split(',')[1].toDouble();
    CHECK(std::log10(q) == Approx(-71).margin(0.001));
}

TEST_CASE("PNG is drawn at twice the size") {
    const QImage image = QImage::fromData(picture(smallFigure(), FigureFormat::Png), "PNG");
    CHECK(image.size() == QSize(1000, 800));
}

TEST_CASE("SVG renders, names the descriptors as text and shows the hottest shade") {
    const HeatMapFigure figure = smallFigure();
    const QByteArray bytes = picture(figure, FigureFormat::Svg);
    QSvgRenderer renderer(bytes);
    REQUIRE(renderer.isValid());
    CHECK(bytes.contains("with, comma"));
    CHECK(bytes.contains("neurons"));
    QImage image(500, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const HeatMapLayout layout = layoutHeatMap(figure, {500, 400}, 1, QApplication::font());
    const HeatMapWindow window = HeatMapWindow::whole(figure);
    // neuron 5 stands in the first row, descriptor 2 in the first column: the largest value, 0.85
    const QColor drawn =
        image.pixelColor(static_cast<int>(layout.x(window, 0.5)), static_cast<int>(layout.y(window, 0.5)));
    const QColor expected = QColor::fromRgb(heat::colorOf(figure.scale, 0.85F));
    CHECK(std::abs(drawn.red() - expected.red()) + std::abs(drawn.green() - expected.green()) +
              std::abs(drawn.blue() - expected.blue()) <
          12);
}

TEST_CASE("PDF is a page of the picture's size") {
    const QByteArray bytes = picture(smallFigure(), FigureFormat::Pdf);
    CHECK(bytes.startsWith("%PDF-"));
    CHECK(bytes.contains("/MediaBox"));
    CHECK(bytes.trimmed().endsWith("%%EOF"));
}

TEST_CASE("A file that can't be written is an error that names it, and leaves nothing behind") {
    test::ScratchFolder scratch;
    const QString path = QString::fromStdString(scratch.file("missing/map.csv"));
    const Status status = writeWhole(path, "x");
    REQUIRE_FALSE(status);
    CHECK(status.error().where == path.toStdString());
    CHECK_FALSE(QFile::exists(path));
    CHECK(writeWhole(QString::fromStdString(scratch.file("map.csv")), "x"));
    CHECK(test::readFile(scratch.file("map.csv")) == "x");
}
