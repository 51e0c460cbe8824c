#include "core/io/figure.h"

#include <memory>

#include "core/corpus/csv_reader.h"
#include "core/io/figure_table.h"
#include "tests/core/io/made_figures.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::test;

TEST_CASE("a figure whose lists do not fit each other is refused") {
    for (const io::Figure& good : {gappedLines(), bars(), matrix(), landscape()})
        REQUIRE(io::check(good));
    io::Figure figure = gappedLines();
    figure.series[1].y.pop_back();
    REQUIRE_FALSE(io::check(figure));
    figure = gappedLines();
    figure.series[1].x[1] = 3;
    REQUIRE_FALSE(io::check(figure));
    figure = gappedLines();
    figure.series[0].high.clear();
    REQUIRE_FALSE(io::check(figure));
    figure = matrix();
    figure.matrix->values.pop_back();
    REQUIRE_FALSE(io::check(figure));
    figure = landscape();
    figure.y.low = 0;
    REQUIRE_FALSE(io::check(figure));
    figure = bars();
    figure.table = io::FigureTable{{"a", "b"}, {{1.0}}};
    REQUIRE_FALSE(io::check(figure));
}

TEST_CASE("the twin of lines has a row for every x, undefined where a series has none") {
    const io::FigureTable table = io::figureTable(gappedLines());
    REQUIRE(table.columns == std::vector<std::string>{"threshold t", "SD low", "SD high", "precision"});
    REQUIRE(table.rows.size() == 6);
    REQUIRE(std::get<double>(table.rows[1][3]) == 0.5);
    REQUIRE(std::get<double>(table.rows[3][1]) == 0.3);
    REQUIRE(std::isnan(std::get<double>(table.rows[2][3])));
    REQUIRE(std::isnan(std::get<double>(table.rows[4][1])));
}

TEST_CASE("the twin of a landscape names the place of each cell") {
    const io::FigureTable table = io::figureTable(landscape());
    REQUIRE(table.columns == std::vector<std::string>{"threshold t", "k in %", "tags"});
    REQUIRE(table.rows.size() == 12);
    REQUIRE(table.rows[5] == std::vector<io::FigureCell>{0.2, 1.0, 5.0});
}

TEST_CASE("CSV of a figure is, word for word, comments, header and rows") {
    REQUIRE(io::figureCsv(bars()) == "# Precision@K and recall@K\n"
                                     "K,precision,precision low,precision high,recall\n"
                                     "1,0.5,0.25,0.75,0.25\n"
                                     "2,,,,0.5\n"
                                     "3,0.25,0.125,0.5,0.75\n");
    REQUIRE(io::figureCsv(matrix()) == "# Correlation of descriptors\n"
                                       "phi,taste,sound & noise,<b>price</b>\n"
                                       "taste,1,-0.5,\n"
                                       "sound & noise,-0.5,1,0.25\n"
                                       "<b>price</b>,,0.25,1\n");
}

TEST_CASE("CSV of a figure reads back as the same numbers and names") {
    io::Figure figure = matrix();
    figure.title = "two\nlines";
    figure.matrix->rowNames = {"a \"b\", c", "# not a comment", "line\nend"};
    figure.matrix->values[1] = 0.1F;
    const std::string csv = io::figureCsv(figure);
    REQUIRE(csv.starts_with("# two lines\n"));

    corpus::CsvReader reader(
        std::make_unique<corpus::ByteReader>(std::make_unique<corpus::MemorySource>(csv.substr(csv.find('\n') + 1))),
        ',');
    for (std::size_t r = 0; r < 3; ++r) {
        corpus::RawRecord record;
        const auto read = reader.next(record);
        REQUIRE(read);
        REQUIRE(read.value());
        REQUIRE(record.fields.size() == 4);
        REQUIRE(record.fields[0].value == figure.matrix->rowNames[r]);
        for (std::size_t c = 0; c < 3; ++c) {
            const float value = figure.matrix->at(r, c);
            if (std::isnan(value))
                REQUIRE(record.fields[c + 1].value.empty());
            else
                REQUIRE(std::stof(record.fields[c + 1].value) == value);
        }
    }
}

TEST_CASE("numbers of tables are the shortest that read back") {
    REQUIRE(io::plainNumber(0.1) == "0.1");
    REQUIRE(io::plainNumber(1.0 / 3) == "0.3333333333333333");
    REQUIRE(io::plainNumber(1e-300) == "1e-300");
    REQUIRE(io::plainNumber(-2) == "-2");
    REQUIRE(io::plainNumber(kGap).empty());
}
