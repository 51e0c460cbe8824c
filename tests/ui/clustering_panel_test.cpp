// The threshold beside the clusters: tried live, and clustered with.
#include "ui/panels/clustering_panel.h"

#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_window.h"
#include "ui/widgets/threshold_slider.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

QString valueOf(const QWidget& panel, const char* caption) {
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->accessibleName() == QLatin1String(caption))
            return label->text();
    return {};
}

struct Shown {
    Bench bench;
    ClusteringPanel& panel;
    Shown() : panel(*bench.window->findChild<ClusteringPanel*>()) {
        REQUIRE(waitFor([this] { return panel.trial() && panel.trial()->names(); }));
    }
    void tryThreshold(Qt::Key key) {
        panel.slider().setFocus();
        QTest::keyClick(&panel.slider(), key);
        REQUIRE(waitFor([this] { return panel.trial()->names() && !panel.trial()->isComputing(); }));
    }
};

} // namespace

TEST_CASE("A key goes to the threshold, and what it would give stands beside what there is") {
    Shown shown;
    CHECK(valueOf(shown.panel, "Clusters").endsWith(QStringLiteral("now 3")));
    QTest::keyClick(shown.bench.window.get(), Qt::Key_R, Qt::ControlModifier);
    CHECK(shown.panel.slider().hasFocus());
    shown.tryThreshold(Qt::Key_End); // of 12 topics, each of another direction but "price", none is as alike
    REQUIRE(shown.panel.trial()->counts());
    CHECK(valueOf(shown.panel, "Clusters") ==
          QStringLiteral("%1 · now 3").arg(shown.panel.trial()->counts()->communities));
    CHECK(valueOf(shown.panel, "Topics in no cluster") == QStringLiteral("100 % · now 17 %"));
}

TEST_CASE("An edit changes what there is and which names re-attach, but compares no topics again") {
    Shown shown;
    const app::ClusterTrial* before = shown.panel.trial();
    CHECK(before->names()->unmatched + before->names()->sure + before->names()->doubtful == 1); // Smell
    shown.bench.choose(kPrice);
    shown.bench.type("Price");
    shown.bench.key(Qt::Key_Return);
    REQUIRE(waitFor([&] {
        const auto& names = shown.panel.trial()->names();
        return names && names->unmatched + names->sure + names->doubtful == 2;
    }));
    CHECK(shown.panel.trial() == before);
    shown.bench.drop(kClustersMime, {kPrice.value}, kSmell);
    CHECK(waitFor([&] { return valueOf(shown.panel, "Clusters").endsWith(QStringLiteral("now 2")); }));
}

TEST_CASE("Cluster again makes it so as one edit, by the embeddings that are there") {
    Shown shown;
    REQUIRE(shown.panel.clusterButton().isEnabled());
    shown.tryThreshold(Qt::Key_Home); // 0.3, at least 10 topics
    const auto counts = *shown.panel.trial()->counts();
    REQUIRE(counts.communities == 1);
    const descriptors::Curation before = shown.bench.now();
    QTest::mouseClick(&shown.panel.clusterButton(), Qt::LeftButton);
    REQUIRE(waitFor([&] { return shown.bench.session.curation().history().size() == 1; }));
    CHECK(shown.bench.session.curation().history().front().textCode == "cluster.recluster");
    CHECK(shown.bench.now().find(kSmell)->name == "Smell");
    CHECK(shown.bench.now().find(kPrice) == nullptr);
    CHECK(shown.panel.slider().value() == app::ClusterTrial::kLeastMilli);
    shown.bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(shown.bench.now().clusters() == before.clusters());
    CHECK(shown.bench.errors.empty());
}

TEST_CASE("In a study that is only read a threshold can be tried, but not clustered with") {
    Shown shown;
    shown.bench.session.closeStudy();
    shown.bench.session.openStudy(QString::fromStdString(shown.bench.scratch.file("study")), true);
    REQUIRE(waitFor([&] { return !shown.panel.clusterButton().isEnabled() && shown.bench.session.isOpen(); }));
    REQUIRE(waitFor([&] { return shown.panel.trial() && shown.panel.trial()->names(); }));
    CHECK_FALSE(shown.panel.clusterButton().isEnabled());
    CHECK(shown.panel.clusterButton().toolTip() == shown.bench.session.curation().whyNot());
    CHECK(shown.panel.slider().isEnabled());
}
