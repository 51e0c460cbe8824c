// The journey runs the real window offscreen, in one application.
#include <QApplication>
#include <QLocale>

#include <cstdlib>

namespace neuroscribe::test {

int runAround(int argc, char** argv, int (*run)(int, char**));

int runAround(int argc, char** argv, int (*run)(int, char**)) {
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    setenv("OMP_WAIT_POLICY", "passive", 0);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    return run(argc, argv);
}

} // namespace neuroscribe::test
