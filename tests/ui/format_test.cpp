#include "ui/models/format.h"

#include "tests/support/catch.h"

#include <QLocale>

using namespace neuroscribe;
using namespace neuroscribe::ui;

TEST_CASE("A neuron's name is read back in the ways people write it") {
    CHECK(neuronName(NeuronId{3 * 128 + 58}, 128).toStdString() == "3/58");
    for (const char* text : {"3/58", " 3 / 58 ", "L3/58", "3.58", "3 58", "3:58", "442"})
        CHECK(parseNeuronName(QString::fromLatin1(text), 6, 128) == NeuronId{442});
    for (const char* text : {"6/0", "3/128", "768", "three", "", "3/", "99999999999", "3/5/8", "-3/58"})
        CHECK_FALSE(parseNeuronName(QString::fromLatin1(text), 6, 128).has_value());
}

TEST_CASE("Undefined is a word, never a number") {
    const QLocale c = QLocale::c();
    CHECK(formatF(c, std::nullopt) == undefinedText());
    CHECK(formatLift(c, std::nullopt) == undefinedText());
    CHECK(formatQ(c, std::nullopt) == undefinedText());
    CHECK(formatInterval(c, std::nullopt) == undefinedText());
}

TEST_CASE("q is short at every size and never reads as zero") {
    const QLocale c = QLocale::c();
    CHECK(formatQ(c, 1.0).toStdString() == "1.00");
    CHECK(formatQ(c, 0.31).toStdString() == "0.31");
    CHECK(formatQ(c, 0.0041).toStdString() == "0.004");
    CHECK(formatQ(c, 0.0004).toStdString() == "4e-4");
    CHECK(formatQ(c, 1.2e-71).toStdString() == "1e-71");
    CHECK(formatQ(c, 0.0).toStdString() == "<1e-300");
}

TEST_CASE("Numbers follow the locale") {
    const QLocale german(QLocale::German, QLocale::Germany);
    CHECK(formatF(german, 0.72).toStdString() == "0,72");
    CHECK(formatLift(german, 16.4).toStdString() == "×16,4");
    CHECK(formatCount(german, 86948).toStdString() == "86.948");
}

TEST_CASE("A kappa that rounds to nothing has no sign") {
    const QLocale c = QLocale::c();
    CHECK(formatF(c, -0.0).toStdString() == "0.00");
    CHECK(formatF(c, -0.0049).toStdString() == "0.00");
    CHECK(formatF(c, -0.0051).toStdString() == "-0.01");
    CHECK(formatInterval(c, stats::Interval{-0.001, -0.2}) == formatInterval(c, stats::Interval{0, -0.2}));
    CHECK(formatActivation(c, -0.001).toStdString() == "0.00");
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt); // its digits are not those of the rest
    CHECK(formatF(arabic, -0.001) == formatF(arabic, 0.0));
    CHECK(formatF(arabic, -0.7) != formatF(arabic, 0.7));
}

TEST_CASE("Coverage reads as complete only where it is") {
    const QLocale c = QLocale::c();
    CHECK(formatCoverage(c, 71'326, 249'480).toStdString() == "28.5 %");
    CHECK(formatCoverage(c, 249'479, 249'480).toStdString() == "99.9 %");
    CHECK(formatCoverage(c, 249'480, 249'480).toStdString() == "100 %");
    CHECK(formatCoverage(c, 0, 249'480).toStdString() == "0.0 %");
}
