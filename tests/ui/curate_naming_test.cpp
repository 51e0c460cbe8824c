// Names and questions in the workspace Curate: typed, suggested, confirmed.
#include "core/descriptors/curation_edits.h"
#include "tests/ui/curate_window.h"

#include <QLineEdit>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using descriptors::kUnclustered;

namespace {

descriptors::ClusterFacts facts(const char* name) {
    descriptors::ClusterFacts made;
    made.name = name;
    return made;
}

} // namespace

TEST_CASE("Typing names a cluster, Enter takes the name and goes to the next without one") {
    Bench bench;
    bench.type("Gift");
    CHECK(bench.name().hasFocus());
    CHECK(bench.name().text() == QStringLiteral("Gift"));
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->name == "Gift");
    CHECK(bench.session.selection().cluster() == kPrice);
    CHECK(bench.clusters().hasFocus());
    bench.key(Qt::Key_Return); // takes what is suggested
    CHECK(bench.now().find(kPrice)->isDescriptor());
    CHECK(bench.now().find(kPrice)->name == "price");
    CHECK(bench.asStored());
    CHECK(bench.errors.empty());
}

TEST_CASE("F2 begins with the name that is there, Escape leaves it") {
    Bench bench;
    bench.key(Qt::Key_F2);
    REQUIRE(bench.name().hasFocus());
    CHECK(bench.name().selectedText() == QStringLiteral("gift box"));
    bench.type("sx"); // letters that are commands elsewhere
    CHECK(bench.name().text() == QStringLiteral("sx"));
    bench.key(Qt::Key_Escape);
    CHECK(bench.name().text() == QStringLiteral("gift box"));
    CHECK_FALSE(bench.name().hasFocus());
    CHECK(bench.session.curation().history().empty());
}

TEST_CASE("A name that another cluster has makes the two one, which is seen before Enter does it") {
    Bench bench;
    bench.type("Smel");
    REQUIRE(bench.session.curation().proposed());
    CHECK(bench.session.curation().proposed()->textCode == "cluster.rename");
    bench.type("l");
    REQUIRE(bench.session.curation().proposed());
    CHECK(bench.session.curation().proposed()->textCode == "cluster.merge");
    CHECK(bench.now().clusters().size() == 3);
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kSmell)->members.size() == 7);
    CHECK(bench.now().find(kGift) == nullptr);
    CHECK(bench.session.selection().cluster() == kPrice); // the next without a name
    CHECK(bench.session.curation().history().size() == 1);
    CHECK(bench.errors.empty());
}

TEST_CASE("While a name or a question is typed, what it would do is considered with each letter") {
    Bench bench;
    bench.type("G");
    REQUIRE(bench.session.curation().isTyped());
    CHECK(bench.session.curation().outcome()->find(kGift)->name == "G");
    bench.type("ift");
    CHECK(bench.session.curation().outcome()->find(kGift)->name == "Gift");
    CHECK(bench.now().find(kGift)->name == "gift box");
    bench.name().selectAll();
    bench.key(Qt::Key_Backspace);
    CHECK_FALSE(bench.session.curation().proposed()); // no name at all does nothing
    bench.type("Gifts");
    REQUIRE(bench.session.curation().proposed());
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.session.curation().proposed());
    CHECK(bench.name().text() == QStringLiteral("gift box"));
    bench.choose(kSmell);
    QLineEdit& question = bench.question();
    question.setFocus();
    question.selectAll();
    bench.type("Odour");
    REQUIRE(bench.session.curation().isTyped());
    CHECK(bench.session.curation().outcome()->find(kSmell)->questions == std::vector<std::string>{"Odour"});
    bench.key(Qt::Key_Return);
    CHECK_FALSE(bench.session.curation().proposed());
    CHECK(bench.now().find(kSmell)->questions == std::vector<std::string>{"Odour"});
    CHECK(bench.session.curation().history().size() == 1);
}

TEST_CASE("A name that is typed and left for the list is still taken by Enter") {
    Bench bench;
    bench.type("Gift");
    bench.members().setFocus();
    REQUIRE(bench.session.curation().isTyped());
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->name == "Gift");
    CHECK(bench.session.selection().cluster() == kPrice);
}

TEST_CASE("A job that ends leaves what is typed and what is ticked") {
    Bench bench;
    bench.tick("gift card");
    bench.tick("gift wrapped");
    bench.key(Qt::Key_F2);
    bench.type("Gif");
    const auto reads = bench.session.study();
    const app::JobId job = bench.session.saveCopy(QString::fromStdString(bench.scratch.file("copy")));
    REQUIRE(waitFor([&] { return bench.session.jobs().find(job)->state == app::JobState::Done; }));
    const auto serial = bench.session.curation().serial();
    REQUIRE(waitFor([&] { return bench.session.study() != reads; }));
    REQUIRE(waitFor([&] { return bench.session.curation().serial() != serial; }));
    QCoreApplication::processEvents();
    CHECK(bench.name().text() == QStringLiteral("Gif"));
    CHECK(bench.name().hasFocus());
    CHECK(bench.members().selected().size() == 2);
    CHECK(bench.session.curation().isTyped());
    bench.type("t");
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->name == "Gift");
}

TEST_CASE("What is typed outlives a change of other clusters, and is considered again") {
    Bench bench;
    bench.type("Gif");
    REQUIRE(bench.session.curation().isTyped());
    REQUIRE(bench.session.curation().apply(
        descriptors::moveMembers(bench.now(), std::vector{topicNamed("noise")}, kPrice).value()));
    REQUIRE(waitFor([&] { return bench.session.curation().isTyped(); }));
    CHECK(bench.name().text() == QStringLiteral("Gif"));
    REQUIRE(bench.session.curation().apply(descriptors::rename(bench.now(), kGift, "Present", false).value()));
    CHECK(waitFor([&] { return bench.name().text() == QStringLiteral("Present"); })); // what is stored counts
    CHECK_FALSE(bench.session.curation().proposed());
}

TEST_CASE("Enter confirms all selected suggestions as one edit, and says which need another name") {
    Bench bench;
    bench.choose(kPrice, Qt::ControlModifier);
    bench.choose(kSmell, Qt::ControlModifier);
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->source == descriptors::NameSource::Person);
    CHECK(bench.now().find(kPrice)->source == descriptors::NameSource::Person);
    CHECK(bench.now().find(kSmell)->name == "Smell");
    REQUIRE(bench.session.curation().history().size() == 1);
    CHECK(app::curationText(bench.session.curation().history().front()) == QStringLiteral("Confirm 2 cluster(s)"));
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(bench.now().find(kGift)->isDescriptor());
    CHECK_FALSE(bench.now().find(kPrice)->isDescriptor());
    // "gift box" once more, of another cluster: the one that comes first in the list gets the name
    bench.choose(kUnclustered);
    bench.tick("noise");
    bench.key(Qt::Key_N);
    const ClusterId made = bench.now().placeOf(topicNamed("noise"));
    CHECK(bench.session.curation().apply({"", {}, {{{made, *bench.now().find(made), facts("gift box")}}, {}}}));
    QStringList notices;
    QObject::connect(&bench.session, &app::Session::noticed, bench.window.get(),
                     [&notices](const QString& text) { notices << text; });
    REQUIRE(waitFor([&] { return bench.clusters().clusters().rowOf(made) >= 0; }));
    bench.choose(kGift);
    bench.choose(made, Qt::ControlModifier);
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kGift)->isDescriptor());
    CHECK_FALSE(bench.now().find(made)->isDescriptor());
    CHECK(notices.size() == 1);
    CHECK(bench.errors.empty());
}

TEST_CASE("A suggestion is taken by its key, a question is typed beside the name") {
    Bench bench;
    const auto& suggestions = bench.window->findChild<MembersPanel*>()->suggestions();
    bench.choose(kSmell);
    REQUIRE(waitFor([&] { return !suggestions.empty(); }));
    bench.key(Qt::Key_3, Qt::AltModifier); // there are not so many
    CHECK(bench.session.curation().history().empty());
    CHECK(suggestions.front() == QStringLiteral("smell")); // said twice, and in the middle
    bench.key(Qt::Key_1, Qt::AltModifier);
    CHECK(bench.now().find(kSmell)->name == "smell");
    CHECK(bench.now().find(kSmell)->questions == std::vector<std::string>{"Smell"});
    QLineEdit& question = bench.question();
    CHECK(question.text() == QStringLiteral("Smell"));
    question.setFocus();
    question.selectAll();
    bench.type("Odour");
    bench.key(Qt::Key_Return);
    CHECK(bench.now().find(kSmell)->questions == std::vector<std::string>{"Odour"});
}
