#include "ui/widgets/threshold_spin.h"

#include "tests/support/catch.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace neuroscribe::ui;

TEST_CASE("What is being typed stays while the value in force is shown again") {
    ThresholdSpin spin({});
    spin.setUnits(100);
    spin.show();
    spin.setFocus();
    const QSignalSpy committed(&spin, &ThresholdSpin::committed);
    auto& field = *spin.findChild<QLineEdit*>();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("0.4"));
    spin.setMaximumUnits(1000);
    spin.setUnits(100);
    CHECK(field.text() == QStringLiteral("0.4"));
    CHECK(committed.isEmpty());
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(committed.size() == 1);
    CHECK(committed[0][0].toUInt() == 400);
    spin.setUnits(350); // another value takes the place of what stands there
    CHECK(field.text() == QStringLiteral("0.35"));
}
