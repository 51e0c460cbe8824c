// At 1024 x 700 no text is cut off, in German and in a language that is longer still.
#include "app/session/evaluation_controller.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/base/result.h"
#include "tests/support/catch.h"
#include "tests/ui/cut_texts.h"
#include "tests/ui/judged_study.h"
#include "tests/ui/made_figure.h"
#include "tests/ui/small_study.h"
#include "tests/ui/speaking.h"
#include "ui/action_registry.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/cluster_dialog.h"
#include "ui/dialogs/extract_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/dialogs/rejected_dialog.h"
#include "ui/dialogs/review_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/main_window.h"
#include "ui/models/preview_model.h"
#include "ui/panels/agreement_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/color_limits_dialog.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <array>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

constexpr QSize kScreen(1024, 700);

struct Program {
    Speaking speaking;
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    Appearance appearance{*qApp};
    app::Session session;
    explicit Program(const char* language) : speaking(language) {
        makeSmallStudy(scratch.file("study"));
        appearance.apply(app::ThemeChoice::Light, 100);
    }
    void open() {
        openAndSettle(session, scratch.file("study"));
        REQUIRE(waitFor([this] { return session.steps().size() == 5; }));
        session.selection().setNeuron(NeuronId(1));
        session.selection().setDescriptor(1);
        session.selection().setSentence(SentenceId(0));
    }
};

/// Sizes pass through several turns of the event loop before they rest.
void settleLayout() {
    for (int i = 0; i < 10; ++i)
        QApplication::processEvents();
}

/// What comes later changes badges, and so the layout.
bool isComputed(const app::EvaluationController& controller) {
    using Part = app::EvaluationController::Part;
    return !controller.isReading() && controller.coverage() && controller.evaluation() && controller.landscape() &&
           controller.consistency(stats::ConsistencyBy::Neuron) &&
           std::ranges::none_of(std::array{Part::Coverage, Part::Evaluation, Part::Landscape, Part::ByNeuron},
                                [&](Part part) { return controller.isComputing(part); });
}

void checkNothingCut(const QWidget& window) {
    CHECK(cutTexts(window).join(QLatin1Char('\n')).toStdString() == "");
}

void checkDialog(QDialog& dialog) {
    dialog.show();
    settleLayout();
    INFO(dialog.metaObject()->className());
    CHECK(dialog.width() <= kScreen.width());
    CHECK(dialog.height() <= kScreen.height());
    checkNothingCut(dialog);
}

} // namespace

TEST_CASE("A text that is cut off is noticed") {
    QWidget window;
    auto* label = new QLabel(QStringLiteral("some words"), &window);
    auto* button = new QPushButton(QStringLiteral("some words"), &window);
    auto* tabs = new QTabBar(&window);
    tabs->addTab(QStringLiteral("some words"));
    tabs->setUsesScrollButtons(false);
    const auto place = [&](int width) {
        for (QWidget* widget :
             {static_cast<QWidget*>(label), static_cast<QWidget*>(button), static_cast<QWidget*>(tabs)})
            widget->setGeometry(0, 0, width, 40);
    };
    window.resize(300, 100);
    place(300);
    window.show();
    CHECK(cutTexts(window).isEmpty());
    place(30);
    CHECK(cutTexts(window).size() == 3);
}

TEST_CASE("No dialog cuts off a text") {
    const char* language = GENERATE("de", "qps");
    INFO(language);
    Program program(language);
    program.open();
    writeFile(program.scratch.file("r.csv"), "body;kind;good\nfar too short;books;1\n"
                                             "this review is long enough to be kept by the filter;books;1\n");
    const QString file = QString::fromStdString(program.scratch.file("r.csv"));
    MainWindow window(program.session, program.settings, program.appearance);
    AboutDialog about(program.session);
    checkDialog(about);
    ClusterDialog cluster(program.session, program.settings);
    checkDialog(cluster);
    ReviewDialog review(program.session);
    checkDialog(review);
    ExtractDialog extract(program.session, program.settings);
    checkDialog(extract);
    extract.findChild<QLineEdit*>()->clear();
    checkDialog(extract);
    ImportDialog nothing(program.session, program.settings, {});
    checkDialog(nothing);
    ImportDialog import(program.session, program.settings, {file});
    import.show();
    REQUIRE(waitFor([&] { return import.findChild<PreviewModel*>()->rowCount() != 0; }));
    checkDialog(import);
    LabelDialog label(program.session, program.settings);
    checkDialog(label);
    label.findChild<QTabWidget*>()->setCurrentIndex(1);
    checkDialog(label);
    NewStudyDialog create(QString::fromStdString(program.scratch.path().string()));
    checkDialog(create);
    create.findChild<QLineEdit*>()->setText(QStringLiteral("a/b"));
    checkDialog(create);
    RejectedDialog rejected(program.session);
    checkDialog(rejected);
    SettingsDialog preferences(program.settings, program.appearance);
    checkDialog(preferences);
    ShortcutsDialog shortcuts(window.actions(), program.settings);
    checkDialog(shortcuts);
    ColorLimitsDialog limits(coldFigure(10, 3, 5), true);
    checkDialog(limits);
}

TEST_CASE("No panel of the window cuts off a text") {
    const char* language = GENERATE("de", "qps");
    INFO(language);
    Program program(language);
    MainWindow window(program.session, program.settings, program.appearance);
    window.resize(kScreen);
    window.show();
    settleLayout();
    SECTION("without a study") {
        checkNothingCut(window);
    }
    SECTION("with one") {
        program.open();
        window.resize(kScreen);
        for (const char* name : {"neuron", "descriptor", "corpus", "correlation", "jobs"}) {
            auto* dock = window.findChild<QDockWidget*>(QStringLiteral("dock.") + QString::fromLatin1(name));
            dock->raise();
            REQUIRE(waitFor([&] { return !dock->visibleRegion().isEmpty(); }));
            settleLayout();
            INFO(name);
            CHECK(window.size() == kScreen);
            checkNothingCut(window);
        }
    }
    SECTION("with an error") {
        program.open();
        window.notices().showError({ErrorCode::Io, "/a/long/folder/of/somebody/file.csv", "no space", ""});
        window.notices().show({NoticeBar::Kind::Information, QStringLiteral("second"), {}, {}, {}});
        settleLayout();
        checkNothingCut(window);
    }
}

TEST_CASE("No panel of Curate, Validate and Evaluate cuts off a text") {
    const char* language = GENERATE("de", "qps");
    INFO(language);
    Program program(language);
    addAnnotator(program.scratch.file("study"), "Ann");
    MainWindow window(program.session, program.settings, program.appearance);
    window.resize(kScreen);
    window.show();
    program.open();
    for (const Workspace workspace : {Workspace::Curate, Workspace::Validate, Workspace::Evaluate}) {
        window.setWorkspace(workspace);
        INFO(static_cast<int>(workspace));
        if (workspace == Workspace::Validate)
            REQUIRE(waitFor([&] { return window.findChild<AgreementPanel*>()->isSettled(); }));
        if (workspace == Workspace::Evaluate)
            REQUIRE(waitFor([&] { return isComputed(*window.findChild<app::EvaluationController*>()); }));
        settleLayout();
        CHECK(window.width() == kScreen.width());
        checkNothingCut(window);
    }
}
