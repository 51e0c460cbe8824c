#include "ui/panels/consequences_panel.h"

#include "app/session/consequence_preview.h"
#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "ui/models/consequence_text.h"
#include "ui/widgets/detail_list.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using descriptors::CurationEdit;

namespace {

/// The clusters gift and price have taken over the labelled descriptors topic0 and topic1.
struct Opened {
    ScratchFolder scratch;
    app::Session session;
    Opened() {
        makeCurateStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
        name(kGift, "topic0");
        name(kPrice, "topic1");
        REQUIRE(waitFor([this] {
            int taken = 0;
            for (const labels::Descriptor& descriptor : session.study()->descriptors)
                taken += descriptor.cluster == kGift || descriptor.cluster == kPrice;
            return taken == 2 && session.tagger() && session.isTaggingSettled();
        }));
    }
    app::CurationController& curation() { return session.curation(); }
    void name(ClusterId id, const char* name) {
        const auto edit = descriptors::rename(*curation().curation(), id, name, false);
        REQUIRE(edit);
        REQUIRE(curation().apply(*edit));
    }
    CurationEdit merge() {
        const std::vector<ClusterId> from{kPrice};
        const auto edit = descriptors::merge(*curation().curation(), from, kGift);
        REQUIRE(edit);
        return *edit;
    }
    void at(std::uint32_t kMilli) {
        tagging::Thresholds thresholds = session.thresholds();
        thresholds.kMilli = kMilli;
        session.setThresholds(thresholds, app::Gesture::Commit);
        settle(session);
    }
    pipeline::Consequences expected(const CurationEdit& edit) {
        const auto told = pipeline::previewConsequences(*session.study(), session.tagger(),
                                                        pipeline::planLabels(*session.study(), edit.delta, {}), {});
        REQUIRE(told);
        return *told;
    }
};

QString valueOf(const QWidget& panel, const QString& caption) {
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->accessibleName() == caption)
            return label->text();
    return {};
}

void show(ConsequencesPanel& panel) {
    panel.resize(360, 500);
    panel.show();
    REQUIRE(waitFor([&panel] { return panel.recomputations() > 0; }));
}

void checkShown(const ConsequencesPanel& panel, const pipeline::Consequences& expected) {
    const QLocale locale;
    CHECK(valueOf(panel, QStringLiteral("Labels derived by OR")) == countOrNone(locale, expected.derived));
    CHECK(valueOf(panel, QStringLiteral("Questions to ask")) == countOrNone(locale, expected.toAsk));
    CHECK(panel.tagsByDescriptor().lines() == tagMoveLines(locale, expected));
    CHECK(panel.correlations().lines() == correlationLines(locale, expected));
}

} // namespace

TEST_CASE("A proposed merge is told with all it would do, and Enter makes it") {
    Opened open;
    open.at(1'000);
    ConsequencesPanel panel(open.session);
    show(panel);
    CHECK(!panel.applyButton().isVisible());
    const CurationEdit merge = open.merge();
    REQUIRE(open.curation().propose(merge));
    REQUIRE(waitFor([&panel] { return panel.applyButton().isVisible(); }));
    const pipeline::Consequences expected = open.expected(merge);
    REQUIRE(expected.derived == 600);
    REQUIRE(expected.tagsVanish > 0);
    checkShown(panel, expected);
    CHECK(panel.findChild<QLabel*>()->window() != nullptr);
    bool said = false;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        said |= label->text() == QStringLiteral("If you merge “topic1” into “topic0”");
    CHECK(said);
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Return);
    CHECK(!open.curation().proposed());
    CHECK(open.curation().curation()->find(kPrice) == nullptr);
    CHECK(waitFor([&panel] { return !panel.applyButton().isVisible(); }));
}

TEST_CASE("Esc lets a proposed edit be, and so does Enter on Cancel") {
    Opened open;
    ConsequencesPanel panel(open.session);
    show(panel);
    const auto before = *open.curation().curation();
    REQUIRE(open.curation().propose(open.merge()));
    REQUIRE(waitFor([&panel] { return panel.cancelButton().isVisible(); }));
    QTest::keyClick(&panel.applyButton(), Qt::Key_Escape);
    CHECK(!open.curation().proposed());
    REQUIRE(open.curation().propose(open.merge()));
    REQUIRE(waitFor([&panel] { return panel.cancelButton().isVisible(); }));
    panel.cancelButton().setFocus();
    QTest::keyClick(&panel.cancelButton(), Qt::Key_Return);
    CHECK(!open.curation().proposed());
    CHECK(*open.curation().curation() == before);
    REQUIRE(open.curation().propose(open.merge()));
    REQUIRE(waitFor([&panel] { return panel.applyButton().isVisible(); }));
    QTest::mouseClick(&panel.applyButton(), Qt::LeftButton);
    CHECK(open.curation().curation()->find(kPrice) == nullptr);
}

TEST_CASE("Above 1 % the consequences are computed in the background, with the same outcome") {
    Opened open;
    const CurationEdit merge = open.merge();
    app::ConsequencePreview preview(open.session);
    open.at(5'000);
    REQUIRE(open.curation().propose(merge));
    QSignalSpy arrived(&preview, &app::ConsequencePreview::changed);
    preview.update();
    CHECK(preview.isComputing());
    CHECK(!preview.consequences());
    REQUIRE(waitFor([&arrived] { return arrived.count() == 1; }));
    CHECK(!preview.isComputing());
    REQUIRE(preview.consequences());
    CHECK(*preview.consequences() == open.expected(merge));
    open.at(1'000);
    preview.update();
    CHECK(!preview.isComputing());
    CHECK(preview.consequences() == open.expected(merge));
    open.curation().withdraw();
    preview.update();
    CHECK(!preview.consequences());
}

TEST_CASE("An answer about an edit that is considered no more is dropped") {
    Opened open;
    open.at(5'000);
    ConsequencesPanel panel(open.session);
    show(panel);
    REQUIRE(open.curation().propose(open.merge()));
    REQUIRE(waitFor([&panel] { return panel.applyButton().isVisible(); }));
    open.curation().withdraw();
    const std::vector<ClusterId> smell{kSmell};
    const auto exclude = descriptors::setExcluded(*open.curation().curation(), smell, true);
    REQUIRE(exclude);
    REQUIRE(open.curation().propose(*exclude));
    REQUIRE(waitFor([&] { return valueOf(panel, QStringLiteral("Labels derived by OR")) == QStringLiteral("none"); }));
    QTest::qWait(100);
    checkShown(panel, open.expected(*exclude));
}

TEST_CASE("A question that was asked before is answered from what is stored") {
    Opened open;
    app::ConsequencePreview preview(open.session);
    const auto consider = [&](const char* question) {
        const auto edit = descriptors::setQuestion(*open.curation().curation(), kSmell, question);
        REQUIRE(edit);
        REQUIRE(open.curation().propose(*edit));
        preview.update();
        REQUIRE(waitFor([&preview] { return !preview.isComputing(); }));
        REQUIRE(preview.consequences());
        return preview.consequences()->toAsk;
    };
    CHECK(consider("never asked") == 600);
    CHECK(consider("topic2") == 0); // a descriptor of the study asks it
    // No descriptor asks "topic1" any more once its cluster asks something else; the answers are kept.
    const auto other = descriptors::setQuestion(*open.curation().curation(), kPrice, "something else");
    REQUIRE(other);
    REQUIRE(open.curation().apply(*other));
    REQUIRE(waitFor([&open] {
        for (const labels::Descriptor& descriptor : open.session.study()->descriptors)
            if (descriptor.cluster == kPrice)
                return descriptor.question == "something else";
        return false;
    }));
    settle(open.session);
    CHECK(consider("topic1") == 0);
}

TEST_CASE("A panel out of sight computes nothing and tells the present proposal when it is seen again") {
    Opened open;
    ConsequencesPanel panel(open.session);
    show(panel);
    panel.hide();
    const int before = panel.recomputations();
    REQUIRE(open.curation().propose(open.merge()));
    QTest::qWait(20);
    CHECK(panel.recomputations() == before);
    panel.show();
    CHECK(waitFor([&panel] { return panel.applyButton().isVisible(); }));
}

TEST_CASE("What is foreseen is told without being asked about, computed beside the window") {
    Opened open;
    open.at(1'000);
    QAction exclude(QStringLiteral("exclude"));
    exclude.setShortcut(Qt::Key_X);
    ConsequencesPanel panel(open.session, &exclude);
    show(panel);
    const std::vector<ClusterId> one{kGift};
    const auto edit = descriptors::setExcluded(*open.curation().curation(), one, true);
    REQUIRE(edit);
    open.curation().foresee(*edit);
    const pipeline::Consequences expected = open.expected(*edit);
    REQUIRE(expected.tagsVanish > 0);
    REQUIRE(waitFor([&] { return panel.tagsByDescriptor().lines() == tagMoveLines(QLocale(), expected); }));
    checkShown(panel, expected);
    CHECK_FALSE(panel.applyButton().isVisible());
    CHECK_FALSE(panel.cancelButton().isVisible());
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        texts << label->text();
    CHECK(texts.contains(QStringLiteral("If you exclude “topic0”")));
    CHECK(texts.contains(QStringLiteral("X does it at once, and an undo takes it back")));
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Return); // nothing is proposed
    CHECK_FALSE(open.curation().curation()->find(kGift)->excluded);
    const CurationEdit merge = open.merge();
    REQUIRE(open.curation().propose(merge)); // comes first
    REQUIRE(waitFor([&panel] { return panel.applyButton().isVisible(); }));
    checkShown(panel, open.expected(merge));
    open.curation().withdraw();
    REQUIRE(waitFor([&] { return panel.tagsByDescriptor().lines() == tagMoveLines(QLocale(), expected); }));
    REQUIRE(open.curation().apply(*edit));
    CHECK_FALSE(open.curation().foreseen());
}

TEST_CASE("Of what is typed only the newest is computed, and never on the window's thread") {
    Opened open;
    open.at(1'000);
    app::ConsequencePreview preview(open.session);
    QSignalSpy arrived(&preview, &app::ConsequencePreview::changed);
    std::optional<CurationEdit> last;
    for (const char* name : {"o", "od", "odo", "odou", "odour"}) {
        const auto edit = descriptors::rename(*open.curation().curation(), kGift, name, true);
        REQUIRE(edit);
        REQUIRE(open.curation().propose(*edit, app::CurationController::Pending::Typed));
        preview.update();
        CHECK(preview.isComputing());
        CHECK_FALSE(preview.consequences());
        last = *edit;
    }
    REQUIRE(waitFor([&arrived] { return arrived.count() > 0; }));
    QTest::qWait(100);
    CHECK(arrived.count() == 1);
    REQUIRE(preview.consequences());
    CHECK(*preview.consequences() == open.expected(*last));
    CHECK(preview.consequences()->toAsk == 600);
}

TEST_CASE("A typed name that another cluster has says that the two become one") {
    Opened open;
    ConsequencesPanel panel(open.session);
    show(panel);
    REQUIRE(open.curation().propose(open.merge(), app::CurationController::Pending::Typed));
    const auto said = [&panel] {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("Another cluster has this name already")))
                return true;
        return false;
    };
    CHECK(waitFor(said));
    REQUIRE(open.curation().propose(open.merge()));
    CHECK(waitFor([&said] { return !said(); }));
}
