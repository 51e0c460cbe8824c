#include "tests/journey/window_scripts.h"

#include "tests/journey/hand.h"
#include "tests/journey/program.h"
#include "tests/journey/screen.h"
#include "tests/support/catch.h"
#include "ui/widgets/threshold_slider.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QTest>

#include <cstdio>

namespace neuroscribe::test {
namespace {

struct ScriptedProgram : Program {
    ScriptedProgram() : Program(qEnvironmentVariable(kSettingsVariable)) { waitUntilReady(window); }
};

void say(const char* what) {
    std::fputs(what, stderr);
    std::fflush(stderr);
}

/// Returns when the edit has been written.
void pressOnSlider(ScriptedProgram& program, const char* name, Qt::Key key, const QString& edit) {
    auto& slider = seen<ui::ThresholdSlider>(program.window, name);
    slider.setFocus();
    press(key);
    REQUIRE(eventually([&] { return undoEntry(program.window).startsWith(edit); }));
}

} // namespace

TEST_CASE(kDragScript, "[.]") {
    ScriptedProgram program;
    pressOnSlider(program, "Composition threshold t", Qt::Key_PageDown, QStringLiteral("Undo: Set t"));
    pressOnSlider(program, "Exemplars k", Qt::Key_PageUp, QStringLiteral("Undo: Set k"));
    auto& t = seen<ui::ThresholdSlider>(program.window, "Composition threshold t");
    const auto place = [&t](int step) { return QPoint(t.width() * (1 + step % 8) / 10, t.height() / 2); };
    QTest::mousePress(&t, Qt::LeftButton, Qt::NoModifier, place(0));
    for (int step = 0;; ++step) {
        QTest::mouseMove(&t, place(step));
        QTest::qWait(5);
        if (step == 8)
            say(kStarted);
    }
}

TEST_CASE(kImportScript, "[.]") {
    ScriptedProgram program;
    press(Qt::Key_I, Qt::ControlModifier);
    QDialog& dialog = dialogShown();
    answerFileDialog(qEnvironmentVariable(kFileVariable),
                     [&] { click(buttonNamed(dialog, QStringLiteral("Choose files..."))); });
    pick(seen<QComboBox>(dialog, "Language"), QStringLiteral("Any"));
    REQUIRE(eventually([&] { return shows(dialog, QStringLiteral("records are kept")); }));
    click(buttonNamed(dialog, QStringLiteral("Import")));
    say(kStarted);
    REQUIRE(eventually([&] { return shows(program.window, QStringLiteral("Extract activations to see neurons.")); }));
    waitUntilReady(program.window);
    say(kFinished);
}

TEST_CASE(kExtractScript, "[.]") {
    ScriptedProgram program;
    press(Qt::Key_E, Qt::ControlModifier);
    click(buttonNamed(dialogShown(), QStringLiteral("Extract"))); // the built-in model is proposed
    say(kStarted);
    REQUIRE(eventually([&] { return shows(program.window, QStringLiteral("6 layer(s) × 128")); }));
    waitUntilReady(program.window);
    say(kFinished);
}

} // namespace neuroscribe::test
