// The workspace Curate, driven as a person drives it.
#include "core/descriptors/curation_edits.h"
#include "tests/ui/curate_window.h"
#include "ui/action_registry.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using descriptors::Curation;
using descriptors::kSetAside;
using descriptors::kUnclustered;

TEST_CASE("Curate stands beside Explore, each with an arrangement of its own that is there at the next start") {
    Bench bench;
    CHECK(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.clusters"))->isVisible());
    CHECK_FALSE(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.study"))->isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_1, Qt::ControlModifier);
    CHECK_FALSE(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.clusters"))->isVisible());
    CHECK(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.study"))->isVisible());
    bench.window->findChild<QDockWidget*>(QStringLiteral("dock.jobs"))->hide();
    QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::ControlModifier);
    CHECK(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.clusters"))->isVisible());
    bench.window->close();
    bench.window.reset();
    bench.show();
    CHECK(bench.window->workspace() == Workspace::Curate);
    REQUIRE(waitFor([&] { return bench.clusters().isVisible(); }));
    QTest::keyClick(bench.window.get(), Qt::Key_1, Qt::ControlModifier);
    CHECK(bench.window->findChild<QDockWidget*>(QStringLiteral("dock.jobs"))->isHidden());
}

TEST_CASE("M merges into what is typed and chosen, and shows what would follow meanwhile") {
    Bench bench;
    bench.key(Qt::Key_M);
    REQUIRE(bench.picker().isVisible());
    bench.type("sme");
    REQUIRE(bench.session.curation().proposed());
    CHECK(bench.session.curation().outcome()->find(kSmell)->members.size() == 7);
    CHECK(bench.now().find(kSmell)->members.size() == 2);
    bench.key(Qt::Key_Return);
    CHECK_FALSE(bench.picker().isVisible());
    CHECK(bench.now().find(kSmell)->members.size() == 7);
    CHECK(bench.session.selection().cluster() == kSmell);
    CHECK(bench.asStored());
    bench.key(Qt::Key_M);
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.picker().isVisible());
    CHECK_FALSE(bench.session.curation().proposed());
}

TEST_CASE("Several clusters are merged at once") {
    Bench bench;
    bench.choose(kPrice, Qt::ControlModifier);
    bench.key(Qt::Key_M);
    bench.type("smell");
    bench.key(Qt::Key_Return);
    CHECK(bench.now().clusters().size() == 1);
    CHECK(bench.session.curation().history().size() == 1);
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.now().clusters().size() == 3);
}

TEST_CASE("A cluster dragged on another is merged into it, members dragged on it move there") {
    Bench bench;
    bench.drop(kClustersMime, {kPrice.value}, kGift);
    CHECK(bench.now().find(kGift)->members.size() == 8);
    CHECK_FALSE(bench.session.curation().proposed());
    bench.drop(kMembersMime, {topicNamed("price").value, topicNamed("tea bags").value}, kSmell);
    CHECK(bench.now().placeOf(topicNamed("price")) == kSmell);
    CHECK(bench.now().placeOf(topicNamed("tea bags")) == kSmell);
    CHECK(bench.asStored());
}

TEST_CASE("Ticked members move to what is typed, become a cluster of their own, or are set aside") {
    Bench bench;
    bench.tick("card board");
    bench.tick("board game");
    REQUIRE(bench.members().selected().size() == 2);
    bench.key(Qt::Key_V);
    bench.type("pri");
    bench.key(Qt::Key_Return);
    CHECK(bench.now().placeOf(topicNamed("card board")) == kPrice);
    CHECK(bench.now().find(kGift)->members.size() == 3);
    bench.choose(kPrice);
    bench.tick("board game");
    bench.key(Qt::Key_N);
    const ClusterId made = bench.now().placeOf(topicNamed("board game"));
    CHECK(bench.now().find(made)->name == "board game");
    CHECK(bench.session.selection().cluster() == made);
    bench.choose(kPrice);
    bench.tick("cheap price");
    bench.key(Qt::Key_X);
    CHECK(bench.now().placeOf(topicNamed("cheap price")) == kSetAside);
    bench.choose(kSetAside);
    bench.tick("cheap price");
    bench.key(Qt::Key_X);
    CHECK(bench.now().placeOf(topicNamed("cheap price")) == kUnclustered);
    CHECK(bench.asStored());
    CHECK(bench.errors.empty());
}

TEST_CASE("S proposes two groups by the embeddings, ticks change them, Enter splits") {
    Bench bench;
    bench.key(Qt::Key_S);
    REQUIRE(bench.session.curation().proposed());
    CHECK(bench.members().selected() == std::vector{topicNamed("card board"), topicNamed("board game")});
    bench.tick("gift wrapped");
    CHECK(bench.session.curation().outcome()->find(kGift)->members.size() == 2);
    bench.tick("gift wrapped");
    CHECK(bench.session.curation().outcome()->find(kGift)->members.size() == 3);
    CHECK(bench.now().find(kGift)->members.size() == 5);
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->members.size() == 3);
    CHECK(bench.now().placeOf(topicNamed("card board")) == bench.now().placeOf(topicNamed("board game")));
    CHECK(bench.session.curation().history().size() == 1);
    CHECK(bench.asStored());
}

TEST_CASE("X takes several clusters, and excludes all of them where some are excluded") {
    Bench bench;
    bench.key(Qt::Key_X);
    bench.choose(kPrice, Qt::ControlModifier);
    bench.choose(kSmell, Qt::ControlModifier);
    bench.key(Qt::Key_X);
    for (const ClusterId id : {kGift, kPrice, kSmell})
        CHECK(bench.now().find(id)->excluded);
    bench.key(Qt::Key_X);
    for (const ClusterId id : {kGift, kPrice, kSmell})
        CHECK_FALSE(bench.now().find(id)->excluded);
    CHECK(bench.session.curation().history().size() == 3);
    CHECK(bench.asStored());
}

TEST_CASE("What X would do is foreseen for what is selected where the focus is, and nothing is proposed") {
    Bench bench;
    const app::CurationController& curation = bench.session.curation();
    const auto foreseen = [&curation] { return curation.foreseen() ? curation.foreseen()->textCode : std::string(); };
    CHECK(foreseen() == "cluster.exclude");
    CHECK(curation.foreseen()->arguments == std::vector<std::string>{"gift box"});
    CHECK_FALSE(curation.proposed());
    bench.choose(kPrice, Qt::ControlModifier);
    CHECK(foreseen() == "cluster.exclude_many");
    bench.choose(kGift);
    bench.tick("card board");
    CHECK(foreseen() == "members.set_aside");
    bench.clusters().setFocus();
    CHECK(foreseen() == "cluster.exclude");
    bench.key(Qt::Key_X);
    CHECK(foreseen() == "cluster.include");
    bench.choose(kUnclustered);
    CHECK(foreseen().empty());
}

TEST_CASE("X excludes a cluster and includes it again") {
    Bench bench;
    bench.key(Qt::Key_X);
    CHECK(bench.now().find(kGift)->excluded);
    CHECK(bench.clusters()
              .clusters()
              .index(bench.clusters().clusters().rowOf(kGift), 0)
              .data(ClusterListModel::StateRole)
              .toInt() == static_cast<int>(ClusterState::Excluded));
    bench.key(Qt::Key_X);
    CHECK_FALSE(bench.now().find(kGift)->excluded);
}

TEST_CASE("Ten undos lead back to the beginning, redo forward again, and after a restart everything is there") {
    Bench bench;
    const Curation start = bench.now();
    for (int i = 0; i < 4; ++i) {
        bench.choose(kGift);
        bench.key(Qt::Key_X);
    }
    bench.type("Gift");
    bench.key(Qt::Key_Return);
    bench.type("Price");
    bench.key(Qt::Key_Return);
    bench.choose(kGift);
    bench.key(Qt::Key_S);
    bench.key(Qt::Key_Return);
    bench.choose(kUnclustered);
    bench.tick("tea bags");
    bench.key(Qt::Key_N);
    bench.choose(kPrice);
    bench.tick("good price");
    bench.key(Qt::Key_V);
    bench.type("gift");
    bench.key(Qt::Key_Return);
    bench.drop(kClustersMime, {kPrice.value}, kSmell);
    REQUIRE(bench.session.curation().history().size() == 10);
    const Curation end = bench.now();
    for (int i = 0; i < 10; ++i)
        bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.now().clusters() == start.clusters());
    for (int i = 0; i < 10; ++i)
        bench.key(Qt::Key_Y, Qt::ControlModifier);
    CHECK(bench.now() == end);
    CHECK(bench.asStored());
    bench.session.closeStudy();
    openAndSettle(bench.session, bench.scratch.file("study"));
    CHECK(bench.now() == end);
    CHECK(bench.session.curation().history().size() == 10);
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.now().find(kPrice) != nullptr);
    CHECK(bench.errors.empty());
}

TEST_CASE("The search finds a cluster by its name and a member wherever it is") {
    Bench bench;
    bench.key(Qt::Key_F, Qt::ControlModifier);
    REQUIRE(qobject_cast<SearchField*>(QApplication::focusWidget()) != nullptr);
    bench.type("strong");
    CHECK(bench.clusters().clusters().rowCount() == 1);
    CHECK(bench.session.selection().cluster() == kSmell);
    CHECK(bench.members().currentIndex().data().toString() == QStringLiteral("strong smell"));
    bench.key(Qt::Key_Return);
    CHECK(bench.members().hasFocus());
    bench.key(Qt::Key_F, Qt::ControlModifier);
    bench.key(Qt::Key_Escape);
    CHECK(bench.clusters().clusters().rowCount() == 4);
    bench.key(Qt::Key_F, Qt::ControlModifier);
    bench.type("noise");
    CHECK(bench.session.selection().cluster() == kUnclustered);
}

TEST_CASE("Where the list has no cluster to show it says why, and what to do") {
    Bench bench;
    const auto hint = [&bench] {
        for (const QLabel* label : bench.clusters().viewport()->findChildren<QLabel*>())
            if (label->isVisible())
                return label->text();
        return QString();
    };
    CHECK(hint().isEmpty());
    bench.key(Qt::Key_F, Qt::ControlModifier);
    bench.type("noise");
    CHECK(hint().startsWith(QStringLiteral("Found in no cluster")));
    bench.type("zz");
    CHECK(hint().startsWith(QStringLiteral("No cluster and no member")));
    bench.key(Qt::Key_Escape);
    CHECK(hint().isEmpty());
    for (const ClusterId id : {kGift, kPrice, kSmell})
        REQUIRE(bench.session.curation().apply(*descriptors::moveMembers(
            bench.now(), std::vector<RawDescriptorId>(bench.now().find(id)->members), descriptors::kUnclustered)));
    CHECK(waitFor([&hint] { return hint().startsWith(QStringLiteral("No clusters yet")); }));
}

TEST_CASE("In a study that is only read nothing is edited, and the reason is told") {
    Bench bench;
    bench.session.closeStudy();
    bench.session.openStudy(QString::fromStdString(bench.scratch.file("study")), true);
    REQUIRE(waitFor([&] { return bench.session.isOpen() && bench.clusters().clusters().rowCount() > 3; }));
    settle(bench.session);
    bench.choose(kGift);
    const Curation before = bench.now();
    for (const Qt::Key key : {Qt::Key_X, Qt::Key_S, Qt::Key_M, Qt::Key_Return, Qt::Key_N})
        bench.key(key);
    CHECK(bench.now() == before);
    CHECK(bench.name().isReadOnly());
    CHECK(bench.name().toolTip() == bench.session.curation().whyNot());
}

TEST_CASE("Every dialog of the menu Study comes up where it is chosen") {
    Bench bench;
    for (const char* id :
         {"study.describe", "study.cluster", "study.review", "study.label", "study.extract", "study.rejected"}) {
        INFO(id);
        QAction* action = bench.window->actions().action(QString::fromLatin1(id));
        REQUIRE(action->isEnabled());
        action->trigger();
        const auto dialogs = bench.window->findChildren<QDialog*>(Qt::FindDirectChildrenOnly);
        REQUIRE(dialogs.size() == 1);
        CHECK(dialogs.front()->isVisible());
        delete dialogs.front();
    }
}
