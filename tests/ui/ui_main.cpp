// The ui tests run inside one application, offscreen, with the program's own style.
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace neuroscribe::test {

int runAround(int argc, char** argv, int (*run)(int, char**));

int runAround(int argc, char** argv, int (*run)(int, char**)) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    QApplication::setStyle(new ui::Style);
    QApplication::setPalette(ui::Theme::of(ui::ThemeMode::Light).palette());
    return run(argc, argv);
}

} // namespace neuroscribe::test
