#include "ui/plots/activation_plot.h"

#include "tests/support/catch.h"
#include "tests/ui/speaking.h"

#include <QApplication>
#include <QTest>

using namespace neuroscribe::ui;

TEST_CASE("The bins of a distribution are read out by the arrow keys, from the mark on") {
    const neuroscribe::test::Speaking english("en");
    ActivationPlot plot;
    Histogram histogram;
    histogram.low = 0;
    histogram.high = 4;
    histogram.counts = {40, 30, 1, 7};
    plot.setHistogram(histogram, ActivationPlot::Mark{2.5, true, QStringLiteral("top 1 %")});
    plot.show();
    const QString whole = plot.accessibleDescription();
    CHECK(whole.contains(QStringLiteral("top 1 %")));
    CHECK(plot.focusPolicy() == Qt::StrongFocus);
    plot.activateWindow();
    plot.setFocus();
    const auto heard = [&plot](Qt::Key key) {
        QTest::keyClick(&plot, key);
        return plot.accessibleDescription();
    };
    CHECK(heard(Qt::Key_Right).endsWith(QStringLiteral("1 sentence")));
    CHECK(heard(Qt::Key_Right).endsWith(QStringLiteral("7 sentences")));
    CHECK(heard(Qt::Key_Right).endsWith(QStringLiteral("7 sentences"))); // there is no further one
    CHECK(heard(Qt::Key_Home).endsWith(QStringLiteral("40 sentences")));
    CHECK(heard(Qt::Key_Left).endsWith(QStringLiteral("40 sentences")));
    CHECK(heard(Qt::Key_End).endsWith(QStringLiteral("7 sentences")));
    histogram.counts = {1, 2};
    plot.setHistogram(histogram, std::nullopt); // the bin is gone
    CHECK_FALSE(plot.accessibleDescription().contains(QStringLiteral("sentence")));
    CHECK(heard(Qt::Key_Right).endsWith(QStringLiteral("1 sentence")));
}
