// The app tests run inside one application without a window: queued calls need an event loop.
#include <QCoreApplication>
#include <QLocale>

namespace neuroscribe::test {

int runAround(int argc, char** argv, int (*run)(int, char**));

int runAround(int argc, char** argv, int (*run)(int, char**)) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QCoreApplication application(argc, argv);
    return run(argc, argv);
}

} // namespace neuroscribe::test
