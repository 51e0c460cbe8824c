#include "ui/dialogs/review_dialog.h"

#include "app/session/session.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"

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
        {
            auto project = store::Project::open(scratch.file("study"));
            REQUIRE(project);
            const std::vector<descriptors::ReviewItem> items{
                {kSmell, {topicNamed("smell"), topicNamed("tea bags")}, 1},
                {kSmell, {topicNamed("strong smell"), topicNamed("noise")}, 1}};
            REQUIRE(descriptors::storeReview(project->writer(), items));
        }
        openAndSettle(session, scratch.file("study"));
    }
    std::size_t stillStored() {
        ReviewDialog again(session);
        REQUIRE(waitFor([&again] { return again.isLoaded(); }));
        return again.undecided();
    }
};

} // namespace

TEST_CASE("A doubtful name shows both sides, those in common first") {
    Opened open;
    ReviewDialog dialog(open.session);
    dialog.show();
    REQUIRE(waitFor([&dialog] { return dialog.undecided() == 2; }));
    CHECK(dialog.oldMembers() == QStringList{QStringLiteral("● smell"), QStringLiteral("strong smell")});
    CHECK(dialog.newMembers() == QStringList{QStringLiteral("● smell"), QStringLiteral("tea bags")});
}

TEST_CASE("T takes the new topics for the cluster as one edit, also while a list has the focus") {
    Opened open;
    ReviewDialog dialog(open.session);
    dialog.show();
    REQUIRE(waitFor([&dialog] { return dialog.undecided() == 2; }));
    dialog.findChild<QListView*>()->setFocus();
    QTest::keyClick(dialog.findChild<QListView*>(), Qt::Key_T);
    CHECK(dialog.undecided() == 1);
    const auto curation = open.session.curation().curation();
    CHECK(curation->find(kSmell)->name == "Smell");
    CHECK(curation->placeOf(topicNamed("tea bags")) == kSmell);
    CHECK(curation->placeOf(topicNamed("strong smell")) == descriptors::kUnclustered);
    CHECK(open.session.curation().history().size() == 1);
    open.session.curation().undo();
    CHECK(open.stillStored() == 2); // undone, it is open again
}

TEST_CASE("An undo while the dialog is open brings back what was decided") {
    Opened open;
    ReviewDialog dialog(open.session);
    dialog.show();
    REQUIRE(waitFor([&dialog] { return dialog.undecided() == 2; }));
    QTest::keyClick(&dialog, Qt::Key_L);
    QTest::keyClick(&dialog, Qt::Key_T);
    CHECK(dialog.undecided() == 0);
    const app::CurationController& curation = open.session.curation();
    REQUIRE(curation.history().size() == 2);
    CHECK(app::curationText(curation.history()[0]) == QStringLiteral("Leave “Smell” as it is"));
    REQUIRE(waitFor([&curation] { return curation.isWritten(); }));
    QTest::qWait(20);
    CHECK(dialog.undecided() == 0);
    open.session.curation().undo();
    CHECK(waitFor([&dialog] { return dialog.undecided() == 1; }));
    open.session.curation().undo();
    CHECK(waitFor([&dialog] { return dialog.undecided() == 2; }));
}

TEST_CASE("L leaves the cluster as it is and does not ask again, as an edit that can be undone") {
    Opened open;
    ReviewDialog dialog(open.session);
    dialog.show();
    REQUIRE(waitFor([&dialog] { return dialog.undecided() == 2; }));
    const descriptors::Curation before = *open.session.curation().curation();
    QTest::keyClick(&dialog, Qt::Key_L);
    CHECK(dialog.undecided() == 1);
    CHECK(*open.session.curation().curation() == before);
    CHECK(waitFor([&open] { return open.stillStored() == 1; }));
    CHECK(open.session.curation().history().size() == 1);
    QTest::keyClick(&dialog, Qt::Key_L);
    CHECK(dialog.undecided() == 0);
    CHECK(!dialog.findChild<QListView*>()->isVisible());
}
