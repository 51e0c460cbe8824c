// main of every test program. Catch2 2 has no skipping of its own: a program whose only test was skipped exits with 77.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::test {
/// Weak: the ui tests make a QApplication around the run.
__attribute__((weak)) int runAround(int argc, char** argv, int (*run)(int, char**)) {
    return run(argc, argv);
}
} // namespace neuroscribe::test

namespace {
int runCatch(int argc, char** argv) {
    Catch::Session session;
    const int failed = session.run(argc, argv);
    if (failed == 0 && neuroscribe::test::skippedTests() > 0)
        return 77;
    return failed;
}
} // namespace

int main(int argc, char** argv) {
    return neuroscribe::test::runAround(argc, argv, runCatch);
}
