#include "ui/widgets/threshold_slider.h"

#include "tests/support/catch.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace neuroscribe::ui;

namespace {

const ThresholdScale kPercent{100, 10'000, 200, true};
const ThresholdScale kShare{0, 1000, 200, false};

struct Fixture {
    ThresholdSlider slider;
    QSignalSpy moved{&slider, &ThresholdSlider::moved};
    QSignalSpy committed{&slider, &ThresholdSlider::committed};

    explicit Fixture(const ThresholdScale& scale = kShare) : slider(scale) {
        slider.resize(240, 60);
        slider.show();
        slider.setFocus();
        QTest::qWait(1);
    }
    void key(Qt::Key which, bool repeated = false) {
        QKeyEvent press(QEvent::KeyPress, which, Qt::NoModifier, {}, repeated);
        QApplication::sendEvent(&slider, &press);
    }
    void release(Qt::Key which) {
        QKeyEvent up(QEvent::KeyRelease, which, Qt::NoModifier);
        QApplication::sendEvent(&slider, &up);
    }
};

} // namespace

TEST_CASE("A logarithmic scale has its middle at the geometric mean") {
    CHECK(kPercent.position(100) == Approx(0));
    CHECK(kPercent.position(1000) == Approx(0.5));
    CHECK(kPercent.position(10'000) == Approx(1));
    CHECK(kPercent.valueAt(0.5) == 1000);
    CHECK(kPercent.valueAt(-3) == 100);
    CHECK(kPercent.valueAt(3) == 10'000);
}

TEST_CASE("200 steps lead from one end of a scale to the other, each a larger value") {
    for (const ThresholdScale& scale : {kPercent, kShare}) {
        std::uint32_t value = scale.minimum;
        for (int step = 0; step < 200; ++step) {
            const std::uint32_t next = scale.stepped(value, 1);
            REQUIRE(next > value);
            CHECK(scale.stepped(next, -1) == value);
            value = next;
        }
        CHECK(value == scale.maximum);
        CHECK(scale.stepped(value, 1) == scale.maximum);
    }
}

TEST_CASE("A value typed between two steps goes to the neighbouring step, not past it") {
    CHECK(kShare.stepped(352, 1) == 355);
    CHECK(kShare.stepped(353, 1) == 355);
    CHECK(kShare.stepped(352, -1) == 350);
    CHECK(kShare.stepped(353, -1) == 350);
}

TEST_CASE("Each key commits one step of its own") {
    Fixture f;
    f.slider.setValue(350);
    f.key(Qt::Key_Right);
    f.release(Qt::Key_Right);
    CHECK(f.slider.value() == 355);
    f.key(Qt::Key_PageUp);
    CHECK(f.slider.value() == 405);
    f.key(Qt::Key_Down);
    CHECK(f.slider.value() == 400);
    f.key(Qt::Key_End);
    CHECK(f.slider.value() == 1000);
    f.key(Qt::Key_Home);
    CHECK(f.slider.value() == 0);
    CHECK(f.committed.size() == 5);
}

TEST_CASE("A key held down is one gesture: live moves, one commit when it is let go") {
    Fixture f;
    f.slider.setValue(500);
    f.key(Qt::Key_Right);
    CHECK(f.committed.size() == 1);
    for (int repeat = 0; repeat < 5; ++repeat)
        f.key(Qt::Key_Right, true);
    CHECK(f.moved.size() == 6);
    CHECK(f.committed.size() == 1);
    f.release(Qt::Key_Right);
    CHECK(f.committed.size() == 2);
    CHECK(f.slider.value() == 530);
}

TEST_CASE("A drag moves live and commits once, at its end") {
    Fixture f;
    f.slider.setValue(500);
    const QPoint handle(120, 30);
    QTest::mousePress(&f.slider, Qt::LeftButton, Qt::NoModifier, handle);
    QTest::mouseMove(&f.slider, handle + QPoint(20, 0));
    QTest::mouseMove(&f.slider, handle + QPoint(55, 0));
    CHECK(f.moved.size() == 2);
    CHECK(f.committed.isEmpty());
    f.slider.setValue(10); // what comes back from outside must not tear the handle away
    CHECK(f.slider.value() == 750);
    QTest::mouseRelease(&f.slider, Qt::LeftButton, Qt::NoModifier, handle + QPoint(55, 0));
    CHECK(f.committed.size() == 1);
    CHECK(f.committed.last().at(0).toUInt() == 750);
}

TEST_CASE("A drag that ends where it began commits nothing") {
    Fixture f;
    f.slider.setValue(500);
    QTest::mousePress(&f.slider, Qt::LeftButton, Qt::NoModifier, {120, 30});
    QTest::mouseMove(&f.slider, {160, 30});
    QTest::mouseMove(&f.slider, {120, 30});
    QTest::mouseRelease(&f.slider, Qt::LeftButton, Qt::NoModifier, {120, 30});
    CHECK(f.slider.value() == 500);
    CHECK(f.moved.size() == 2);
    CHECK(f.committed.isEmpty());
}

TEST_CASE("A click beside the handle brings it there") {
    Fixture f;
    f.slider.setValue(0);
    QTest::mouseClick(&f.slider, Qt::LeftButton, Qt::NoModifier, {120, 30});
    CHECK(f.slider.value() == 500);
    CHECK(f.committed.size() == 1);
}

TEST_CASE("Setting the value from outside emits nothing") {
    Fixture f;
    f.slider.setValue(700);
    CHECK(f.moved.isEmpty());
    CHECK(f.committed.isEmpty());
}

TEST_CASE("The slider speaks its meaning and can be set by assistive technology") {
    Fixture f(kPercent);
    f.slider.setAccessibleName(QStringLiteral("Exemplars k"));
    f.slider.setSpeaker([](std::uint32_t k) { return QStringLiteral("k = %1 percent").arg(k / 1000.0, 0, 'f', 2); });
    f.slider.setValue(1000);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&f.slider);
    REQUIRE(spoken);
    CHECK(spoken->role() == QAccessible::Slider);
    CHECK(spoken->text(QAccessible::Name).toStdString() == "Exemplars k");
    CHECK(spoken->text(QAccessible::Value).toStdString() == "k = 1.00 percent");
    REQUIRE(spoken->valueInterface());
    CHECK(spoken->valueInterface()->currentValue().toInt() == 1000);
    CHECK(spoken->valueInterface()->maximumValue().toInt() == 10'000);
    spoken->valueInterface()->setCurrentValue(2000);
    CHECK(f.slider.value() == 2000);
    CHECK(f.committed.size() == 1);
}

TEST_CASE("The wheel changes a slider only when it has the focus") {
    Fixture f;
    f.slider.setValue(500);
    const auto wheel = [&f] {
        QWheelEvent event({100, 30}, f.slider.mapToGlobal(QPointF(100, 30)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&f.slider, &event);
    };
    f.slider.clearFocus();
    wheel();
    CHECK(f.slider.value() == 500);
    f.slider.activateWindow();
    f.slider.setFocus();
    QTest::qWait(10);
    wheel();
    CHECK(f.slider.value() == 505);
}
