// One move of a slider in the real window: every visible panel computes once, hidden ones not at all.
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/main_window.h"
#include "ui/panels/panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/threshold_slider.h"

#include <QApplication>
#include <QDockWidget>
#include <QTest>

#include <map>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

/// What a person sees: a panel behind another dock's tab lies outside of the window.
bool isOnScreen(const Panel& panel) {
    return panel.isVisible() && !panel.visibleRegion().isEmpty();
}

struct Counted {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    Appearance appearance{*qApp};
    app::Session session;
    MainWindow window{session, settings, appearance};
    std::map<const Panel*, int> before;
    int drawingsBefore = 0;

    Counted() {
        makeSmallStudy(scratch.file("study"));
        window.resize(1400, 850);
        window.show();
        openAndSettle(session, scratch.file("study"));
        session.selection().setNeuron(NeuronId(1));
        session.selection().setDescriptor(1);
        remember();
    }
    QList<Panel*> panels() const { return window.findChildren<Panel*>(); }
    ThresholdSlider* slider(const char* name) const {
        for (auto* one : window.findChildren<ThresholdSlider*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        FAIL("no slider " << name);
        return nullptr;
    }
    HeatMapView* map() const { return window.findChild<HeatMapView*>(); }
    /// After all that is queued has been done and painted.
    void remember() {
        settle(session);
        QTest::qWait(50);
        for (const Panel* panel : panels())
            before[panel] = panel->recomputations();
        drawingsBefore = map()->drawings();
    }
    /// drawn: the picture of the heat map, too.
    void checkEachVisibleOnce(bool drawn) {
        settle(session);
        QTest::qWait(50);
        int visible = 0;
        for (const Panel* panel : panels()) {
            INFO(panel->metaObject()->className());
            CHECK(panel->recomputations() - before[panel] == (isOnScreen(*panel) ? 1 : 0));
            visible += isOnScreen(*panel) ? 1 : 0;
        }
        CHECK(visible == 4); // study, thresholds, heat map, neuron
        CHECK(panels().size() == 22);
        CHECK(map()->drawings() - drawingsBefore == (drawn ? 1 : 0));
        remember();
    }
};

} // namespace

TEST_CASE("Each move of a drag computes every visible panel once, hidden ones not at all, its end computes nothing") {
    Counted counted;
    ThresholdSlider* t = counted.slider("Composition threshold t");
    const auto place = [t](int part) { return QPoint(t->width() * part / 10, t->height() / 2); };
    QTest::mousePress(t, Qt::LeftButton, Qt::NoModifier, place(6));
    counted.checkEachVisibleOnce(false); // no tag comes or goes
    const auto marks = counted.map()->tags().marks;
    QTest::mouseMove(t, place(1));
    counted.checkEachVisibleOnce(false); // no value changes: the marks of the tags alone
    CHECK(counted.map()->tags().marks != marks);
    QTest::mouseRelease(t, Qt::LeftButton, Qt::NoModifier, place(1));
    REQUIRE(waitFor([&] { return counted.session.canUndo(); }));
    QTest::qWait(50);
    for (const Panel* panel : counted.panels())
        CHECK(panel->recomputations() == counted.before[panel]);
}

TEST_CASE("A step of k by key computes every visible panel once") {
    Counted counted;
    QTest::keyClick(counted.slider("Exemplars k"), Qt::Key_PageUp);
    counted.checkEachVisibleOnce(true);
}

TEST_CASE("Moves that come faster than the window paints are computed once together") {
    Counted counted;
    ThresholdSlider* t = counted.slider("Composition threshold t");
    const auto place = [t](int part) { return QPoint(t->width() * part / 10, t->height() / 2); };
    QTest::mousePress(t, Qt::LeftButton, Qt::NoModifier, place(6));
    for (const int part : {5, 3, 2, 1})
        QTest::mouseMove(t, place(part), 0);
    counted.checkEachVisibleOnce(false);
}

TEST_CASE("A panel that was hidden computes once when it is brought to the front, however much has happened") {
    Counted counted;
    for (int step = 0; step < 5; ++step)
        QTest::keyClick(counted.slider("Exemplars k"), Qt::Key_Right);
    counted.remember();
    auto* dock = counted.window.findChild<QDockWidget*>(QStringLiteral("dock.descriptor"));
    const auto* panel = dock->findChild<Panel*>();
    const int hidden = counted.before[panel];
    dock->raise();
    REQUIRE(waitFor([panel] { return isOnScreen(*panel); }));
    QTest::qWait(50);
    CHECK(panel->recomputations() == hidden + 1);
}
