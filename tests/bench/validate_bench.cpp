// The workspace Validate at full size, in the window: a key answers, and the next sentence stands there. Arguments:
// [sentences] [folder of the study: made where it is missing, and kept]. The goal: the next sentence under 16 ms after
// the key, with everything that the window's thread does for it.
#include "app/session/session.h"
#include "tests/bench/bench.h"
#include "tests/bench/made_study.h"
#include "tests/bench/must.h"
#include "tests/journey/program.h"
#include "tests/support/support.h"
#include "ui/panels/question_panel.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::bench;

namespace {

constexpr std::uint32_t kDescriptors = 26;
constexpr int kKeys = 300;
constexpr int kPauseMs = 30; ///< between two keys of a quick reader; what is written behind is written there

void makeStudy(const std::string& folder, std::uint32_t sentences) {
    auto project = must(store::Project::create(folder));
    addSentences(project, folder, sentences, 150);
    auto transaction = must(store::Transaction::begin(project.writer()));
    addLabels(project.writer(), sentences, kDescriptors);
    must(transaction.commit());
}

void runUntil(const std::function<bool()>& condition) {
    while (!condition())
        QTest::qWait(2);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication application(argc, argv);
    const auto sentences = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 43'000);
    test::ScratchFolder scratch;
    const std::string folder = argc > 2 ? argv[2] : scratch.file("study");
    if (!std::filesystem::exists(folder))
        makeStudy(folder, sentences);
    test::Program program(QString::fromStdString(scratch.file("settings.ini")));
    QObject::connect(&program.session, &app::Session::failed, qApp,
                     [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); });
    program.session.openStudy(QString::fromStdString(folder), false);
    runUntil([&] { return program.session.isOpen() && program.session.study(); });
    app::ValidationController& validation = program.session.validation();
    QElapsedTimer since;
    since.start();
    program.window.setWorkspace(ui::Workspace::Validate);
    runUntil([&] { return validation.state() != app::ValidationController::State::Loading; });
    must(validation.setAnnotator(QStringLiteral("Maria")));
    runUntil([&] { return validation.canAnswer(); });
    std::printf("%u sentences x %u descriptors: the first question after %lld ms\n", sentences, kDescriptors,
                static_cast<long long>(since.elapsed()));
    auto& questions = *program.window.findChild<ui::QuestionPanel*>();
    std::vector<double> next, pause;
    constexpr Qt::Key kAnswers[] = {Qt::Key_Y, Qt::Key_N, Qt::Key_N, Qt::Key_U};
    for (int i = 0; i < kKeys; ++i) {
        const auto before = validation.question()->place;
        next.push_back(1e3 * secondsOf([&] {
                           QTest::keyClick(program.window.focusWidget(), kAnswers[i % std::size(kAnswers)]);
                           QCoreApplication::processEvents(); // lays out and draws
                       }));
        if (!validation.question() || validation.question()->place == before ||
            questions.sentence().text() != validation.question()->text) {
            std::fprintf(stderr, "the key was not answered by the next sentence\n");
            return 1;
        }
        QElapsedTimer rest;
        rest.start();
        double longest = 0;
        while (rest.elapsed() < kPauseMs)
            longest = std::max(longest, secondsOf([] { QCoreApplication::processEvents(); }));
        pause.push_back(1e3 * longest);
    }
    std::printf("next sentence after the key: median %.1f ms, slowest %.1f ms; longest turn of the loop in the pause: "
                "median %.1f ms, slowest %.1f ms (%d keys)\n",
                median(next), std::ranges::max(next), median(pause), std::ranges::max(pause), kKeys);
    return 0;
}
