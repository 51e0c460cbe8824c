#include "tests/ui/curate_window.h"
#include "ui/action_registry.h"
#include "ui/dialogs/shortcuts_dialog.h"

#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

TEST_CASE("A key is changed where all keys are listed, works at once, and is there at the next start") {
    Bench bench;
    const QAction* merge = bench.window->actions().action(QStringLiteral("curate.merge"));
    const auto& actions = bench.window->actions().actions();
    const int row = static_cast<int>(std::find(actions.begin(), actions.end(), merge) - actions.begin());
    ShortcutsDialog dialog(bench.window->actions(), bench.settings);
    auto* table = dialog.findChild<QTableWidget*>();
    auto* key = dialog.findChild<QKeySequenceEdit*>();
    const auto press = [&dialog](const char* text) {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QLatin1String(text))
                button->click();
    };
    table->setCurrentCell(row, 0);
    key->setKeySequence(QKeySequence(Qt::Key_X)); // has its command already
    press("&Set");
    CHECK(merge->shortcut() == QKeySequence(Qt::Key_M));
    key->setKeySequence(QKeySequence(Qt::Key_J));
    press("&Set");
    CHECK(merge->shortcut() == QKeySequence(Qt::Key_J));
    CHECK(table->item(row, 1)->text() == QStringLiteral("J"));
    bench.window->activateWindow();
    bench.clusters().setFocus();
    bench.key(Qt::Key_J);
    CHECK(bench.picker().isVisible());
    bench.key(Qt::Key_Escape);
    CHECK(bench.settings.shortcut(QStringLiteral("curate.merge")) == QStringLiteral("J"));
    press("&Default");
    CHECK(merge->shortcut() == QKeySequence(Qt::Key_M));
    CHECK_FALSE(bench.settings.shortcut(QStringLiteral("curate.merge")));
    bench.settings.setShortcut(QStringLiteral("curate.split"), QStringLiteral("Z"));
    bench.window.reset();
    bench.show();
    CHECK(bench.window->actions().action(QStringLiteral("curate.split"))->shortcut() == QKeySequence(Qt::Key_Z));
}
