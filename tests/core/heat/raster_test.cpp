#include "core/heat/raster.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/random.h"
#include "core/heat/pixel_axis.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::heat;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

struct Picture {
    std::uint32_t rows, columns;
    std::vector<float> values;
    std::vector<NeuronId> rowOrder;
    std::vector<std::uint32_t> columnOrder;
    RasterRequest request;

    Picture(std::uint32_t r, std::uint32_t c, std::uint32_t width, std::uint32_t height)
        : rows(r), columns(c), values(std::size_t{r} * c, 0.0F), columnOrder(c) {
        for (std::uint32_t i = 0; i < r; ++i)
            rowOrder.push_back(NeuronId(i));
        std::iota(columnOrder.begin(), columnOrder.end(), 0U);
        request.width = width;
        request.height = height;
        request.lastRow = r;
        request.lastColumn = c;
    }
    std::vector<std::uint32_t> draw() {
        request.values = values;
        request.columns = columns;
        request.rowOrder = rowOrder;
        request.columnOrder = columnOrder;
        return rasterize(request);
    }
    std::uint32_t color(float value) const { return colorOf(request.scale, value); }
};

/// Straight from the rule: for each pixel, the hottest of all cells that overlap it.
std::vector<std::uint32_t> naive(const Picture& picture) {
    const RasterRequest& request = picture.request;
    const auto overlapping = [](double from, double to, std::size_t cells, std::uint32_t pixels, std::uint32_t pixel) {
        std::vector<std::size_t> found;
        const double perPixel = (to - from) / pixels;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const double low = std::max({static_cast<double>(cell), from + pixel * perPixel, from});
            const double high = std::min({cell + 1.0, from + (pixel + 1) * perPixel, to});
            if (high - low > 1e-7)
                found.push_back(cell);
        }
        return found;
    };
    std::vector<std::uint32_t> image;
    for (std::uint32_t y = 0; y < request.height; ++y) {
        const auto rows = overlapping(request.firstRow, request.lastRow, picture.rowOrder.size(), request.height, y);
        for (std::uint32_t x = 0; x < request.width; ++x) {
            const auto columns =
                overlapping(request.firstColumn, request.lastColumn, picture.columnOrder.size(), request.width, x);
            float best = kNan;
            for (const std::size_t row : rows)
                for (const std::size_t column : columns) {
                    const float value = picture.values[std::size_t{picture.rowOrder[row].value} * picture.columns +
                                                       picture.columnOrder[column]];
                    if (!std::isnan(value) && (std::isnan(best) || (request.keepMinimum ? value < best : value > best)))
                        best = value;
                }
            image.push_back(rows.empty() || columns.empty() ? 0 : picture.color(best));
        }
    }
    return image;
}

} // namespace

TEST_CASE("100 isolated hot neurons among 9,216 are all visible at 1x, 1.25x and 2x") {
    for (const double ratio : {1.0, 1.25, 2.0}) {
        const auto height = static_cast<std::uint32_t>(863 * ratio);
        Picture picture(9216, 26, static_cast<std::uint32_t>(700 * ratio), height);
        for (std::uint32_t hot = 0; hot < 100; ++hot)
            picture.values[std::size_t{hot * 92 + 7} * 26 + hot % 26] = 1.0F;
        const auto image = picture.draw();
        const std::uint32_t hotColor = picture.color(1.0F);
        std::uint32_t visible = 0;
        for (std::uint32_t hot = 0; hot < 100; ++hot) {
            const auto y = static_cast<std::uint32_t>((hot * 92 + 7 + 0.5) * height / 9216);
            const auto x = static_cast<std::uint32_t>((hot % 26 + 0.5) * picture.request.width / 26);
            visible += image[std::size_t{y} * picture.request.width + x] == hotColor;
        }
        REQUIRE(visible == 100);
        // And no more pixels are hot than these cells touch: two lines at most.
        const auto hotPixels = static_cast<std::size_t>(std::ranges::count(image, hotColor));
        REQUIRE(hotPixels <= 100U * 2 * (picture.request.width / 26 + 2));
    }
}

TEST_CASE("a picture equals the rule at any size, part and order") {
    Random random(17);
    for (int round = 0; round < 60; ++round) {
        Picture picture(
            1 + static_cast<std::uint32_t>(random.below(40)), 1 + static_cast<std::uint32_t>(random.below(30)),
            1 + static_cast<std::uint32_t>(random.below(60)), 1 + static_cast<std::uint32_t>(random.below(60)));
        for (float& value : picture.values)
            value = random.below(6) == 0 ? kNan : static_cast<float>(random.uniform());
        shuffle(std::span(picture.rowOrder), random);
        shuffle(std::span(picture.columnOrder), random);
        if (round % 3 == 1)
            picture.rowOrder.resize(1 + picture.rowOrder.size() / 2); // filtered rows
        auto& request = picture.request;
        request.lastRow = static_cast<double>(picture.rowOrder.size());
        request.keepMinimum = round % 2 == 1;
        request.scale.squareRoot = round % 4 == 0;
        if (round % 3 == 2) { // a part, with fractions, partly outside
            request.firstRow = random.uniform() * request.lastRow - 1;
            request.lastRow = request.firstRow + 0.3 + random.uniform() * 5;
            request.firstColumn = random.uniform() * request.lastColumn / 2;
            request.lastColumn = request.firstColumn + 0.3 + random.uniform() * 9;
        }
        REQUIRE(picture.draw() == naive(picture));
    }
}

TEST_CASE("one hot column among 500 in 40 pixels is not hidden") {
    Picture picture(10, 500, 40, 10);
    picture.values[3 * 500 + 333] = 1.0F;
    const auto image = picture.draw();
    REQUIRE(image[3 * 40 + 333 * 40 / 500] == picture.color(1.0F));
    REQUIRE(std::ranges::count(image, picture.color(1.0F)) == 1);
}

TEST_CASE("for q the smallest value is the hot one") {
    Picture picture(1000, 1, 1, 10);
    std::ranges::fill(picture.values, 0.9F);
    picture.values[555] = 0.001F;
    picture.request.keepMinimum = true;
    const auto image = picture.draw();
    REQUIRE(image[5] == picture.color(0.001F));
    REQUIRE(image[4] == picture.color(0.9F));
}

TEST_CASE("a number wins over undefined, only undefined cells look undefined") {
    for (const bool keepMinimum : {false, true}) {
        Picture picture(4, 1, 1, 2);
        picture.request.scale.undefinedColor = 0xFF123456;
        picture.request.keepMinimum = keepMinimum;
        picture.values = {kNan, 0.0F, kNan, kNan};
        const auto image = picture.draw();
        REQUIRE(image[0] == picture.color(0.0F));
        REQUIRE(image[1] == 0xFF123456);
    }
}

TEST_CASE("whole pixels per cell: no cell bleeds into its neighbour") {
    // 1/3 and 0.1 are no binary fractions: borders must still fall on pixel borders.
    for (const std::uint32_t cells : {3U, 7U, 10U, 26U})
        for (const std::uint32_t pixels : {1U, 3U, 7U, 9U}) {
            const auto axis = pixelAxis(0, cells, cells, cells * pixels);
            for (std::uint32_t pixel = 0; pixel < axis.size(); ++pixel)
                REQUIRE(axis[pixel] == CellRange{pixel / pixels, pixel / pixels + 1});
            const double shift = 0.1 * cells;
            const auto moved = pixelAxis(shift + 1 - shift, cells, cells, (cells - 1) * pixels);
            REQUIRE(moved.front() == CellRange{1, 2});
        }
}

TEST_CASE("every cell in view has a pixel, whatever the part and size") {
    Random random(23);
    for (int round = 0; round < 300; ++round) {
        const auto cells = 1 + static_cast<std::uint32_t>(random.below(3000));
        const auto pixels = 1 + static_cast<std::uint32_t>(random.below(500));
        const double from = random.uniform() * cells;
        const double to = from + 1e-6 + random.uniform() * (cells - from);
        const auto axis = pixelAxis(from, to, cells, pixels);
        std::uint32_t next = static_cast<std::uint32_t>(from);
        for (const CellRange& range : axis) {
            REQUIRE(range.first <= next); // no gap
            REQUIRE(range.last > range.first);
            next = std::max(next, range.last);
        }
        REQUIRE(next >= static_cast<std::uint32_t>(std::ceil(to)));
    }
}

TEST_CASE("nonsense parts and sizes give an empty picture") {
    Picture picture(3, 3, 4, 4);
    const std::vector<std::uint32_t> blank(16, 0);
    for (const auto& [first, last] : {std::pair<double, double>{2, 2}, {2, 1}, {kNan, 3}, {0, INFINITY}, {50, 60}}) {
        picture.request.firstRow = first;
        picture.request.lastRow = last;
        REQUIRE(picture.draw() == blank);
    }
    Picture none(3, 3, 0, 5);
    REQUIRE(none.draw().empty());
    Picture noRows(0, 3, 2, 2);
    REQUIRE(noRows.draw() == std::vector<std::uint32_t>(4, 0));
}
