#include "ui/dialogs/cluster_dialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/descriptors/agglomerative.h"
#include "core/descriptors/recluster.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "ui/widgets/threshold_slider.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <set>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using app::ClusterTrial;
using descriptors::ClusterMethod;

namespace {

struct Opened {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    app::Session session;
    Opened() {
        makeCurateStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
    }
    const app::Topics& topics() { return *session.curation().topics(); }

    /// By the method itself and the curation as it is; rows are topics 1, 2, ... in this study.
    std::pair<descriptors::TrialCounts, ClusterTrial::Names> expected(const ClusterTrial::Question& question) {
        const MatrixView<const float> rows(topics().embeddings, topics().embeddings.size() / 3, 3);
        NullProgress progress;
        const double threshold = question.thresholdMilli / 1000.0;
        const auto found =
            question.method == ClusterMethod::Community
                ? descriptors::communities(rows, {.threshold = threshold, .minSize = question.minSize}, {}, progress)
                : descriptors::agglomerate(rows, {.distance = 1 - threshold, .minSize = question.minSize}, {},
                                           progress);
        REQUIRE(found);
        descriptors::TrialCounts counts{static_cast<std::uint32_t>(found->size()),
                                        static_cast<std::uint32_t>(rows.rows())};
        std::vector<descriptors::NewCommunity> communities;
        for (const descriptors::Community& community : *found) {
            counts.unclustered -= static_cast<std::uint32_t>(community.members.size());
            communities.push_back({RawDescriptorId(community.centre + 1), {}});
            for (const std::uint32_t row : community.members)
                communities.back().members.emplace_back(row + 1);
        }
        const auto plan =
            descriptors::planReclustering(*session.curation().curation(), communities, question.minSize).reattachment;
        std::set<ClusterId> doubtful;
        for (const descriptors::Match& match : plan.doubtful)
            doubtful.insert(match.cluster);
        return {counts, ClusterTrial::Names{static_cast<std::uint32_t>(plan.sure.size()),
                                            static_cast<std::uint32_t>(doubtful.size()),
                                            static_cast<std::uint32_t>(plan.unmatched.size())}};
    }
};

QString valueOf(const QWidget& window, const QString& caption) {
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->accessibleName() == caption)
            return label->text();
    return {};
}

QPushButton* clusterButton(const QWidget& dialog) {
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("&Cluster"))
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("A threshold that is tried gives what clustering with it would give") {
    Opened open;
    ClusterTrial trial(open.session);
    REQUIRE(trial.topics() == 12);
    int differ = 0;
    std::optional<descriptors::TrialCounts> last;
    const auto method = GENERATE(ClusterMethod::Community, ClusterMethod::Agglomerative);
    for (const std::uint32_t threshold : {400U, 700U, 900U, 990U, 1000U})
        for (const std::uint32_t minSize : {1U, 2U, 3U}) {
            const ClusterTrial::Question question{method, threshold, minSize};
            trial.ask(question);
            REQUIRE(waitFor([&trial] { return trial.counts() && trial.names(); }));
            const auto [counts, names] = open.expected(question);
            CHECK(*trial.counts() == counts);
            CHECK(*trial.names() == names);
            differ += last && *last != counts;
            last = counts;
        }
    CHECK(differ > 3);
}

TEST_CASE("The curve behind the slider is the number of clusters at each hundredth") {
    Opened open;
    ClusterTrial trial(open.session);
    trial.ask({ClusterMethod::Community, 750, 2});
    REQUIRE(waitFor([&trial] { return trial.curve().back() != 0; }));
    for (std::uint32_t i = 0; i < trial.curve().size(); i += 7) {
        const std::uint32_t threshold = ClusterTrial::kLeastMilli + i * ClusterTrial::kCurveStepMilli;
        CHECK(trial.curve()[i] == open.expected({ClusterMethod::Community, threshold, 2}).first.communities);
    }
}

TEST_CASE("Only the newest question is answered") {
    Opened open;
    ClusterTrial trial(open.session);
    for (std::uint32_t threshold = 500; threshold <= 1000; threshold += 5)
        trial.ask({ClusterMethod::Community, threshold, 2});
    trial.ask({ClusterMethod::Community, 400, 3});
    REQUIRE(waitFor([&trial] { return trial.counts() && trial.names(); }));
    QTest::qWait(50);
    CHECK(*trial.counts() == open.expected({ClusterMethod::Community, 400, 3}).first);
    CHECK(*trial.names() == open.expected({ClusterMethod::Community, 400, 3}).second);
}

TEST_CASE("Moving the slider by key tells clusters, share and names at once") {
    Opened open;
    ClusterDialog dialog(open.session, open.settings);
    dialog.findChild<QSpinBox*>()->setValue(2);
    dialog.show();
    dialog.slider().setFocus();
    QTest::keyClick(&dialog.slider(), Qt::Key_Home);
    QTest::keyClick(&dialog.slider(), Qt::Key_PageUp);
    const std::uint32_t threshold = dialog.slider().value();
    REQUIRE(threshold > 300);
    REQUIRE(threshold < 1000);
    REQUIRE(waitFor([&dialog] { return dialog.trial().names().has_value(); }));
    const auto [counts, names] = open.expected({ClusterMethod::Community, threshold, 2});
    CHECK(valueOf(dialog, QStringLiteral("Clusters")) == QString::number(counts.communities));
    CHECK(valueOf(dialog, QStringLiteral("Topics in no cluster")).contains(QLatin1Char('%')));
    CHECK(valueOf(dialog, QStringLiteral("Names that re-attach")) ==
          QStringLiteral("%1 sure, %2 to review").arg(names.sure).arg(names.doubtful));
}

TEST_CASE("Without an encoder there is nothing to cluster with") {
    Opened open;
    ClusterDialog dialog(open.session, open.settings);
    dialog.findChild<QLineEdit*>()->setText(QString::fromStdString(open.scratch.file("nowhere")));
    REQUIRE(clusterButton(dialog));
    CHECK(!clusterButton(dialog)->isEnabled());
}

TEST_CASE("Cluster embeds and clusters as a job, and one undo takes it back") {
    const auto shared = sharedFolder();
    SKIP_UNLESS(shared && std::filesystem::exists(*shared / "models/reviews-sbert-mini"), "the shared models are away");
    Opened open;
    const descriptors::Curation before = *open.session.curation().curation();
    ClusterDialog dialog(open.session, open.settings);
    dialog.findChild<QLineEdit*>()->setText(QString::fromStdString((*shared / "models/reviews-sbert-mini").string()));
    dialog.findChild<QSpinBox*>()->setValue(2);
    dialog.show();
    REQUIRE(clusterButton(dialog)->isEnabled());
    QTest::mouseClick(clusterButton(dialog), Qt::LeftButton);
    REQUIRE(waitFor([&open] { return open.session.curation().history().size() == 1; }));
    CHECK(open.session.curation().topics()->dimension > 3);
    CHECK(open.session.curation().curation()->find(kSmell) != nullptr); // a person's
    CHECK(*open.session.curation().curation() != before);
    open.session.curation().undo();
    CHECK(open.session.curation().curation()->clusters() == before.clusters());
    CHECK(open.settings.lastEncoder().endsWith(QLatin1String("reviews-sbert-mini")));
}
