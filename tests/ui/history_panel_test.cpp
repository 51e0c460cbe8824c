#include "ui/panels/history_panel.h"

#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "ui/models/edit_history_model.h"
#include "ui/widgets/coverage_badge.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

struct Opened {
    ScratchFolder scratch;
    app::Session session;
    Opened() {
        makeCurateStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
    }
    app::CurationController& curation() { return session.curation(); }
    void apply(const Result<descriptors::CurationEdit>& edit) {
        REQUIRE(edit);
        REQUIRE(curation().apply(*edit));
    }
    void editThrice() {
        apply(descriptors::rename(*curation().curation(), kGift, "Gift", false));
        const std::vector<ClusterId> from{kPrice};
        apply(descriptors::merge(*curation().curation(), from, kGift));
        const std::vector<ClusterId> smell{kSmell};
        apply(descriptors::setExcluded(*curation().curation(), smell, true));
    }
};

void show(HistoryPanel& panel) {
    panel.resize(320, 400);
    panel.show();
    REQUIRE(waitFor([&panel] { return panel.recomputations() > 0; }));
}

QStringList spoken(const HistoryPanel& panel) {
    QStringList texts;
    for (int row = 0; row < panel.edits().rowCount(); ++row)
        texts += panel.edits().index(row).data(Qt::AccessibleTextRole).toString();
    return texts;
}

void doubleClick(const HistoryPanel& panel, int row) {
    const QPoint at = panel.list().visualRect(panel.edits().index(row)).center();
    QTest::mouseClick(panel.list().viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(panel.list().viewport(), Qt::LeftButton, {}, at);
}

} // namespace

TEST_CASE("The history lists every edit in words, the newest first, and says what is undone") {
    Opened open;
    HistoryPanel panel(open.session);
    show(panel);
    CHECK(!panel.list().isVisible());
    open.editThrice();
    REQUIRE(waitFor([&panel] { return panel.edits().edits() == 3; }));
    CHECK(panel.count()->text() == QStringLiteral("3 edit(s)"));
    CHECK(spoken(panel) ==
          QStringList{QStringLiteral("Exclude “Smell”, the present state"), QStringLiteral("Merge “price” into Gift"),
                      QStringLiteral("Rename “gift box” to Gift"), QStringLiteral("Before all edits")});
    open.curation().undo();
    REQUIRE(waitFor([&panel] { return panel.edits().currentRow() == 1; }));
    CHECK(spoken(panel).front() == QStringLiteral("Exclude “Smell”, undone"));
    CHECK(panel.list().currentIndex().row() == 1);
}

TEST_CASE("Enter and a double click go to the state after an edit") {
    Opened open;
    HistoryPanel panel(open.session);
    show(panel);
    const descriptors::Curation start = *open.curation().curation();
    open.editThrice();
    const descriptors::Curation end = *open.curation().curation();
    REQUIRE(waitFor([&panel] { return panel.list().isVisible(); }));
    panel.list().setFocus();
    QTest::keyClick(&panel.list(), Qt::Key_End);
    QTest::keyClick(&panel.list(), Qt::Key_Return);
    CHECK(open.curation().done() == 0);
    CHECK(*open.curation().curation() == start);
    REQUIRE(waitFor([&panel] { return panel.edits().currentRow() == 3; }));
    CHECK(panel.edits().edits() == 3);
    doubleClick(panel, 1);
    CHECK(open.curation().done() == 2);
    CHECK(open.curation().curation()->find(kPrice) == nullptr);
    REQUIRE(waitFor([&panel] { return panel.edits().currentRow() == 1; }));
    QTest::keyClick(&panel.list(), Qt::Key_Home);
    QTest::keyClick(&panel.list(), Qt::Key_Return);
    CHECK(*open.curation().curation() == end);
    REQUIRE(waitFor([&open] { return open.curation().isWritten(); }));
    CHECK(storedCuration(open.scratch.file("study")) == end);
}

TEST_CASE("A new edit takes the place of those that were undone") {
    Opened open;
    HistoryPanel panel(open.session);
    QAbstractItemModelTester tester(panel.list().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    show(panel);
    open.editThrice();
    open.curation().jumpTo(1);
    open.apply(descriptors::rename(*open.curation().curation(), kPrice, "Price", false));
    REQUIRE(waitFor([&panel] { return panel.edits().edits() == 2; }));
    CHECK(spoken(panel) == QStringList{QStringLiteral("Rename “price” to Price, the present state"),
                                       QStringLiteral("Rename “gift box” to Gift"),
                                       QStringLiteral("Before all edits")});
}
