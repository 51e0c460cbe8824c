// What a screen reader meets in the window, as text. After a wanted change run
//     NEUROSCRIBE_UPDATE_GOLDENS=1 test_ui "What a screen reader*"
// and read the difference of tests/ui/accessible_tree*.txt as a person who can't see the window would.
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_window.h"
#include "tests/ui/small_study.h"
#include "tests/ui/speaking.h"
#include "ui/main_window.h"
#include "ui/panels/clustering_panel.h"
#include "ui/plots/activation_plot.h"
#include "ui/theme/appearance.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QMetaEnum>

#include <algorithm>
#include <cstdlib>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

/// Parts of a list are data; their number says enough.
bool holdsData(QAccessible::Role role) {
    return role == QAccessible::List || role == QAccessible::Table || role == QAccessible::Tree;
}

QString lineOf(const QAccessibleInterface& node) {
    QString line = QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(node.role()));
    const QString name = node.text(QAccessible::Name);
    if (!name.isEmpty())
        line += QStringLiteral(": ") + name;
    if (const QString value = node.text(QAccessible::Value); !value.isEmpty() && value != name)
        line += QStringLiteral(" = ") + value;
    if (holdsData(node.role()))
        line += QStringLiteral(" (%1 parts)").arg(node.childCount());
    if (node.state().disabled)
        line += QStringLiteral(" [disabled]");
    if (node.state().checked)
        line += QStringLiteral(" [checked]");
    if (const QString description = node.text(QAccessible::Description); !description.isEmpty())
        line += QStringLiteral(" -- ") + description;
    return line.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

void describe(QAccessibleInterface* node, int depth, QString& text) {
    const bool silent = node->role() == QAccessible::ScrollBar || node->role() == QAccessible::Grip ||
                        (node->role() == QAccessible::StaticText && node->text(QAccessible::Name).isEmpty());
    if (node->state().invisible || silent)
        return;
    const bool frame = node->text(QAccessible::Name).isEmpty() && node->text(QAccessible::Value).isEmpty() &&
                       (node->role() == QAccessible::Client || node->role() == QAccessible::Grouping ||
                        node->role() == QAccessible::LayeredPane || node->role() == QAccessible::Border);
    if (!frame)
        text += QString(2 * depth++, QLatin1Char(' ')) + lineOf(*node) + QLatin1Char('\n');
    if (holdsData(node->role()))
        return;
    for (int i = 0; i < node->childCount(); ++i)
        if (QAccessibleInterface* child = node->child(i))
            describe(child, depth, text);
}

void compareWithGolden(QWidget& window, const ScratchFolder& scratch, const char* file) {
    QString text;
    describe(QAccessible::queryAccessibleInterface(&window), 0, text);
    text.replace(QString::fromStdString(scratch.path().string()), QStringLiteral("FOLDER"));
    const std::string golden = (sourceFolder() / "tests/ui" / file).string();
    if (std::getenv("NEUROSCRIBE_UPDATE_GOLDENS"))
        writeFile(golden, text.toStdString());
    CHECK(text.toStdString() == readFile(golden));
}

} // namespace

TEST_CASE("What a screen reader meets in the window of a tagged study") {
    const Speaking english("en"); // for the plurals
    ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    app::Settings settings(QString::fromStdString(scratch.file("settings.ini")));
    Appearance appearance(*qApp);
    app::Session session;
    MainWindow window(session, settings, appearance);
    window.resize(1400, 850);
    window.show();
    openAndSettle(session, scratch.file("study"));
    REQUIRE(waitFor([&] { return session.steps().size() == 5; }));
    session.selection().setNeuron(NeuronId(16));
    session.selection().setDescriptor(0);
    REQUIRE(waitFor([&] {
        return session.isTaggingSettled() && !window.findChild<ActivationPlot*>()->accessibleDescription().isEmpty();
    }));
    compareWithGolden(window, scratch, "accessible_tree.txt");
}

TEST_CASE("What a screen reader meets in the workspace Curate, with a member ticked and X foreseen") {
    const Speaking english("en");
    Bench bench;
    const ClusteringPanel& clustering = *bench.window->findChild<ClusteringPanel*>();
    bench.choose(kSmell);
    bench.tick("strong smell");
    bench.clusters().setFocus();
    REQUIRE(waitFor([&] {
        return clustering.trial() && clustering.trial()->names() && !clustering.trial()->isComputing() &&
               !bench.window->findChild<MembersPanel*>()->suggestions().empty();
    }));
    REQUIRE(waitFor([&] { // the consequences have come
        for (const QLabel* label : bench.window->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == QStringLiteral("…"))
                return false;
        return true;
    }));
    compareWithGolden(*bench.window, bench.scratch, "accessible_tree_curate.txt");
}
